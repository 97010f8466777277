import { formerCues, moving, whenNouns } from '../../language/en/movements.ts'
import type { Reading } from '../../model/reading.ts'
import { type Measure, tokenRange } from '../../provenance/claims/content.ts'
import { fold } from '../../text/words.ts'

/** The rate of a figure, its own or that of the figure it goes on from: "450 tonnes a day, and plans to raise that to 700". */
export function rateOf(measure: Measure, reading: Reading): string | null {
  const { per } = measure.quantity
  if (per !== null) return per
  const carried = isLedTo(measure, reading) ? carriedOver(measure, reading) : null
  return carried === null ? null : (reading.quantities[carried]?.per ?? null)
}

/** The figure is given as the one before. */
export const isFormer = ({ quantity }: Measure, { document }: Reading): boolean =>
  formerCue.test(document.text.slice(Math.max(0, quantity.start - 40), quantity.start))

const formerCue = new RegExp(`\\b(?:${formerCues.join('|')})(?: (?:the|its|an?|about|around|some))?\\s*$`, 'i')

/** "… to 5,000" after a word for an amount that moves, or a figure given as the one before. */
export const isLedTo = (measure: Measure, reading: Reading): boolean =>
  isFormer(measure, reading) ||
  (/\b(?:to|reach(?:es|ed|ing)?)(?: (?:about|around|some|nearly|almost|over|at least))?\s*$/i.test(
    reading.document.text.slice(Math.max(0, measure.quantity.start - 20), measure.quantity.start),
  ) &&
    movesBefore(measure.quantity.start, reading))

/** How many words may stand between the word for the movement and the figure. */
const reach = 7

export function movesBefore(at: number, { tokens, sentences }: Reading): boolean {
  const [last] = tokenRange(tokens, { start: at, end: at })
  const first = sentences[tokens[last]?.sentence ?? -1]?.first ?? last
  return tokens.slice(Math.max(first, last - reach), last).some(({ lower }) => moving.has(lower))
}

/**
 * The figure right before, in this sentence or the last, from which this one has what it counts and at what rate: "2,000
 * drones monthly, with plans to scale up to 5,000". As its index.
 */
export function carriedOver(measure: Measure, { document, tokens, quantities }: Reading): number | null {
  const { quantity, index } = measure
  const sentenceOf = (at: number): number => tokens[tokenRange(tokens, { start: at, end: at })[0]]?.sentence ?? -1
  const here = sentenceOf(quantity.start)
  for (let i = index - 1; i >= 0; i--) {
    const one = quantities[i]
    if (!one || sentenceOf(one.start) < here - 1) return null
    if (
      one.unit === quantity.unit &&
      (isBare(measure) || isOfSubject(measure, document.text) || lastWord(one.of) === lastWord(quantity.of))
    )
      return i
  }
  return null
}

/** It leaves out what it counts; "70 next year" counts no years. */
export const isBare = ({ quantity, head }: Measure): boolean => head === null || whenNouns.has(lastWord(quantity.of))

/** "[Traffic] is to rise to 70": what moves stands before the figure, and what is counted was told with the one before. */
export const isOfSubject = ({ quantity: { of, end } }: Measure, text: string): boolean =>
  of !== null && !fold(text.slice(end, end + behind)).includes(lastWord(of))

/** So many code units behind a figure what it counts may stand. */
const behind = 80

const lastWord = (words: string | null): string => fold((words ?? '').split(/\s+/).at(-1) ?? '')
