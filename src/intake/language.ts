import { eld } from 'eld/extrasmall'

/** Below this many words a guess is worse than none ("25,000 workers" looks Catalan); measured on short headlines. */
const fewestWords = 4

/** ISO 639-1 of the text: as declared, else as its letters tell, else `und`. */
export function languageOf(declared: string | undefined, text: string): string {
  const named = /^[a-z]{2,3}/i.exec(declared?.trim() ?? '')?.[0].toLowerCase()
  if (named && named !== 'und') return named
  const sample = text.slice(0, 2000)
  return sample.split(/\s+/, fewestWords).length < fewestWords ? 'und' : eld.detect(sample).language || 'und'
}
