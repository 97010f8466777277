import type { Digest, PlacedReport } from '../../model/placed-report.ts'
import { isNearer, likeness, lookedBack, nearestOf } from './likeness.ts'

/** Where the forest of a collection is kept. Nothing here writes to it. */
export interface ForestSource {
  /** Those of these reports that stand in the forest. */
  placed(ids: readonly string[]): Promise<readonly PlacedReport[]>
  /** The reports that hang on one of these, by id. */
  hangingOn(ids: readonly string[]): Promise<readonly string[]>
  /**
   * The places (`order`) of reports that are led by a word, next to a place and without it, the nearest first.
   *
   * @param count at most so many
   */
  ledBy(word: number, side: 'before' | 'after', order: string, count: number): Promise<readonly string[]>
}

/** A forest that is kept, with what is changed in it. */
export interface Forest {
  /** Puts a report in its place, and away from where it stood before. Reports that are nearer to it now than to theirs will hang on it. */
  put(digest: Digest): Promise<void>
  /** Takes a report away; those that hung on it find another. */
  remove(id: string): Promise<void>
  placed(ids: readonly string[]): Promise<readonly PlacedReport[]>
  hangingOn(ids: readonly string[]): Promise<readonly PlacedReport[]>
  /** Every report that is other than in the source: what it was there, and what it is now. */
  changes(): readonly Change[]
}

export interface Change {
  readonly id: string
  readonly was: PlacedReport | undefined
  readonly is: PlacedReport | undefined
}

/**
 * Opens a forest to change it: whatever comes and goes, in whatever order, it is the forest that `placedReports` makes of all that is in it.
 * What is read of the source is a report's neighbours in the lists of its words, and theirs where these lose what they hung on.
 *
 * @param back as for `placedReports`
 */
