import type { PlacedReport } from '../model/placed-report.ts'
import type { Forest } from '../story/topics/kept-forest.ts'
import { topicOf } from '../story/topics/kept-topics.ts'
import { byCodeUnit } from '../text/order.ts'
import { least, most } from './piles.ts'
import type { Ties } from './ties.ts'

/** Where it is kept which report is in which pile. */
export interface PilesSource {
  /** The keys of the piles that hold one of these reports, by report. */
  pilesHolding(documents: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The reports in a pile. */
  inPile(key: string): Promise<readonly string[]>
}

/** What is to be parted anew. */
export interface Parted {
  /** Keys of piles that may be no more. */
  readonly gone: readonly string[]
  /** The piles that stand in their place. */
  readonly come: readonly NewPile[]
}

export interface NewPile {
  /** Ids, in canonical order. */
  readonly documents: readonly string[]
  /** Where the first of them stands in the order of all. */
  readonly order: string
}

/**
 * The piles that a change of the forest concerns: the same as if all of it were parted anew, and of it only those were taken that hold other
 * reports than before. A collection so small that it is one pile is not for this.
 *
 * @param documents those whose bond changed, those at either end of such a bond, and those whose ties changed
 * @param ties the ties that hold now
 */
export async function partedAnew(
  forest: Forest,
  kept: PilesSource,
  documents: Iterable<string>,
  ties: Ties,
): Promise<Parted> {
  const gone = new Set<string>()
  const come: NewPile[] = []
  const settled = new Set<string>()
  // Whoever shared a pile with one that moved may have to find another: the list grows while it is gone through.
  const asked = new Set(documents)
  for (const id of asked) {
    await leavePiles([id])
    if (settled.has(id)) continue
    const pile = await pileWith(id)
    for (const { id: member } of pile) settled.add(member)
    await leavePiles(pile.map(({ id }) => id))
    const orders = pile.map(({ order }) => order).sort(byCodeUnit)
    if (orders[0] !== undefined) come.push({ documents: pile.map(({ id }) => id).sort(byCodeUnit), order: orders[0] })
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
