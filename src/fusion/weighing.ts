import type { Item, Table } from './answers.ts'
import { likeness, membersOf } from './members.ts'
import { commonness, type Tie, tiesOf } from './ties.ts'
import { elementsOf, similarity } from './values.ts'

/** How the answers and the sources of a table are judged by each other. */
export interface Weighing {
  /** For each item, the support of each of its answers, 0..1. */
  readonly support: readonly (readonly number[])[]
  /** For each source, how often it is taken to be right, 0..1. */
  readonly careful: readonly number[]
  readonly dependence: Dependence
  readonly ties: readonly Tie[]
}

/** Rounds of weighing sources by values and values by sources; the order of values settles within this many. */
const rounds = 8

/**
 * Weighs sources and values by each other in turn: a source counts more the better its values are supported, and a
 * source that takes its values from another adds little to it (AccuCopy, Dong, Berti-Equille, Srivastava, VLDB 2009).
 * Copying is looked for twice: against the commonest values, then against the best supported ones.
 */
export function settle(table: Table): Weighing {
  let careful: readonly number[] = table.sources.map(() => startingCare)
  let ties = tiesOf(table, table.items.map(commonness))
  let dependence = dependenceOf(ties)
  let support = table.items.map((item) => weigh(item, careful, dependence))
  for (let round = 1; round < rounds; round++) {
    careful = careOf(table, support)
    if (round === secondLook) {
      ties = tiesOf(table, support)
      dependence = dependenceOf(ties)
    }
    support = table.items.map((item) => weigh(item, careful, dependence))
  }
  return { support, careful, dependence, ties }
}

/** The round in which copying is looked for again. */
const secondLook = 2

/** How often a source is taken to be right before anything is known of it (as in Dong et al.). */
const startingCare = 0.8
/** A source known from few answers is drawn to the start by as many imagined ones. */
const imagined = 4
/** How many wrong values a question has that nobody would agree on by chance. */
const wrongValues = 10
/** How much of a similar value's support is lent. */
const lent = 0.5

/** Support of each answer of one item, 0..1: of values they add up to 1, of lists each has its likeness to the best one. */
function weigh(item: Item, careful: readonly number[], dependence: Dependence): readonly number[] {
  const votes = votesOf(item, careful, dependence)
  if (item.kind === 'set') {
    const members = membersOf(item.answers, votes).map(({ key }) => key)
    return item.answers.map(({ value }) =>
      likeness(
        elementsOf(value).map(({ key }) => key),
        members,
      ),
    )
  }
  const supported = votes.map((vote, i) =>
    votes.reduce((total, other, j) => {
      const [a, b] = [item.answers[i], item.answers[j]]
      return i === j || a === undefined || b === undefined
        ? total
        : total + lent * other * similarity(a.value, b.value, item.kind)
    }, vote),
  )
  const most = supported.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const weights = supported.map((vote) => Math.exp(vote - most))
  const all = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / all)
}

/** What the sources of each answer add up to, copies discounted. */
export const votesOf = ({ answers }: Item, careful: readonly number[], dependence: Dependence): readonly number[] =>
  answers.map(({ sources }) => {
    const shares = independentShares(sources, careful, dependence)
    return sources.reduce((total, source, i) => total + voteOf(careful[source] ?? startingCare) * (shares[i] ?? 0), 0)
  })

const voteOf = (care: number): number => Math.max(0.05, Math.log((wrongValues * care) / (1 - care)))

/** How much each source, the most careful first, adds to those before it: 1 when it copies none of them. */
function independentShares(
  sources: readonly number[],
  careful: readonly number[],
  dependence: Dependence,
): readonly number[] {
  const order = sources.map((source, at) => ({ source, at }))
  order.sort((x, y) => (careful[y.source] ?? 0) - (careful[x.source] ?? 0) || x.source - y.source)
  const shares = sources.map(() => 1)
  order.forEach(({ source, at }, i) => {
    for (const earlier of order.slice(0, i)) shares[at] = (shares[at] ?? 1) * (1 - dependence(source, earlier.source))
  })
  return shares
}

/** How much of one source is the other, 0..1. */
export type Dependence = (a: number, b: number) => number

function dependenceOf(ties: readonly Tie[]): Dependence {
  const rates = new Map<number, Map<number, number>>()
  for (const { a, b, probability } of ties) {
    const of = rates.get(a) ?? new Map<number, number>()
    rates.set(a, of.set(b, probability))
  }
  return (a, b) => rates.get(Math.min(a, b))?.get(Math.max(a, b)) ?? 0
}

/** Mean support of what each source says. */
function careOf({ sources, items }: Table, weighed: readonly (readonly number[])[]): readonly number[] {
  const sums = sources.map(() => imagined * startingCare)
  const counts = sources.map(() => imagined)
  items.forEach(({ answers }, i) => {
    answers.forEach((answer, j) => {
      for (const source of answer.sources) {
        sums[source] = (sums[source] ?? 0) + (weighed[i]?.[j] ?? 0)
        counts[source] = (counts[source] ?? 0) + 1
      }
    })
  })
  return sums.map((sum, i) => Math.min(0.99, Math.max(0.01, sum / (counts[i] ?? 1))))
}

/** Index of the largest; the first one on a tie. */
export function heaviest(weights: readonly number[]): number {
  let best = 0
  weights.forEach((weight, i) => {
    if (weight > (weights[best] ?? 0)) best = i
  })
  return best
}