export function openForest(source: ForestSource, back = lookedBack): Forest {
  /** Reports as they are now, of those that were asked for. */
  const known = new Map<string, PlacedReport | undefined>()
  /** What the source has of reports that are another now. */
  const changed = new Map<string, PlacedReport | undefined>()
  const hungAnew = new Map<string, Set<string>>()
  const words = new Map<number, { readonly come: string[]; readonly gone: Set<string> }>()

  return {
    async put(digest) {
      const [there] = await placed([digest.id])
      if (there && isSame(there, digest)) return
      if (there) await remove(digest.id)
      const lists = await neighbours(digest)
      const earlier = await placed(idsIn(lists.map(({ before }) => before)))
      const later = await placed(idsIn(lists.map(({ after }) => after)))
      set(digest.id, { ...digest, ...nearestOf(digest, earlier) })
      for (const word of digest.leads) insert(listOf(word).come, digest.order)
      const cutOff = ousted(lists, later)
      for (const report of later) if (!cutOff.has(report.id)) await offer(report, digest)
      await lookAgain([...cutOff])
    },
    remove,
    placed,
    async hangingOn(ids) {
      const asked = new Set(ids)
      const found = [...(await source.hangingOn(ids)), ...ids.flatMap((id) => [...(hungAnew.get(id) ?? [])])]
      return (await placed([...new Set(found)])).filter(({ nearest }) => nearest !== null && asked.has(nearest))
    },
    changes: () => [...changed].map(([id, was]) => ({ id, was, is: known.get(id) })),
  }

  async function remove(id: string): Promise<void> {
    const [report] = await placed([id])
    if (!report) return
    const lists = await neighbours(report)
    const later = new Map((await placed(idsIn(lists.map(({ after }) => after)))).map((one) => [one.id, one]))
    // What is one place too far from a later report comes into its sight.
    const inSight = new Map(
      (await placed(idsIn(lists.map(({ before }) => before)))).map((one) => [one.order, one] as const),
    )
    set(id, undefined)
    for (const word of report.leads) leave(word, report.order)
    for (const { before, after } of lists)
      for (const [i, order] of after.entries()) {
        const one = later.get(idIn(order))
        const gained = inSight.get(before[back - 1 - i] ?? '')
        if (one && gained && one.nearest !== id) await offer(one, gained)
      }
    await lookAgain([...later.values()].flatMap((one) => (one.nearest === id ? [one.id] : [])))
  }

  /** Lets a later report hang on this one where that is nearer. */
  async function offer({ id }: PlacedReport, earlier: Digest): Promise<void> {
    const report = known.get(id)
    if (!report) return
    const found = likeness(report, earlier)
    const [nearest] = found === report.likeness && report.nearest !== null ? await placed([report.nearest]) : []
    if (isNearer(found, earlier.order, report.likeness, nearest?.order))
      set(id, { ...report, nearest: earlier.id, likeness: found })
  }

  /** Later reports that do not see what they hang on any more through one of the words, because one more stands between. */
  function ousted(lists: readonly Neighbours[], later: readonly PlacedReport[]): ReadonlySet<string> {
    const nearest = new Map(later.map((one) => [one.id, one.nearest]))
    return new Set(
      lists.flatMap(({ before, after }) =>
        after.flatMap((order, i) => {
          const lost = before[back - 1 - i]
          return lost !== undefined && nearest.get(idIn(order)) === idIn(lost) ? [idIn(order)] : []
        }),
      ),
    )
  }

  async function lookAgain(ids: readonly string[]): Promise<void> {
    for (const report of await placed(ids)) {
      const lists = await neighbours(report)
      const bond = nearestOf(report, await placed(idsIn(lists.map(({ before }) => before))))
      if (bond.nearest !== report.nearest || bond.likeness !== report.likeness) set(report.id, { ...report, ...bond })
    }
  }

  /** What stands next to a report in the list of each of its leading words. */
  async function neighbours({ leads, order }: Digest): Promise<readonly Neighbours[]> {
    const lists: Neighbours[] = []
    for (const word of leads) {
      const before = await ledBy(word, 'before', order)
      lists.push({ before, after: await ledBy(word, 'after', order) })
    }
    return lists
  }

  async function ledBy(word: number, side: 'before' | 'after', order: string): Promise<readonly string[]> {
    const list = words.get(word)
    const kept = await source.ledBy(word, side, order, back + (list?.gone.size ?? 0))
    if (!list) return kept
    const at = placeIn(list.come, order)
    const come =
      side === 'before'
        ? list.come.slice(Math.max(0, at - back), at).reverse()
        : list.come.slice(list.come[at] === order ? at + 1 : at).slice(0, back)
    const nearer = side === 'before' ? (a: string, b: string) => a > b : (a: string, b: string) => a < b
    return merged(
      kept.filter((one) => !list.gone.has(one)),
      come,
      nearer,
    ).slice(0, back)
  }

  function listOf(word: number) {
    const list = words.get(word) ?? { come: [], gone: new Set<string>() }
    words.set(word, list)
    return list
  }

  function leave(word: number, order: string): void {
    const { come, gone } = listOf(word)
    const at = placeIn(come, order)
    if (come[at] === order) come.splice(at, 1)
    else gone.add(order)
  }

  async function placed(ids: readonly string[]): Promise<readonly PlacedReport[]> {
    const unread = ids.filter((id) => !known.has(id))
    if (unread.length > 0) {
      for (const id of unread) known.set(id, undefined)
      for (const report of await source.placed(unread)) known.set(report.id, report)
    }
    return ids.flatMap((id) => known.get(id) ?? [])
  }

  function set(id: string, is: PlacedReport | undefined): void {
    const was = known.get(id)
    if (!changed.has(id)) changed.set(id, was)
    if (was && was.nearest !== null) hungAnew.get(was.nearest)?.delete(id)
    if (is && is.nearest !== null) hungAnew.set(is.nearest, (hungAnew.get(is.nearest) ?? new Set()).add(id))
    known.set(id, is)
  }
}

/** Places next to a report in the list of a word, the nearest first. */
interface Neighbours {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const idsIn = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].map(idIn)

/** The id in a place: what stands behind the day. */
const idIn = (order: string): string => order.slice(order.indexOf('\n') + 1)

const isSame = (a: Digest, b: Digest): boolean =>
  a.order === b.order && isEvery(a.keys, b.keys) && isEvery(a.weights, b.weights) && isEvery(a.leads, b.leads)

const isEvery = (a: Uint32Array | Float32Array, b: Uint32Array | Float32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

/** Where a place is in a list in order, or would be. */
function placeIn(list: readonly string[], order: string): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? '') < order) low = middle + 1
    else high = middle
  }
  return low
}

function insert(list: string[], order: string): void {
  list.splice(placeIn(list, order), 0, order)
}

function merged(a: readonly string[], b: readonly string[], isFirst: (a: string, b: string) => boolean): string[] {
  const all: string[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [one, other] = [a[i], b[j]]
    if (other === undefined || (one !== undefined && isFirst(one, other))) {
      all.push(one ?? '')
      i++
    } else {
      all.push(other)
      j++
    }
  }
  return all
}
