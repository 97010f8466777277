import { rangeOf, samePoint } from '../../provenance/claims/figures.ts'
import { apart, comparable, type Weigher, weigherOf } from '../../provenance/claims/similarity.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn, upstreamOf } from '../told.ts'
import type { Compared } from './changes.ts'

/** A statement of one document and the one upstream that it most likely goes back to. */
export interface Retelling extends Compared {
  /** All that the upstream documents say about the matter. */
  readonly earlier: readonly Told[]
  /** All that this document says about it. */
  readonly later: readonly Told[]
}

/** Alike enough to be one matter although the statements stand in different claims. Set on the public "retold" stories. */
const alike = 0.45
/** A claim also holds what is said beside the point: two statements with hardly a word in common are no retelling. */
const alikeInClaim = 0.1
/** Alike enough, within a claim, to be set against each other: claims also hold what is said beside the point. */
const akin = 0.35
/** Statements of one document that one word may lead to. */
const holders = 24
/** What one document says of one claim, as far as it is looked at. */
const most = 50
/** The most telling words of a statement, by which its counterpart is looked up. */
const lookups = 8

/**
 * Every statement beside its counterpart in the nearest upstream document that has one. A retelling that was changed beyond
 * its claim (another figure, other words) is still found, by the words and numbers that it kept.
 */
export function retellings(context: FindingContext): readonly Retelling[] {
  const byDocument = new Map<string, Told[]>()
  const byClaim = toldIn(context)
  const byPlace = new Map<string, Told[]>()
  for (const one of [...byClaim.values()].flat()) {
    push(byDocument, one.document, one)
    push(byPlace, `${one.document} ${one.claim}`, one)
  }
  const weigh = weigherOf([...byClaim.values()].flat().map(({ content }) => content))
  const indexes = new Map<string, ReadonlyMap<string, readonly Told[]>>()
  const upstream = upstreamOf(context)
  return [...byDocument].flatMap(([document, own]) => {
    const levels = upstream(document)
    const pairs = own.flatMap((to) => {
      for (const level of levels) {
        const found = counterpart(to, level)
        if (found) return [{ ...found, to, level }]
      }
      return []
    })
    return pairs.map(({ from, to, likeness, level }) => {
      const akinTo = (one: Told): boolean =>
        one === from || one === to || retells(to, one, weigh) >= akin || retells(from, one, weigh) >= akin
      const ofMatter = (id: string): readonly Told[] =>
        [...new Set([from.claim, to.claim])].flatMap((claim) => (byPlace.get(`${id} ${claim}`) ?? []).slice(0, most))
      return {
        from,
        to,
        likeness,
        earlier: [...new Set([from, ...level.flatMap(ofMatter).filter(akinTo)])],
        later: [...new Set([to, ...ofMatter(document).filter(akinTo)])],
      }
    })
  })

  function counterpart(to: Told, level: readonly string[]): { readonly from: Told; readonly likeness: number } | null {
    let best: { readonly from: Told; readonly likeness: number; readonly rank: number } | null = null
    for (const document of level) {
      for (const from of candidates(to, document)) {
        const likeness = retells(from, to, weigh)
        if (likeness < (from.claim === to.claim ? alikeInClaim : alike)) continue
        const rank = likeness + (from.claim === to.claim ? 0.5 : 0) - (from.content.headline ? 0.1 : 0)
        if (best === null || rank > best.rank) best = { from, likeness, rank }
      }
    }
    return best
  }

  function candidates(to: Told, document: string): ReadonlySet<Told> {
    const index = indexes.get(document) ?? indexOf(byDocument.get(document) ?? [], weigh)
    indexes.set(document, index)
    return new Set(keysOf(to, weigh).flatMap((key) => (index.get(key) ?? []).slice(0, holders)))
  }
}

/** How sure it is that one statement was made from the other: words in common, and a number that was kept. */
export function retells(from: Told, to: Told, weigh: Weigher): number {
  const words = wordsShared(from, to, weigh)
  const voice = from.body !== null && from.body === to.body ? 0.1 : 0
  return words + figures(from, to) + voice
}

/** How much two statements have in common by their telling words alone, 0..1. */
export const wordsShared = (a: Told, b: Told, weigh: Weigher): number => cosine(a.content.terms, b.content.terms, weigh)

/** A number kept speaks for a retelling, figures that have nothing to do with each other against it. */
function figures({ content: { measures: before } }: Told, { content: { measures: after } }: Told): number {
  if (before.length === 0 || after.length === 0) return 0
  let best = -0.2
  for (const a of before.slice(0, 6)) {
    for (const b of after.slice(0, 6)) {
      const small = Math.abs(a.quantity.low ?? a.quantity.high ?? 0) <= 3 && a.quantity.unit === null
      const same = a.quantity.unit === b.quantity.unit && samePoint(rangeOf(a.quantity), rangeOf(b.quantity))
      if (same && !small) return 0.3
      if (comparable(a, b) !== apart) best = Math.max(best, 0.1 * comparable(a, b))
    }
  }
  return best
}

function indexOf(told: readonly Told[], weigh: Weigher): ReadonlyMap<string, readonly Told[]> {
  const index = new Map<string, Told[]>()
  for (const one of told) for (const key of keysOf(one, weigh)) push(index, key, one)
  return index
}

function keysOf({ claim, content }: Told, weigh: Weigher): readonly string[] {
  const words = [...content.terms.keys()].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1)).slice(0, lookups)
  const numbers = content.measures.slice(0, 6).map(({ quantity: { low, high } }) => `= ${low ?? high}`)
  return [`claim ${claim}`, ...words, ...numbers]
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, weigh: Weigher): number {
  let dot = 0
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0) * weigh(term) ** 2
  return dot === 0 ? 0 : dot / Math.sqrt(square(a, weigh) * square(b, weigh))
}

function square(terms: ReadonlyMap<string, number>, weigh: Weigher): number {
  let sum = 0
  for (const [term, weight] of terms) sum += (weight * weigh(term)) ** 2
  return sum
}
