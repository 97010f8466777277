import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
import { type Fact, type FactKind, factsOf } from './facts.ts'

/** Which details are in which documents of a collection, and how surprising each is. */
export interface FactIndex {
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Fact>>
  /** Details that `b` shares with `a`, as they stand in `a`, heaviest first. */
  shared(a: string, b: string): readonly WeighedFact[]
  /** Weight of everything a document says. */
  total(document: string): number
  /** Documents that share a rare detail with this one, by id. No pair that shares none is ever looked at. */
  neighbours(document: string): readonly string[]
  /** The neighbours with the weight of the rare details shared: one walk through the index. */
  overlaps(document: string): ReadonlyMap<string, number>
  /** What two documents share of what two texts of their size could share, 0..1. */
  kinship(a: string, b: string): number
  /** Documents that give this detail, by id. */
  holders(key: string): readonly string[]
  weightOf(fact: Fact): number
}

export interface WeighedFact {
  readonly fact: Fact
  /** Squared inverse document frequency (so that a few rare details outweigh many common ones) times a background prior. */
  readonly weight: number
}

/** A detail that more documents than this share brings nobody together (keeps the index linear in the collection). */
const commonest = 40

/**
 * Background surprise of a detail by its kind, before the collection is asked: a figure is seldom shared by chance, two
 * telling words side by side less seldom, a single word often. Chosen by hand and by trial on eight stories of known
 * provenance, so that other collections may be served better by other numbers.
 */
const prior: Readonly<Record<FactKind, number>> = { figure: 2, name: 0.4, word: 0.6, pair: 1.2 }

/** Builds the inverted index of details. */
export function indexFacts(readings: readonly Reading[]): FactIndex {
  const facts = new Map(readings.map((reading) => [reading.document.id, factsOf(reading)]))
  const holders = new Map<string, string[]>()
  for (const id of [...facts.keys()].sort(byCodeUnit))
    for (const key of facts.get(id)?.keys() ?? []) {
      const list = holders.get(key)
      if (list) list.push(id)
      else holders.set(key, [id])
    }
  const weightOf = (fact: Fact) =>
    prior[fact.kind] * Math.log((facts.size + 1) / (holders.get(fact.key)?.length ?? 1)) ** 2
  const totals = new Map([...facts].map(([id, own]) => [id, sum([...own.values()].map(weightOf))]))
  const total = (document: string) => totals.get(document) ?? 0
  function shared(a: string, b: string): readonly WeighedFact[] {
    const other = facts.get(b)
    return [...(facts.get(a)?.values() ?? [])]
      .filter(({ key }) => other?.has(key))
      .map((fact) => ({ fact, weight: weightOf(fact) }))
      .sort((x, y) => y.weight - x.weight || x.fact.start - y.fact.start || byCodeUnit(x.fact.key, y.fact.key))
  }
  return {
    facts,
    weightOf,
    total,
    shared,
    holders: (key) => holders.get(key) ?? [],
    kinship(a, b) {
      const size = Math.sqrt(total(a) * total(b))
      return size === 0 ? 0 : sum(shared(a, b).map(({ weight }) => weight)) / size
    },
    overlaps(document) {
      const found = new Map<string, number>()
      for (const fact of facts.get(document)?.values() ?? []) {
        const list = holders.get(fact.key) ?? []
        if (list.length > commonest || list.length < 2) continue
        const weight = weightOf(fact)
        for (const id of list) if (id !== document) found.set(id, (found.get(id) ?? 0) + weight)
      }
      return found
    },
    neighbours(document) {
      const near = new Set<string>()
      for (const key of facts.get(document)?.keys() ?? []) {
        const list = holders.get(key) ?? []
        if (list.length <= commonest) for (const id of list) if (id !== document) near.add(id)
      }
      return [...near].sort(byCodeUnit)
    },
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
