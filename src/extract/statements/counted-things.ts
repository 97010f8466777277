import { fates } from '../../language/en/casualties.ts'
import { additions, besides, contrasts, intentions } from '../../language/en/connectives.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { Unit } from './folded.ts'

/** A number with the tokens it stands in. */
export interface Counted extends Stretch {
  readonly quantity: Quantity
}

interface Cut {
  /** Where the words before the connective end. */
  readonly end: number
  /** Where the next thing begins. */
  readonly next: number
  /** How sure the parts are: each by its own words ("with plans to"), what is behind alone by its own ("against"), or as the clause is. */
  readonly judged: 'all' | 'behind' | 'together'
}

/**
 * One statement for each thing that a clause counts beside another: "97 dead and 14 missing". They share voice and certainty, but
 * what is only meant to be is a plan. The same thing counted twice ("to 27 from 11", "between 5 and 7") is one statement.
 */
export function apart(page: Page, unit: Unit, counted: readonly Counted[]): readonly Unit[] {
  const cuts = cutsIn(page, unit, counted)
  if (cuts.length === 0 || cuts.length > most) return [unit]
  const planned = cuts.some(({ judged }) => judged === 'all')
  return [undefined, ...cuts].map((cut, k) => {
    const words = { first: cut?.next ?? unit.first, last: cuts[k]?.end ?? unit.last }
    return {
      ...unit,
      ...words,
      core: planned || cut?.judged === 'behind' ? words : unit.core,
      parts: k === cuts.length ? partsFrom(unit, words) : [words],
    }
  })
}

/** A clause that counts more is a table; each part is judged by the whole clause, so their number is bounded. */
const most = 12

function cutsIn(page: Page, unit: Unit, counted: readonly Counted[]): readonly Cut[] {
  const cuts: Cut[] = []
  for (let k = 1; k < counted.length; k++) {
    const before = counted[k - 1]
    const thing = counted[k]
    if (!before || !thing) continue
    const cut =
      intentionBefore(page, thing.first, before.last) ??
      contrastBefore(page, thing.first, before.last) ??
      besideBefore(page, thing, before)
    if (cut && cut.end > Math.max(before.first, cuts.at(-1)?.next ?? unit.first) && cut.next < unit.last) cuts.push(cut)
  }
  return cuts
}

/** "…, with plans to scale up to [5,000]". */
function intentionBefore(page: Page, number: number, floor: number): Cut | undefined {
  for (let i = Math.max(floor, number - 8); i < number; i++) {
    if (startsWith(page, i, intentions)) return { end: withoutMark(page, i), next: i, judged: 'all' }
  }
  return undefined
}

/** "…, [against 16 tonnes the year before]": the answer to another question, kept with the word that says so. */
function contrastBefore(page: Page, number: number, floor: number): Cut | undefined {
  for (let i = Math.max(floor + 1, number - 4); i < number; i++) {
    if (page.word(i - 1) === ',' && startsWith(page, i, contrasts)) return { end: i - 1, next: i, judged: 'behind' }
  }
  return undefined
}

function besideBefore(page: Page, thing: Counted, before: Counted): Cut | undefined {
  const a = thingOf(page, before)
  const b = thingOf(page, thing)
  if (a === undefined || b === undefined || a === b) return undefined
  let next = thing.first
  while (next > before.last && (additions.has(page.word(next - 1)) || page.pos(next - 1) === 'ADV')) next--
  for (const phrase of besides) {
    const first = next - phrase.length
    if (first >= before.last && phrase.every((word, k) => page.word(first + k) === word))
      return { end: withoutMark(page, first), next, judged: 'together' }
  }
  const listed = page.word(next - 1) === ',' && !before.quantity.unit && !thing.quantity.unit
  return listed ? { end: next - 1, next, judged: 'together' } : undefined
}

/** What is counted, down to what became of it: the dead are not the missing. */
function thingOf(page: Page, { last, quantity }: Counted): string | undefined {
  const noun = quantity.of?.split(/[\s-]/).at(-1)?.toLowerCase().replace(/s$/, '')
  if (noun === undefined && quantity.unit === null) return undefined
  const fate = [last, last + 1, last + 2].map((i) => page.word(i)).find((word) => fates.has(word))
  return `${noun ?? ''}|${quantity.unit ?? ''}|${noun === 'people' || noun === 'person' ? (fate ?? '') : ''}`
}

const startsWith = (page: Page, i: number, phrases: readonly (readonly string[])[]): boolean =>
  phrases.some((phrase) => phrase.every((word, k) => page.word(i + k) === word))

const withoutMark = (page: Page, i: number): number => (page.pos(i - 1) === 'PUNCT' ? i - 1 : i)

/** The last of them keeps the fragments that hang on the clause. */
const partsFrom = (unit: Unit, words: Stretch): readonly Stretch[] => [
  words,
  ...unit.parts.filter(({ first }) => first > words.first),
]
