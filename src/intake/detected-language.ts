import { eld } from 'eld/extrasmall'
import type { Document } from '../model/document.ts'

/** Below this many words a guess is worse than none ("25,000 workers" looks Catalan); measured on short headlines. */
const fewestWords = 4

/** The document with the language that its letters tell, where nothing else has told it. */
export function detected(document: Document): Document {
  if (document.language !== 'und') return document
  const sample = document.text.slice(0, 2000)
  if (sample.split(/\s+/, fewestWords).length < fewestWords) return document
  return { ...document, language: eld.detect(sample).language || 'und' }
}
