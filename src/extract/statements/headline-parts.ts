import { fates } from '../../language/en/casualties.ts'
import { hasFinite, hasVerb } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'

/**
 * The things that a headline tells one after the other: "Ferry with 300 sinks | 26 dead | operator suspended", "Over 60 hurt |
 * jammed gates are blamed". A mark cuts only where something is told on both sides: "Palm Town: dam is safe" is one.
 */
export function headlineParts(page: Page, run: Stretch, counts: (words: Stretch) => boolean): readonly Stretch[] {
  const parts: Stretch[] = []
  let first = run.first
  for (let i = run.first + 1; i < run.last; i++) {
    const strong = page.word(i - 1) === ';'
    if (!strong && !mark.test(page.word(i - 1)) && page.word(i) !== 'as') continue
    if (page.quotation(i)?.first !== i && page.quotation(i)) continue
    const before = { first, last: page.word(i) === 'as' ? i : i - 1 }
    const behind = { first: i, last: endOfPart(page, i, run.last) }
    // "Revved-Up Drone Wars: Plant Gets a Boost": what leads to a colon often only names the matter.
    const named = page.word(i - 1) === ':' && !counts(before) && !hasFinite(page, before.first, before.last)
    if (named || !tells(page, before, counts) || !tells(page, behind, counts)) continue
    parts.push(before)
    first = page.word(i) === 'as' ? i + 1 : i
  }
  return [...parts, { first, last: run.last }]
}

const mark = /^(?:,|:|—|–|--)$/

/** Up to the next mark: what a mark cuts off has to tell something by itself. */
function endOfPart(page: Page, from: number, ceiling: number): number {
  for (let i = from + 1; i < ceiling; i++) if (page.word(i) === ';' || mark.test(page.word(i))) return i
  return ceiling
}

/** A verb, a count, or what became of somebody: "guard found", "26 dead"; not "not 26". */
export function tells(page: Page, words: Stretch, counts: (words: Stretch) => boolean): boolean {
  if (words.last - words.first < 2 || page.word(words.first) === 'not') return false
  if (counts(words) || hasVerb(page, words.first, words.last)) return true
  for (let i = words.first; i < words.last; i++) if (fates.has(page.word(i))) return true
  return false
}
