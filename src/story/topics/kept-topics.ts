import type { PlacedReport } from '../../model/placed-report.ts'
import type { Forest } from './kept-forest.ts'
import { higherBar } from './topics.ts'

/**
 * The topic that a report is in, as `topicsIn` would find it, by going from report to report along their bonds: no more of the forest is
 * read than a little more than the largest topic for each bar.
 *
 * @returns the reports in it, in no order; empty where this one does not stand in the forest
 */
export async function topicOf(
  forest: Forest,
  id: string,
  least: number,
  largest: number,
): Promise<readonly PlacedReport[]> {
  for (let bar = least; ; ) {
    const higher = higherBar(bar)
    const tree = await treeOf(forest, id, bar, higher === undefined ? Number.POSITIVE_INFINITY : largest)
    if (tree !== undefined) return tree
    bar = higher ?? bar
  }
}

/** All that hangs together with a report by bonds of `bar` or more; undefined where these are too many. */
async function treeOf(
  forest: Forest,
  id: string,
  bar: number,
  most: number,
): Promise<readonly PlacedReport[] | undefined> {
  const tree = new Map<string, PlacedReport>()
  for (let wave = await forest.placed([id]); wave.length > 0; ) {
    for (const report of wave) tree.set(report.id, report)
    if (tree.size > most) return undefined
    const above = wave.flatMap(({ nearest, likeness }) => (nearest !== null && likeness >= bar ? [nearest] : []))
    const below = await forest.hangingOn(wave.map(({ id }) => id))
    const next = [...(await forest.placed([...new Set(above)])), ...below.filter(({ likeness }) => likeness >= bar)]
    wave = [...new Map(next.map((report) => [report.id, report])).values()].filter(({ id }) => !tree.has(id))
  }
  return [...tree.values()]
}
