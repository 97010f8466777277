import { byNumber } from '../text/order.ts'
import { type Item, type Row, type Table, tableOf } from './answers.ts'
import { membersOf } from './members.ts'
import { elementsOf, type Value } from './values.ts'
import { type Dependence, heaviest, settle, votesOf, type Weighing } from './weighing.ts'

/** The answer to one question that is best supported once those who copy are discounted. */
export interface Fused {
  readonly item: string
  readonly value: Value
  /** 0..1: the share of support that this value has among all values given, after copies and careless sources are discounted. */
  readonly support: number
  /** How many sources that do not copy each other give it. */
  readonly origins: number
}

/** Picks the best supported value of each item. */
export function fuse(rows: readonly Row[]): readonly Fused[] {
  const table = tableOf(rows)
  const weighing = settle(table)
  return table.items.map((item, i) =>
    item.kind === 'set' ? fusedList(item, weighing) : fused(item, weighing.support[i] ?? [], weighing.dependence),
  )
}

/** How likely it is that one of two sources takes its values from the other, or both from one that is not seen. */
export interface SourceCopying {
  readonly a: string
  readonly b: string
  /** 0..1 */
  readonly probability: number
  /** Who takes from whom, as far as the values show. */
  readonly direction: 'a-from-b' | 'b-from-a' | 'unknown'
}

/**
 * Finds sources that copy: agreeing on the right value says little, agreeing on values that hardly anybody else gives
 * says much (Dong, Berti-Equille, Srivastava, VLDB 2009).
 */
export function copying(rows: readonly Row[]): readonly SourceCopying[] {
  const table = tableOf(rows)
  const covered = coverage(table)
  return settle(table).ties.map(({ a, b, probability }) => ({
    a: table.sources[a] ?? '',
    b: table.sources[b] ?? '',
    probability,
    direction: directionOf(covered[a] ?? 0, covered[b] ?? 0),
  }))
}

function fused(item: Item, weights: readonly number[], dependence: Dependence): Fused {
  const best = heaviest(weights)
  const answer = item.answers[best]
  return {
    item: item.item,
    value: answer?.value ?? '',
    support: weights[best] ?? 0,
    origins: originsOf(answer?.sources ?? [], dependence),
  }
}

/** A list is put together from its supported members; its support is that of the weakest of them. */
function fusedList(item: Item, { careful, dependence }: Weighing): Fused {
  const members = membersOf(item.answers, votesOf(item, careful, dependence))
  const keys = new Set(members.map(({ key }) => key))
  const givers = item.answers.filter(({ value }) => elementsOf(value).some(({ key }) => keys.has(key)))
  return {
    item: item.item,
    value: members.map(({ element }) => element),
    support: members.at(-1)?.support ?? 0,
    origins: originsOf([...new Set(givers.flatMap(({ sources }) => sources))].sort(byNumber), dependence),
  }
}

/** Sources that copy none of those counted before them. */
function originsOf(sources: readonly number[], dependence: Dependence): number {
  const counted: number[] = []
  for (const source of sources) {
    if (counted.every((other) => dependence(source, other) < 0.5)) counted.push(source)
  }
  return counted.length
}

/** How many questions each source answers. */
function coverage({ sources, items }: Table): readonly number[] {
  const counts = sources.map(() => 0)
  for (const { answers } of items)
    for (const answer of answers) for (const s of answer.sources) counts[s] = (counts[s] ?? 0) + 1
  return counts
}

/** A copier rarely has more than what it copies from; near-equal sizes say nothing. */
function directionOf(a: number, b: number): SourceCopying['direction'] {
  if (a < 0.7 * b) return 'a-from-b'
  return b < 0.7 * a ? 'b-from-a' : 'unknown'
}
