import { byNumber } from '../text/order.ts'
import type { Item, Table } from './answers.ts'

/** What two sources have in common, where the answers to a question differ at all. Sources are indices, `a < b`. */
export interface Tie {
  readonly a: number
  readonly b: number
  /** They give the same value: each time counts by what the value lacks in support. */
  readonly rare: number
  /** They give different values. */
  readonly apart: number
  /** 0..1: how likely it is that one copies the other. */
  readonly probability: number
}

/** How often one of two sources copies the other before anything is known of them; low, because it is an accusation. */
const prior = 0.01
/** A copier agrees with what it copies nearly always: a Beta law with its mean at .95, swept on the public Flight data, 2026-11. */
const copier = { agree: 30, differ: 1.5 }
/** Two observers of one event share rarer values too (another clock, another meaning of the word), but not always. */
const observer = { agree: 2, differ: 2 }

/** Bayes: which of the two is the better account of how often they agree on rare values. */
function probabilityOf(rare: number, apart: number): number {
  const copies = Math.log(prior) + logLikelihood(copier, rare, apart)
  const observes = Math.log(1 - prior) + logLikelihood(observer, rare, apart)
  return 1 / (1 + Math.exp(observes - copies))
}

/** Beta-binomial: the chance of this very sequence of agreeing and differing, for one who agrees about as often as given. */
const logLikelihood = (habit: { agree: number; differ: number }, rare: number, apart: number): number =>
  logBeta(habit.agree + rare, habit.differ + apart) - logBeta(habit.agree, habit.differ)

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

/** Stirling's series, after moving the argument above 7 where it is exact to eight digits. */
function logGamma(x: number): number {
  let [at, shift] = [x, 0]
  for (; at < 7; at++) shift -= Math.log(at)
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * at) - 1 / (360 * at ** 3)
}

/** How commonly each answer of an item is given, 0..1. */
export function commonness({ answers }: Item): readonly number[] {
  const all = answers.reduce((total, { sources }) => total + sources.length, 0)
  return answers.map(({ sources }) => sources.length / all)
}

/** Beyond this many sources of one question, only the first ones are compared pair by pair. */
const mostSources = 200

/** Every pair of sources that share a value somewhere where answers differ. `support[i][j]` is that of answer j of item i. */
export function tiesOf({ sources, items }: Table, support: readonly (readonly number[])[]): readonly Tie[] {
  const rare = new Map<number, number>()
  const apart = new Map<number, number>()
  items.forEach(({ answers }, i) => {
    if (answers.length < 2) return
    answers.forEach(({ sources: givers }, j) => {
      const telling = 1 - (support[i]?.[j] ?? 0)
      forPairs(givers, (a, b) => add(rare, a * sources.length + b, telling))
    })
  })
  for (const { answers } of items) {
    if (answers.length < 2) continue
    const given = answers.flatMap(({ sources: givers }, answer) => givers.map((source) => ({ source, answer })))
    given.sort((x, y) => x.source - y.source)
    forPairs(given, (x, y) => {
      const pair = x.source * sources.length + y.source
      if (x.answer !== y.answer && rare.has(pair)) add(apart, pair, 1)
    })
  }
  return [...rare.keys()].sort(byNumber).map((pair) => {
    const [together, differing] = [rare.get(pair) ?? 0, apart.get(pair) ?? 0]
    return {
      a: Math.floor(pair / sources.length),
      b: pair % sources.length,
      rare: together,
      apart: differing,
      probability: probabilityOf(together, differing),
    }
  })
}

function forPairs<T>(list: readonly T[], visit: (a: T, b: T) => void): void {
  const some = list.slice(0, mostSources)
  some.forEach((a, i) => {
    for (const b of some.slice(i + 1)) visit(a, b)
  })
}

const add = (sums: Map<number, number>, pair: number, amount: number): void => {
  sums.set(pair, (sums.get(pair) ?? 0) + amount)
}
