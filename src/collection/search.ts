import type { Span } from '../model/span.ts'
import type { Certainty } from '../model/statement.ts'

/** What is looked for; only what satisfies all of it is found. */
export interface Question {
  readonly terms: readonly Term[]
  readonly kinds: readonly FindableKind[]
  /** Part of the name of a source, of an outlet; letter case plays no part. */
  readonly source?: string | undefined
  readonly outlet?: string | undefined
  /** ISO 8601 days of publication, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** A figure that may be this large, that may be this small. */
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
  /** Its claim has a finding of this kind. */
  readonly finding?: string | undefined
  readonly certainty?: Certainty | undefined
  /** How many of the best, and how many to pass over before. */
  readonly limit: number
  readonly skip: number
}

/** How a day, a month or a year is written that is looked for: 2026-02-03, 2026-02, 2026. */
export const dayPattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Whether it is written so, and the calendar has it. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false
  const day = text + '0000-01-01'.slice(text.length)
  const moment = new Date(`${day}T00:00Z`)
  // The 30th of February would be taken for a day of March.
  return !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(day)
}

/** Words that have to stand there, one after another, or must not. */
export interface Term {
  readonly words: readonly string[]
  readonly not: boolean
  /** Whether the last word may be the beginning of one. */
  readonly begins: boolean
}

export type FindableKind = 'statement' | 'document' | 'source'

/** Something that can be found by its words. */
export interface Findable {
  readonly kind: FindableKind
  /** Id of the statement, document or source. */
  readonly id: string
  readonly document: string | null
  /** Where the words stand in the document. */
  readonly start: number
  readonly words: string
  readonly outlet: string | null
  readonly published: string | null
  readonly certainty: Certainty | null
  readonly sources: readonly string[]
  readonly findings: readonly string[]
  readonly figures: readonly { readonly low: number | null; readonly high: number | null }[]
}

export interface Found {
  /** Best first; the newest first where there are 10,000 or more. */
  readonly hits: readonly Hit[]
  /** How many there are, those beyond the limit included; never more than 10,000. */
  readonly total: number
}

export interface Hit extends Omit<Findable, 'words' | 'figures'> {
  /** The words, or those of a document around what was looked for; they begin at `start`. */
  readonly quote: string
  /** What was looked for, in `quote`. */
  readonly marks: readonly Span[]
}

const word = /[\p{L}\p{N}\p{M}]+/gu

/** `dam "burst open" -rumour flood*`: words that must all be there, a phrase, a word that must not, the beginning of a word. */
export function termsOf(query: string): readonly Term[] {
  const found: Term[] = []
  for (const [, minus, phrase, bare = ''] of query.matchAll(/(?<=^|\s)([-−]?)(?:"([^"]*)"?|(\S+))/g)) {
    const words = (phrase ?? bare).match(word) ?? []
    if (words.length > 0) found.push({ words, not: minus !== '', begins: phrase === undefined && bare.endsWith('*') })
  }
  return found
}

/**
 * The part of a text that shows most of what was looked for, and where in it that stands.
 *
 * @param marked the same text with `\u0002` before and `\u0003` behind what was found; it may break off early, and other letters may stand for those of the text
 * @param longest in code units; longer texts are cut at words
 */
export function cutAround(
  text: string,
  marked: string,
  longest: number,
): { readonly quote: string; readonly at: number; readonly marks: readonly Span[] } {
  const found = marksIn(marked)
  if (text.length <= longest) return { quote: text, at: 0, marks: found }
  let [best, most] = [0, 0]
  for (const { start } of found) {
    const here = found.filter((mark) => mark.start >= start && mark.end <= start + longest * 0.8).length
    if (here > most) [best, most] = [start, here]
  }
  const at = wordEdge(text, Math.max(0, best - Math.floor(longest * 0.2)))
  const end = at + longest >= text.length ? text.length : wordEdge(text, at + longest)
  const marks = found
    .filter((mark) => mark.start >= at && mark.end <= end)
    .map((mark) => ({ start: mark.start - at, end: mark.end - at }))
  return { quote: text.slice(at, end).trimEnd(), at, marks }
}

function marksIn(marked: string): readonly Span[] {
  const found: Span[] = []
  let [at, start] = [0, 0]
  for (const letter of marked.split(/([\u0002\u0003])/)) {
    if (letter === '\u0002') start = at
    else if (letter === '\u0003') found.push({ start, end: at })
    else at += letter.length
  }
  return found
}

/** The beginning of the word that stands at a place, unless there is none near. */
function wordEdge(text: string, at: number): number {
  for (let i = at; i > Math.max(0, at - 40); i--) if (/\s/.test(text.charAt(i - 1))) return i
  return at
}
