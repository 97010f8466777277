import type { Document } from '../../model/document.ts'
import { byCodeUnit } from '../../text/order.ts'
import { lift, nearness } from '../nearness.ts'
import { type Digest, digestOf, weightIn } from './digest.ts'

/** Reports that may concern each other: nothing is compared across topics. */
export interface Topic {
  /** Id of its first report. */
  readonly id: string
  /** Ids of its reports, the first one first. */
  readonly documents: readonly string[]
}

/** Parts a pile of reports into topics. The order of the input decides nothing. */
export function topicsOf(documents: readonly Document[]): readonly Topic[] {
  const topics = openTopics()
  topics.add(documents)
  return topics.all()
}

/** Topics of a pile that grows and shrinks: at any time the same as if all that is in it had come at once. */
export interface Topics {
  add(documents: readonly Document[]): void
  remove(ids: readonly string[]): void
  /** In the order of their first reports. */
  all(): readonly Topic[]
}

/**
 * A report belongs to the topic of the earlier report that it is most like, if it is like enough: a forest with one root for each topic
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
    const fresh = documents.map((document, i) => ({ ...digestOf(document), slot: reports.size + i, nearest: null }))
    const few = fresh.length * rebuiltAt < reports.size
    enter(fresh)
    const moved = few ? new Set(fresh.flatMap(laterThan)) : new Set(reports.values())
    for (const report of [...fresh, ...moved]) report.nearest = nearestOf(report)
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
    for (const report of moved) report.nearest = nearestOf(report)
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

  function nearestOf(report: Report): Report | null {
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
    let nearest: Report | null = null
    let most = 0
    for (const other of found) {
      const likeness =
        (scores[other.slot] ?? 0) * lift(Math.min(report.words, other.words)) * nearness(report.day, other.day)
      scores[other.slot] = 0
      const better = likeness > most || (likeness === most && nearest !== null && before(other, nearest))
      if (likeness >= least && better) [nearest, most] = [other, likeness]
    }
    return nearest
  }

  function all(): readonly Topic[] {
    const sorted = [...reports.values()].sort((a, b) => byCodeUnit(a.order, b.order))
    const roots = new Map<Report, Report>()
    const topics = new Map<Report, string[]>()
    for (const report of sorted) {
      const root = report.nearest === null ? report : (roots.get(report.nearest) ?? report.nearest)
      roots.set(report, root)
      const members = topics.get(root)
      if (members) members.push(report.id)
      else topics.set(root, [report.id])
    }
    return [...topics].map(([root, documents]) => ({ id: root.id, documents }))
  }
}

/** A report in the forest. */
interface Report extends Digest {
  /** Where its score is kept while another report looks for its nearest. */
  slot: number
  nearest: Report | null
}

/**
 * Likeness from which on a report belongs to the topic of an earlier one. Low: what is parted here is never compared. On eight invented
 * stories mixed together (60 reports), 98 % of the pairs that belong together stay together, on the training part of ECB+ 97 %.
 */
const least = 0.2
/** How many earlier holders of a word a report looks back to. */
const back = 300
/** When more than one report in so many is new, all are looked at anew. */
const rebuiltAt = 10

const before = (a: Report, b: Report | undefined): boolean => b === undefined || a.order < b.order

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
