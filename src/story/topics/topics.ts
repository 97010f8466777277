import type { Document } from '../../model/document.ts'
import type { Digest, PlacedReport } from '../../model/placed-report.ts'
import { addTo } from '../../text/listed.ts'
import { byCodeUnit } from '../../text/order.ts'
import { digestOf } from './digest.ts'
import { lookedBack, nearestOf } from './likeness.ts'

/** Reports that may concern each other: nothing is compared across topics. */
export interface Topic {
  /** Id of its first report. */
  readonly id: string
  /** Ids of its reports, the first one first. */
  readonly documents: readonly string[]
}

/**
 * Parts reports into topics, in the order of their first reports. The order of the input decides nothing.
 *
 * @param least likeness, 0..1, from which on a report belongs to the topic of the one that it is most like
 * @param largest a topic of more reports is parted where it hangs together least, as long as that makes it smaller
 */
export const topicsOf = (documents: readonly Document[], least: number, largest?: number): readonly Topic[] =>
  topicsIn(placedReports(documents.map(digestOf)), least, largest)

/**
 * Every report, in order, with the one that it hangs on: the earlier report that it is most like, which makes a forest (single-pass
 * detection of topics, Allan 1998, with the nearest report in place of the mean of a topic, so that a late arrival moves only those that it
 * is nearer to).
 *
 * A report is compared with the last few earlier holders of each of its leading words, and how alike two reports are is a matter of these
 * two alone. So one report more or less concerns only those that stand a few places behind it in the list of one of its words, however many
 * there are in all: `kept-forest.ts` keeps this same forest for a collection that grows.
 *
 * @param back how many earlier holders of a word are looked at
 */
export function placedReports(digests: readonly Digest[], back = lookedBack): readonly PlacedReport[] {
  const holders = new Map<number, Digest[]>()
  return [...digests]
    .sort((a, b) => byCodeUnit(a.order, b.order))
    .map((digest) => {
      const near = new Set([...digest.leads].flatMap((key) => holders.get(key)?.slice(-back) ?? []))
      for (const key of digest.leads) addTo(holders, key, digest)
      return { ...digest, ...nearestOf(digest, near) }
    })
}

/**
 * The trees of a forest whose bonds are `least` or more; one that is too large is parted at a higher bar.
 *
 * @param placed in order
 */
export const topicsIn = (
  placed: readonly PlacedReport[],
  least: number,
  largest = Number.POSITIVE_INFINITY,
): readonly Topic[] =>
  parted(placed, least, largest)
    .sort((a, b) => byCodeUnit(a[0]?.order ?? '', b[0]?.order ?? ''))
    .map((tree) => ({ id: tree[0]?.id ?? '', documents: tree.map(({ id }) => id) }))

function parted(placed: readonly PlacedReport[], least: number, largest: number): PlacedReport[][] {
  const roots = new Map<string, string>()
  const trees = new Map<string, PlacedReport[]>()
  for (const report of placed) {
    const above = report.likeness >= least && report.nearest !== null ? roots.get(report.nearest) : undefined
    const root = above ?? report.id
    roots.set(report.id, root)
    addTo(trees, root, report)
  }
  const higher = higherBar(least)
  return [...trees.values()].flatMap((tree) =>
    tree.length > largest && higher !== undefined ? parted(tree, higher, largest) : [tree],
  )
}

/** The bar at which a topic is parted that is too large at this one; undefined where its reports are copies. */
export const higherBar = (least: number): number | undefined => (least < nearCopies ? least + higher : undefined)

/** By so much the bar is raised for what is too large; what is more alike than this are copies, which stay together however many they are. */
const [higher, nearCopies] = [0.05, 0.8]
