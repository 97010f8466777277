import type { Measure } from '../provenance/claims/content.ts'
import type { Told } from './told.ts'

/** How two tellings are named beside each other: by their outlets, with the dates where the outlet is one. */
export function nameBoth(a: Told, b: Told): readonly [string, string] {
  if (a.outlet !== b.outlet) return [a.outlet, b.outlet]
  const dated = ({ outlet, published }: Told): string => (published ? `${outlet} (${published.slice(0, 10)})` : outlet)
  return [dated(a), dated(b)]
}

/** A sentence may open with "the report “…”". */
export const asSentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** Longest quotation in a sentence, in characters. */
const longest = 80

/** The words of a telling, short enough for a sentence and without quotation marks of their own. */
export function wordsOf({ content, reading }: Told): string {
  const words = (pointerBefore(reading, content.start) + content.quote)
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .replace(/[“”"]/g, '')
  if (words.length <= longest) return words
  const end = words.lastIndexOf(' ', longest)
  return `${words.slice(0, end > 0 ? end : longest)} …`
}

/** The "That" that opens "That is forty minutes": no statement holds it, and without it the words are no sentence. */
const pointerBefore = ({ document: { text }, sentences }: Told['reading'], start: number): string => {
  const sentence = sentences.find((one) => one.start <= start && start < one.end)
  return /^[“"]?((?:That|This|It|These|Those|They)\s)$/.exec(text.slice(sentence?.start ?? start, start))?.[1] ?? ''
}

/** The words of a figure with what it counts: "up to 800 dockers". */
export function figureWords({ reading }: Told, { quantity }: Measure): string {
  const { start, end, ofSpan, quote } = quantity
  const last = ofSpan && ofSpan.start >= start ? Math.max(end, ofSpan.end) : end
  const words = last - start <= longest ? reading.document.text.slice(start, last) : quote
  return words.replace(/\s+/g, ' ').replace(/[“”"]/g, '')
}
