import { rangeOf, samePoint } from '../../provenance/claims/figures.ts'
import { apart, comparable, type Weigher } from '../../provenance/claims/similarity.ts'
import { addTo } from '../../text/listed.ts'
import { remembered, rememberedWithin } from '../../text/remembered.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldByDocument, weigherIn } from '../told.ts'

/** Statements of one document that one word may lead to. */
const holders = 24
/** The most telling words of a statement, by which its counterpart is looked up. */
const lookups = 8

/** Looks up the statements of a document that share a telling word, a number or the claim with a statement. */
export const counterpartsIn = remembered(
  (context: FindingContext): ((to: Told, document: string) => ReadonlySet<Told>) => {
    const byDocument = toldByDocument(context)
    const weigh = weigherIn(context)
    const keysOf = rememberedWithin((one: Told): readonly string[] => lookupsOf(one, weigh))
    const wordsOf = rememberedWithin((one: Told): string => keysOf(one).join('\n'))
    const indexes = new Map<string, ReadonlyMap<string, readonly Told[]>>()
    const known = new Map<string, Map<string, ReadonlySet<Told>>>()
    return (to, document) => {
      // Copies are looked up by the same words.
      const found = known.get(document) ?? new Map<string, ReadonlySet<Told>>()
      known.set(document, found)
      const candidates = found.get(wordsOf(to)) ?? lookedUp(to, document)
      found.set(wordsOf(to), candidates)
      return candidates
    }

    function lookedUp(to: Told, document: string): ReadonlySet<Told> {
      const index = indexes.get(document) ?? indexOf(byDocument.get(document) ?? [], keysOf)
      indexes.set(document, index)
      const candidates = new Set<Told>()
      for (const key of keysOf(to)) for (const one of (index.get(key) ?? []).slice(0, holders)) candidates.add(one)
      return candidates
    }
  },
)

/** How sure it is that one statement was made from the other: words in common, and a number that was kept. */
export function retells(from: Told, to: Told, weigh: Weigher): number {
  const voice = from.body !== null && from.body === to.body ? 0.1 : 0
  const known = likenessesOf(weigh)
  const pair = pairOfKinds(from, to, weigh)
  const likeness = known.get(pair) ?? wordsShared(from, to, weigh) + figures(from, to)
  known.set(pair, likeness)
  return likeness + voice
}

/** How alike statements were found, by the kinds of both. */
const likenessesOf = remembered((_: Weigher) => new Map<number, number>())

/** A number for the kinds of two statements, in that order. */
export const pairOfKinds = (a: Told, b: Told, { kindOf }: Weigher): number =>
  kindOf(a.content) * mostKinds + kindOf(b.content)

/** More statements than a pile can have. */
const mostKinds = 2 ** 26

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
