import type { Document } from '../../model/document.ts'
import { byCodeUnit } from '../../text/order.ts'
import { nearness } from '../nearness.ts'
import { type Digest, digestOf, weightIn } from './digest.ts'

/** Reports that may concern each other: nothing is compared across topics. */
export interface Topic {
  /** Id of its first report. */
  readonly id: string
  /** Ids of its reports, the first one first. */
  readonly documents: readonly string[]
}

/** Parts reports into topics. The order of the input decides nothing. */
export function topicsOf(documents: readonly Document[], least: number, largest?: number): readonly Topic[] {
  const topics = openTopics()
  topics.add(documents)
  return topics.all(least, largest)
}

/** Topics of a collection that grows and shrinks: at any time the same as if all that is in it had come at once. */
export interface Topics {
  add(documents: readonly Document[]): void
  remove(ids: readonly string[]): void
  /**
   * In the order of their first reports.
   *
   * @param least likeness, 0..1, from which on a report belongs to the topic of the one that it is most like
   * @param largest a topic of more reports is parted where it hangs together least, as long as that makes it smaller
   */
  all(least: number, largest?: number): readonly Topic[]
}

/**
 * A report hangs on the earlier report that it is most like, if it is like enough: a forest with one root for each topic
 * (single-pass detection of topics, Allan 1998, with the nearest report in place of the mean of a topic, so that a late arrival moves only
 * those that it is nearer to). How alike two reports are is a matter of these two alone.
 */
export function openTopics(): Topics {
  const reports = new Map<string, Report>()
  const holders = new Map<number, Report[]>()
  const scores: number[] = []

  return { add, remove, all }

  function add(documents: readonly Document[]): void {
    remove(documents.map(({ id }) => id))
    const fresh = documents.map((document, i) => ({ ...digestOf(document), slot: reports.size + i, ...alone }))
    const few = fresh.length * rebuiltAt < reports.size
    enter(fresh)
    const moved = few ? new Set(fresh.flatMap(laterThan)) : new Set(reports.values())
    for (const report of [...fresh, ...moved]) Object.assign(report, nearestOf(report))
  }

  function remove(ids: readonly string[]): void {
    const gone = ids.flatMap((id) => reports.get(id) ?? [])
    if (gone.length === 0) return
    const moved = new Set(gone.flatMap(laterThan))
    for (const report of gone) {
      reports.delete(report.id)
      moved.delete(report)
      for (const key of report.keys) {
        const list = holders.get(key) ?? []
        list.splice(placeOf(list, report), 1)
      }
    }
    let slot = 0
    for (const report of reports.values()) report.slot = slot++
    for (const report of moved) Object.assign(report, nearestOf(report))
  }

  function enter(fresh: readonly Report[]): void {
    const touched = new Set<Report[]>()
    for (const report of fresh) {
      reports.set(report.id, report)
      for (const key of report.keys) {
        const list = holders.get(key) ?? []
        if (list.length === 0) holders.set(key, list)
        if (list.length > 0 && before(report, list.at(-1))) touched.add(list)
        list.push(report)
      }
    }
    for (const list of touched) list.sort((a, b) => byCodeUnit(a.order, b.order))
  }

  /** The reports that look back as far as this one through a word of theirs. */
  function laterThan(report: Report): readonly Report[] {
    return [...report.keys].flatMap((key) => {
      const list = holders.get(key) ?? []
      const at = placeOf(list, report)
      return list.slice(at + 1, at + 1 + back)
    })
  }

  function nearestOf(report: Report): Bond {
    const found: Report[] = []
    for (const [i, key] of report.keys.entries()) {
      const list = holders.get(key) ?? []
      const end = placeOf(list, report)
      for (let at = Math.max(0, end - back); at < end; at++) {
        const other = list[at]
        if (other === undefined) continue
        if (!scores[other.slot]) found.push(other)
        scores[other.slot] = (scores[other.slot] ?? 0) + (report.weights[i] ?? 0) * weightIn(other, key)
      }
    }
    let bond: Bond = alone
    for (const other of found) {
      const likeness = (scores[other.slot] ?? 0) * nearness(report.day, other.day)
      scores[other.slot] = 0
      const better = likeness > bond.likeness || (likeness === bond.likeness && before(other, bond.nearest))
      if (better) bond = { nearest: other, likeness }
    }
    return bond
  }

  function all(least: number, largest = Number.POSITIVE_INFINITY): readonly Topic[] {
    const sorted = [...reports.values()].sort((a, b) => byCodeUnit(a.order, b.order))
    return parted(sorted, least, largest)
      .sort((a, b) => byCodeUnit(a[0]?.order ?? '', b[0]?.order ?? ''))
      .map((members) => ({ id: members[0]?.id ?? '', documents: members.map(({ id }) => id) }))
  }
}

/** Reports in order, parted into trees whose bonds are `least` or more; a tree that is too large is parted at a higher bar. */
function parted(sorted: readonly Report[], least: number, largest: number): Report[][] {
  const roots = new Map<Report, Report>()
  const trees = new Map<Report, Report[]>()
  for (const report of sorted) {
    const above = report.likeness >= least && report.nearest ? roots.get(report.nearest) : undefined
    const root = above ?? report
    roots.set(report, root)
    const members = trees.get(root)
    if (members) members.push(report)
    else trees.set(root, [report])
  }
  return [...trees.values()].flatMap((tree) =>
    tree.length > largest && least < 1 ? parted(tree, least + higher, largest) : [tree],
  )
}

/** By so much the bar is raised for what is too large. */
const higher = 0.05

/** A report in the forest. */
interface Report extends Digest, Bond {
  /** Where its score is kept while another report looks for its nearest. */
  slot: number
}

/** The earlier report that a report is most like, and how much, 0..1. */
interface Bond {
  nearest: Report | null
  likeness: number
}

const alone: Bond = { nearest: null, likeness: 0 }

/** How many earlier holders of a word a report looks back to. */
const back = 300
/** When more than one report in so many is new, all are looked at anew. */
const rebuiltAt = 10

const before = (a: Report, b: Report | null | undefined): boolean => !b || a.order < b.order

/** The place of a report in a list that is in order: its own, or where it would stand. */
function placeOf(list: readonly Report[], report: Report): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(list[middle] ?? report, report)) low = middle + 1
    else high = middle
  }
  return low
}
