import { inner, openers, titles } from '../language/en/abbreviations.ts'
import type { Span } from '../model/span.ts'

/**
 * Splits one paragraph into sentences. Offsets are those of `text`; white space at the ends is left out.
 *
 * A full stop ends a sentence unless it belongs to a title ("Lt. Gen. Kyrylo Budanov"), an initial, a number, a domain
 * ("twz.com") or an abbreviation that the sentence carries on after ("the U.S. Navy").
 */
export function splitSentences(text: string, paragraph: Span): readonly Span[] {
  const found: Span[] = []
  let start = skipSpace(text, paragraph.start, paragraph.end)
  for (const end of stops(text, paragraph)) {
    if (end <= start) continue
    found.push({ start, end })
    start = skipSpace(text, end, paragraph.end)
  }
  const end = trimEnd(text, start, paragraph.end)
  if (end > start) found.push({ start, end })
  return found
}

const closing = /["'”’»)\]]/
const opening = /["'“‘«([]/

/** Offsets right after each sentence end inside the paragraph. */
function* stops(text: string, { start, end }: Span): Generator<number> {
  for (let at = start; at < end; at++) {
    const mark = text[at]
    if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') continue
    let after = at + 1
    while (after < end && /[.!?…]/.test(text[after] ?? '')) after++
    const run = after - at
    while (after < end && closing.test(text[after] ?? '')) after++
    if (after < end && /\s/.test(text[after] ?? '') && endsSentence(text, at, after, end, run)) yield after
    // What was looked at is not looked at again: a paragraph may be one long row of stops.
    at = after - 1
  }
}

function endsSentence(text: string, at: number, after: number, end: number, run: number): boolean {
  const next = nextWord(text, after, end)
  if (next === undefined) return true
  // '"Stop!" he said' and "paused ... then left" go on in lower case.
  if (/^\p{Ll}/u.test(next)) return false
  if (text[at] !== '.' || run > 1) return true
  const before = wordBefore(text, at)
  const quoteClosed = after > at + run
  if (/^\d+$/.test(before)) return true
  const lower = before.toLowerCase()
  if (!quoteClosed && titles.has(lower) && !(lower === 'no' && !/^\d/.test(next))) return false
  if (/^\p{Lu}$/u.test(before) && !quoteClosed) return isInitialEnd(text, at, next)
  if (inner.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) return openers.has(next.toLowerCase())
  return true
}

/** "Kim J. Park" goes on; "went to plan B. The" ends. */
const isInitialEnd = (text: string, at: number, next: string): boolean =>
  openers.has(next.toLowerCase()) && !/\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, at - 20), at - 1))

/** The unbroken word that ends right before the full stop, inner stops kept: "Lt.Gen", "a.m". */
function wordBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && /[\p{L}\p{N}.&]/u.test(text[from - 1] ?? '')) from--
  return text.slice(from, at)
}

/** The next word, or the next mark where no word follows; undefined at the end. */
function nextWord(text: string, from: number, end: number): string | undefined {
  let at = skipSpace(text, from, end)
  while (at < end && opening.test(text[at] ?? '')) at++
  const start = at
  while (at < end && /[\p{L}\p{N}]/u.test(text[at] ?? '')) at++
  return at > start ? text.slice(start, at) : at < end ? text[at] : undefined
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from
  while (at < end && /\s/.test(text[at] ?? '')) at++
  return at
}

function trimEnd(text: string, from: number, end: number): number {
  let at = end
  while (at > from && /\s/.test(text[at - 1] ?? '')) at--
  return at
}
