import type { Document } from '../../model/document.ts'
import { addTo } from '../../text/listed.ts'
import { byCodeUnit } from '../../text/order.ts'
import { nearness } from '../nearness.ts'
import { type Digest, digestOf } from './digest.ts'

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
 *
 * @param back how many earlier holders of a word a report looks back to
 */
export function openTopics(back = lookedBack): Topics {
  const reports = new Map<string, Placed>()
  const bySlot: (Placed | undefined)[] = []
  const holders = new Map<number, Holders>()
  const scores: number[] = []
  let last: Placed | undefined

  return { add, remove, all }

  function add(documents: readonly Document[]): void {
    const given = new Map(documents.map((document) => [document.id, document]))
    remove([...given.keys()])
    const fresh = [...given.values()].map((document): Placed => ({ ...digestOf(document), slot: -1, ...alone }))
    for (const report of fresh.sort((a, b) => byCodeUnit(a.order, b.order))) {
      const isLate = last !== undefined && !before(last, report)
      enter(report)
      Object.assign(report, nearestOf(report))
      if (isLate) offer(report)
    }
  }

  function remove(ids: readonly string[]): void {
    const gone = [...new Set(ids)].flatMap((id) => reports.get(id) ?? [])
    if (gone.length === 0) return
    const moved = new Set(gone.flatMap(laterThan))
    for (const report of gone) {
      for (const key of report.keys) {
        const { slots, weights } = holdersOf(key)
        const at = placeIn(slots, report)
        slots.splice(at, 1)
        weights.splice(at, 1)
      }
      bySlot[report.slot] = undefined
      reports.delete(report.id)
      moved.delete(report)
      if (report === last) last = latest(reports.values())
    }
    for (const report of moved) Object.assign(report, nearestOf(report))
  }

  /** A report that comes late may be nearer to later ones than what they hang on, or stand between them and it. */
  function offer(report: Placed): void {
    const found: number[] = []
    const cutOff = new Set<Placed>()
    for (const [i, key] of report.keys.entries()) {
      const { slots, weights } = holdersOf(key)
      const own = report.weights[i] ?? 0
      const at = placeIn(slots, report)
      for (let p = at + 1; p < slots.length && p <= at + back; p++) {
        const slot = slots[p] ?? 0
        if (scores[slot] === 0) found.push(slot)
        scores[slot] = (scores[slot] ?? 0) + own * (weights[p] ?? 0)
        const later = bySlot[slot]
        if (p > back && later?.nearest && later.nearest === bySlot[slots[p - back - 1] ?? -1]) cutOff.add(later)
      }
    }
    for (const slot of found) {
      const later = bySlot[slot]
      const likeness = (scores[slot] ?? 0) * nearness(report.day, later?.day)
      scores[slot] = 0
      if (later && isBetter(likeness, report, later)) Object.assign(later, { nearest: report, likeness })
    }
    for (const later of cutOff) Object.assign(later, nearestOf(later))
  }

  /** Puts a report where it belongs among the holders of its words. */
  function enter(report: Placed): void {
    report.slot = bySlot.push(report) - 1
    scores.push(0)
    for (const [i, key] of report.keys.entries()) {
      const { slots, weights } = holdersOf(key)
      const at = placeIn(slots, report)
      slots.splice(at, 0, report.slot)
      weights.splice(at, 0, report.weights[i] ?? 0)
    }
    reports.set(report.id, report)
    if (last === undefined || before(last, report)) last = report
  }

  function holdersOf(key: number): Holders {
    const known = holders.get(key)
    if (known) return known
    const none: Holders = { slots: [], weights: [] }
    holders.set(key, none)
    return none
  }

  /** The place of a report among those in order: its own, or where it would stand. */
  function placeIn(slots: readonly number[], report: Placed): number {
    let [low, high] = [0, slots.length]
    if (high === 0 || before(bySlot[slots[high - 1] ?? -1], report)) return high
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(bySlot[slots[middle] ?? -1], report)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The reports that look back as far as this one through a word of theirs. */
  function laterThan(report: Placed): readonly Placed[] {
    return [...report.keys].flatMap((key) => {
      const { slots } = holdersOf(key)
      const at = placeIn(slots, report)
      return slots.slice(at + 1, at + 1 + back).flatMap((slot) => bySlot[slot] ?? [])
    })
  }

  function nearestOf(report: Placed): Bond {
    const found: number[] = []
    for (const [i, key] of report.keys.entries()) {
      const held = holders.get(key)
      if (held === undefined) continue
      const { slots, weights } = held
      const own = report.weights[i] ?? 0
      const end = placeIn(slots, report)
      for (let at = Math.max(0, end - back); at < end; at++) {
        const slot = slots[at] ?? 0
        const score = scores[slot] ?? 0
        if (score === 0) found.push(slot)
        scores[slot] = score + own * (weights[at] ?? 0)
      }
    }
    let bond: Bond = alone
    for (const slot of found) {
      const other = bySlot[slot]
      const likeness = (scores[slot] ?? 0) * nearness(report.day, other?.day)
      scores[slot] = 0
      if (other && isBetter(likeness, other, bond)) bond = { nearest: other, likeness }
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

/** The reports that hold a word, in order, by slot, and how much it says in each. */
interface Holders {
  readonly slots: number[]
  readonly weights: number[]
}

function latest(reports: Iterable<Placed>): Placed | undefined {
  let found: Placed | undefined
  for (const report of reports) if (found === undefined || before(found, report)) found = report
  return found
}

/** Reports in order, parted into trees whose bonds are `least` or more; a tree that is too large is parted at a higher bar. */
function parted(sorted: readonly Placed[], least: number, largest: number): Placed[][] {
  const roots = new Map<Placed, Placed>()
  const trees = new Map<Placed, Placed[]>()
  for (const report of sorted) {
    const above = report.likeness >= least && report.nearest ? roots.get(report.nearest) : undefined
    const root = above ?? report
    roots.set(report, root)
    addTo(trees, root, report)
  }
  return [...trees.values()].flatMap((tree) =>
    tree.length > largest && least < nearCopies ? parted(tree, least + higher, largest) : [tree],
  )
}

/** By so much the bar is raised for what is too large; what is more alike than this are copies, which stay together however many they are. */
const [higher, nearCopies] = [0.05, 0.8]

/** A report in the forest. */
interface Placed extends Digest, Bond {
  /** Its number among all that ever came: its score is kept there while another report looks for its nearest. */
  slot: number
}

/** The earlier report that a report is most like, and how much, 0..1. */
interface Bond {
  nearest: Placed | null
  likeness: number
}

const alone: Bond = { nearest: null, likeness: 0 }

/** How many earlier holders of a word a report looks back to. */
const lookedBack = 300

/** Of two that are as alike the earlier one is taken. */
const isBetter = (likeness: number, report: Placed, bond: Bond): boolean =>
  likeness > bond.likeness || (likeness === bond.likeness && (!bond.nearest || before(report, bond.nearest)))

const before = (a: Placed | undefined, b: Placed): boolean => a !== undefined && a.order < b.order
