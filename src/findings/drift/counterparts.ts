import { rangeOf, samePoint } from '../../provenance/claims/figures.ts'
import { apart, comparable, type Weigher } from '../../provenance/claims/similarity.ts'
import { addTo } from '../../text/listed.ts'
import { remembered } from '../../text/remembered.ts'
import type { Told } from '../told.ts'

/** Statements of one document that one word may lead to. */
const holders = 24
/** The most telling words of a statement, by which its counterpart is looked up. */
const lookups = 8

/** Looks up the statements of a document that share a telling word, a number or the claim with a statement. */
export function counterpartsIn(
  byDocument: ReadonlyMap<string, readonly Told[]>,
  weigh: Weigher,
): (to: Told, document: string) => ReadonlySet<Told> {
  const keysOf = remembered((one: Told): readonly string[] => lookupsOf(one, weigh))
  const indexes = new Map<string, ReadonlyMap<string, readonly Told[]>>()
  return (to, document) => {
    const index = indexes.get(document) ?? indexOf(byDocument.get(document) ?? [], keysOf)
    indexes.set(document, index)
    return new Set(keysOf(to).flatMap((key) => (index.get(key) ?? []).slice(0, holders)))
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

function indexOf(
  told: readonly Told[],
  keysOf: (one: Told) => readonly string[],
): ReadonlyMap<string, readonly Told[]> {
  const index = new Map<string, Told[]>()
  for (const one of told) for (const key of keysOf(one)) addTo(index, key, one)
  return index
}

function lookupsOf({ claim, content }: Told, weigh: Weigher): readonly string[] {
  const words = [...content.terms.keys()].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1)).slice(0, lookups)
  const numbers = content.measures.slice(0, 6).map(({ quantity: { low, high } }) => `= ${low ?? high}`)
  return [`claim ${claim}`, ...words, ...numbers]
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, weigh: Weigher): number {
  let dot = 0
  for (const [term, weight] of a) {
    const other = b.get(term)
    if (other !== undefined) dot += weight * other * weigh(term) ** 2
  }
  return dot === 0 ? 0 : dot / Math.sqrt(weigh.square(a) * weigh.square(b))
}
