import { rememberedWithin } from '../../text/remembered.ts'
import { placing } from '../../text/sparse-vector.ts'
import type { Content, Measure } from './content.ts'
import { isMoney, measured, rangeOf, samePoint } from './figures.ts'

/** How much a word tells, by how many different statements hold it. */
export interface Weigher {
  (term: string): number
  /** The square of the length of a statement as a vector of its weighed words. */
  readonly square: (terms: Content['terms']) => number
  /** A number for what two statements are compared by: copies with the same words and figures have one. */
  readonly kindOf: (content: Content) => number
}

/** Inverse document frequency over different statements, so that a copy changes nothing. */
export function weigherOf(contents: readonly Content[]): Weigher {
  const counts = new Map<string, number>()
  for (const { terms } of contents) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const total = contents.length
  const known = new Map<string, number>()
  const weigh = (term: string): number => {
    const found = known.get(term) ?? Math.log(1 + total / (counts.get(term) ?? 1))
    known.set(term, found)
    return found
  }
  const square = rememberedWithin((terms: Content['terms']): number => {
    let sum = 0
    for (const [term, weight] of terms) sum += (weight * weigh(term)) ** 2
    return sum
  })
  const kind = placing()
  const kindOf = rememberedWithin(({ terms, measures }: Content): number =>
    kind(JSON.stringify([...terms, ...measures.map(comparableKey)])),
  )
  return Object.assign(weigh, { square, kindOf })
}

/** Two statements that cannot answer one question. */
export const apart = -1

/**
 * How sure it is that two statements answer the same question, -1 to about 1.2. Figures decide first: what is counted,
 * what has become of it, in which unit. Words in common decide the rest. Weights set on the public "retold" stories.
 */
export function likeness(a: Content, b: Content, weigh: Weigher): number {
  const words = cosine(a.terms, b.terms, weigh)
  const years = differ(a.years, b.years) ? 0.15 : 0
  if (a.measures.length > 0 && b.measures.length > 0) {
    const best = bestPair(a.measures, b.measures)
    if (best === null) return words > 0.6 ? 0.1 : apart
    return best.score * 0.45 + words * 0.6 + (best.equal ? 0.2 : 0) - years
  }
  return words - years
}

/** What a figure loses that is not the first of its statement: "412 rescued, compared with 340". */
const aside = 0.2

interface Pair {
  readonly score: number
  readonly equal: boolean
}

function bestPair(a: readonly Measure[], b: readonly Measure[]): Pair | null {
  let best: Pair | null = null
  for (const [i, x] of a.slice(0, 6).entries()) {
    for (const [j, y] of b.slice(0, 6).entries()) {
      const plain = comparable(x, y)
      if (plain === apart) continue
      const score = plain * (1 - (i > 0 ? aside : 0) - (j > 0 ? aside : 0))
      const equal = telling(x) && samePoint(rangeOf(x.quantity), rangeOf(y.quantity))
      if (best === null || score + (equal ? 0.4 : 0) > best.score + (best.equal ? 0.4 : 0)) best = { score, equal }
    }
  }
  return best
}

/** One, two and three stand everywhere; an equal number means something from four on. */
const telling = ({ quantity }: Measure): boolean =>
  Math.abs(quantity.low ?? quantity.high ?? 0) > 3 || quantity.unit !== null

/** Do two figures measure the same thing? 0..1, or `apart`. */
export function comparable(x: Measure, y: Measure): number {
  const [a, b] = [x.quantity, y.quantity]
  if (a.per !== null && b.per !== null && a.per !== b.per) return apart
  const rate = (a.per === null) === (b.per === null) ? 0 : 0.15
  const equal = samePoint(rangeOf(a), rangeOf(b))
  if (a.unit === null && b.unit === null) return counts(x, y, equal) === apart ? apart : counts(x, y, equal) - rate
  if (a.unit === null || b.unit === null) return equal || a.low === b.low ? 0.1 : apart
  const [one, other] = [measured(a.unit), measured(b.unit)]
  if (one.dimension !== other.dimension) return apart
  const sameCurrency = !isMoney(a.unit) || a.unit === b.unit ? 0 : a.low === b.low ? 0 : 0.2
  const heads = x.head !== null && y.head !== null ? (x.head === y.head ? 0.4 : -0.1) : 0
  return Math.max(0, 0.4 + heads - rate - sameCurrency)
}

/** All that `comparable` looks at of a figure, as a text. */
export const comparableKey = ({ quantity: { low, high, unit, per }, head, fate, person }: Measure): string =>
  JSON.stringify([low, high, unit, per, head, fate, person])

/** Fates that reports word alike: people leave a camp, a town or a firm. */
const moves = new Set(['leave', 'evacuate', 'dismiss', 'arrive'])

function counts(x: Measure, y: Measure, equal: boolean): number {
  if (x.person && y.person) {
    if (x.fate !== null && y.fate !== null && x.fate !== y.fate)
      return moves.has(x.fate) && moves.has(y.fate) && equal ? 0.5 : apart
    if (x.fate !== null && y.fate !== null) return 0.9
    if (x.fate !== null || y.fate !== null) return equal ? 0.5 : 0.15
    if (x.head !== null && x.head === y.head) return x.head === 'people' ? (equal ? 0.5 : 0.3) : 0.6
    return equal ? 0.5 : 0.15
  }
  if (x.head === null || y.head === null) return equal ? 0.4 : 0.1
  if (x.head === y.head) return 0.8
  return equal ? 0.05 : apart
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, weigh: Weigher): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let dot = 0
  for (const [term, weight] of small) dot += weight * (large.get(term) ?? 0) * weigh(term) ** 2
  return dot === 0 ? 0 : dot / Math.sqrt(weigh.square(a) * weigh.square(b))
}

const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((year) => b.has(year))
