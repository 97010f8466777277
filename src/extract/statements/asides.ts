import { relative } from '../../language/en/clause-openers.ts'
import { comparisons } from '../../language/en/connectives.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Token } from '../../model/sentence.ts'
import { overlap, type Span } from '../../model/span.ts'

/**
 * The words that give a figure aside, while the statement is about another one; undefined where the figure is what it says. Read
 * from the words alone: the whole that a part is taken from, what an amount is measured by, a clause or a noun between commas.
 */
export function asideOf(words: readonly Token[], quantity: Quantity, figures: readonly Quantity[]): Span | undefined {
  const others = figures.filter((other) => other !== quantity)
  const whole = wholeOf(words, quantity, others)
  if (whole || others.every((other) => sameThing(other, quantity))) return whole
  return standardOf(words, quantity, others) ?? insertionOf(words, quantity, others)
}

/** Where "and" joins what counts something else: the end of the words before it, the beginning of those behind. */
export interface Joint {
  readonly end: number
  readonly next: number
}

/** "hurting 11 people [and] driving 600 families from their homes". */
export function jointIn(words: readonly Token[], figures: readonly Quantity[]): Joint | undefined {
  for (let k = 1; k < figures.length; k++) {
    const [x, y] = [figures[k - 1], figures[k]]
    if (!x || !y || sameThing(x, y) || !isTelling(y)) continue
    const at = words.findIndex(({ lower, start, end }) => start >= endOf(x) && end <= y.start && joins.test(lower))
    const [before, behind] = [words[at - 1], words[at + 1]]
    if (at < 1 || !before || !behind) continue
    if (behind.pos === 'VERB' || behind.pos === 'DET' || behind.start >= y.start - 1)
      return { end: before.end, next: behind.start }
  }
  return undefined
}

const joins = /^(?:and|plus)$/

/** Smaller counts are seldom worth a question of their own: "one of its two lines". */
const least = 20
const isTelling = ({ low, high, unit }: Quantity): boolean => unit !== null || (low ?? high ?? 0) >= least

/** "800 of [its 2,600 jobs]", "a third of [the workforce of 2,600]", "Of [the 548 families registered], 190 are still there". */
function wholeOf(words: readonly Token[], quantity: Quantity, others: readonly Quantity[]): Span | undefined {
  if (quantity.unit !== null || !isTelling(quantity)) return undefined
  const part = others.filter(({ end }) => end <= quantity.start).at(-1)
  if (!part) return words[0]?.lower === 'of' ? frontedOf(words, quantity, others) : undefined
  const [of, ...between] = words.filter(({ start, end }) => start >= part.end && end <= quantity.start)
  if (of?.lower !== 'of' || between.length > farthest || between.some(({ pos }) => breaks.test(pos))) return undefined
  return { start: between[0]?.start ?? quantity.start, end: endOf(quantity) }
}

/** Words between "of" and the whole: "of [the camp's] 71,000 residents". */
const farthest = 5
const breaks = /^(?:VERB|AUX|PUNCT|CCONJ)$/

function frontedOf(words: readonly Token[], quantity: Quantity, others: readonly Quantity[]): Span | undefined {
  const comma = words.findIndex(({ lower, start }) => lower === ',' && start >= quantity.end)
  const [first, last] = [words[1], words[comma - 1]]
  if (comma < 0 || !first || !last || others.every(({ start }) => start < last.end)) return undefined
  return { start: Math.min(first.start, quantity.start), end: last.end }
}

/** "13 per cent less than [last year's 12 tonnes]". */
function standardOf(words: readonly Token[], quantity: Quantity, others: readonly Quantity[]): Span | undefined {
  const measured = others.filter(({ end }) => end <= quantity.start).at(-1)
  if (!measured || measured.unit === quantity.unit) return undefined
  const at = words.findIndex(({ start }) => start >= quantity.start)
  for (let i = at - 2; i >= Math.max(0, at - farthest); i--) {
    const word = words[i]
    if (!word || word.start < measured.end) return undefined
    if (comparisons.has(word.lower)) return { start: words[i + 1]?.start ?? quantity.start, end: endOf(quantity) }
  }
  return undefined
}

/** ", [which employs 90 people]," and ", [a boat built for 120],": no other figure stands between the commas. */
function insertionOf(words: readonly Token[], quantity: Quantity, others: readonly Quantity[]): Span | undefined {
  if (!isTelling(quantity)) return undefined
  const at = words.findIndex(({ start }) => start >= quantity.start)
  let first = at
  while (first > 0 && words[first - 1]?.lower !== ',') first--
  let last = at
  while (last < words.length && ((words[last]?.start ?? 0) < quantity.end || words[last]?.lower !== ',')) last++
  const [opener, second, closing] = [words[first], words[first + 1], words[last - 1]]
  if (first === 0 || !opener || !closing || opener.start >= quantity.start) return undefined
  const span = { start: opener.start, end: closing.end }
  if (others.some((other) => overlap(other, span) > 0)) return undefined
  return relative.has(opener.lower) || (opener.pos === 'DET' && second?.pos === 'NOUN') ? span : undefined
}

/** Where the figure and the name of what it counts end. */
const endOf = ({ end, ofSpan }: Quantity): number =>
  ofSpan && ofSpan.start >= end && ofSpan.start <= end + 2 ? ofSpan.end : end

/** Do both count or measure one kind of thing? */
const sameThing = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && (a.unit !== null || headOf(a) === headOf(b))

const headOf = ({ of }: Quantity): string => of?.split(/[\s-]/).at(-1)?.toLowerCase().replace(/s$/, '') ?? ''
