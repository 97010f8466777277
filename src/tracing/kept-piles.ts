import type { Document } from '../model/document.ts'
import type { Digest, PlacedReport } from '../model/placed-report.ts'
import { digestOf } from '../story/topics/digest.ts'
import { type Change, type Forest, type ForestSource, openForest } from '../story/topics/kept-forest.ts'
import { topicOf } from '../story/topics/kept-topics.ts'
import { placedReports } from '../story/topics/topics.ts'
import { byCodeUnit } from '../text/order.ts'
import type { InForce } from './in-force.ts'
import { least, most, pilesIn } from './piles.ts'
import { openTies, type Ties } from './ties.ts'

/** Where it is kept which report is in which pile. */
export interface PilesSource {
  /** The keys of the piles that hold one of these reports, by report. */
  pilesHolding(documents: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The reports in a pile. */
  inPile(key: string): Promise<readonly string[]>
}

/** What a change of a collection changes in its parting. */
export interface Parted {
  /** Keys of piles that may be no more. */
  readonly gone: readonly string[]
  /** The piles that stand in their place. */
  readonly come: readonly NewPile[]
  /** What changes in the forest of topics. */
  readonly placed: readonly Change[]
}

export interface NewPile {
  /** Ids, in canonical order. */
  readonly documents: readonly string[]
  /** Where the first of them stands in the order of all. */
  readonly order: string
}

/**
 * Takes documents up into the parting of a collection: the same as if all of it were parted anew, but no more of it is read than their
 * neighbours, and no other pile is named than those that may hold other documents than before. A small collection, whose
 * piles hold together by less, is not for this.
 *
 * @param changed documents that came, or came in another version
 * @param concerned ids of others that may belong elsewhere: those whose ties changed
 * @param decisions those that hold now
 */
export async function partedAgain(
  source: ForestSource & PilesSource,
  changed: readonly Document[],
  concerned: readonly string[],
  decisions: readonly InForce[],
): Promise<Parted> {
  const forest = openForest(source)
  for (const document of changed) await forest.put(digestOf(document))
  const placed = forest.changes()
  // Where a bond is cut or made, what hangs together is another on both sides.
  const moved = placed.flatMap(({ id, was, is }) => [id, ...[was, is].flatMap((report) => report?.nearest ?? [])])
  const asked = [...changed.map(({ id }) => id), ...moved, ...concerned]
  return { ...(await partedAround(forest, source, asked, openTies(decisions))), placed }
}

/** A collection that is parted as a whole, without holding its texts. */
export interface WholeParting {
  add(document: Document): void
  parted(decisions: readonly InForce[]): Parted
}

export function openWholeParting(): WholeParting {
  const digests: Digest[] = []
  return {
    add: (document) => void digests.push(digestOf(document)),
    parted(decisions) {
      const placed = placedReports(digests)
      const orders = new Map(placed.map(({ id, order }) => [id, order]))
      const come = digests.length === 0 ? [] : pilesIn(placed, decisions)
      return {
        gone: [],
        come: come.map((documents) => ({ documents, order: firstOf(documents.map((id) => orders.get(id) ?? '')) })),
        placed: placed.map((is) => ({ id: is.id, was: undefined, is })),
      }
    },
  }
}

const firstOf = (orders: readonly string[]): string => orders.reduce((a, b) => (byCodeUnit(b, a) < 0 ? b : a))

async function partedAround(
  forest: Forest,
  kept: PilesSource,
  documents: readonly string[],
  ties: Ties,
): Promise<Omit<Parted, 'placed'>> {
  const gone = new Set<string>()
  const come: NewPile[] = []
  const settled = new Set<string>()
  // Whoever shared a pile with one that moved may have to find another: the list grows while it is gone through.
  const asked = new Set(documents)
  for (const id of asked) {
    if (settled.has(id)) continue
    await leavePiles([id])
    const pile = await pileWith(id)
    if (pile.length === 0) continue
    const ids = pile.map(({ id }) => id)
    for (const member of ids) settled.add(member)
    await leavePiles(ids)
    come.push({ documents: ids.sort(byCodeUnit), order: firstOf(pile.map(({ order }) => order)) })
  }
  return { gone: [...gone], come }

  async function leavePiles(ids: readonly string[]): Promise<void> {
    for (const key of new Set((await kept.pilesHolding(ids)).values())) {
      if (gone.has(key)) continue
      gone.add(key)
      for (const id of await kept.inPile(key)) asked.add(id)
    }
  }

  /** A report's topic, and those that people tied to one that is in it already. */
  async function pileWith(id: string): Promise<readonly PlacedReport[]> {
    const pile = new Map<string, PlacedReport>()
    const starts = new Set([id])
    for (const start of starts) {
      if (pile.has(start)) continue
      for (const report of await topicOf(forest, start, least, most)) {
        pile.set(report.id, report)
        for (const tied of ties.of(report.id)) starts.add(tied)
      }
    }
    return [...pile.values()]
  }
}
