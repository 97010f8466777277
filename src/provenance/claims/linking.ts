import { apart } from './similarity.ts'

/** Two things to be grouped and how alike they are; `apart` forbids. Indices a < b. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** Two groups join when the mean of their closest and their average link reaches this. Set on the public retold stories, above the best (.4), so that one more report does not tip a group. */
export const enough = 0.45
/** Share of the closest links in that mean: answers to one question may be worded so differently that only neighbours are alike. */
const nearest = 0.3
/** What it costs when all pairs of two groups are forbidden. */
const forbidding = 1

/**
 * Agglomerative grouping over a sparse graph: the two groups that are most alike join first, until none are alike enough.
 * Pairs without a link count as not alike at all. The result depends on the scores and indices only.
 */
export function grouped(size: number, links: readonly Link[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>()
  for (let i = 0; i < size; i++) groups.set(i, [i])
  const between = neighbours(size, links)
  const heap = openHeap()
  const version = Array.from({ length: size }, () => 0)
  for (const { a, b } of links) offer(a, b)
  for (let top = heap.take(); top; top = heap.take()) {
    const { a, b } = top
    if (version[a] !== top.versionA || version[b] !== top.versionB) continue
    merge(a, b)
  }
  return [...groups.values()]

  function offer(x: number, y: number): void {
    const [a, b] = x < y ? [x, y] : [y, x]
    const edge = between[a]?.get(b)
    if (!edge) return
    const [left, right] = [groups.get(a)?.length ?? 1, groups.get(b)?.length ?? 1]
    const average = edge.sum / (left * right)
    const closest = left <= right ? meanBest(edge.fromA, left) : meanBest(edge.fromB, right)
    const score = nearest * closest + (1 - nearest) * average - (forbidding * edge.forbidden) / (left * right)
    if (score >= enough) heap.put({ score, a, b, versionA: version[a] ?? 0, versionB: version[b] ?? 0 })
  }

  function merge(a: number, b: number): void {
    groups.set(a, [...(groups.get(a) ?? []), ...(groups.get(b) ?? [])])
    groups.delete(b)
    version[a] = (version[a] ?? 0) + 1
    version[b] = -1
    const mine = between[a]
    const theirs = between[b]
    if (!mine || !theirs) return
    mine.delete(b)
    for (const [other, edge] of theirs) {
      between[other]?.delete(b)
      if (other === a) continue
      const known = mine.get(other)
      // An edge is kept from the lower index to the higher; after the merge `a` takes the place of `b`.
      const turned = turn(edge, b < other, a < other)
      const joint = known ? joined(known, turned, a < other) : turned
      mine.set(other, joint)
      between[other]?.set(a, joint)
    }
    theirs.clear()
    for (const other of [...mine.keys()].sort((x, y) => x - y)) offer(a, other)
  }
}

interface Edge {
  readonly sum: number
  readonly forbidden: number
  /** For each member of the group with the lower index, its closest link into the other; and the other way round. */
  readonly fromA: ReadonlyMap<number, number>
  readonly fromB: ReadonlyMap<number, number>
}

const turn = (edge: Edge, wasFirst: boolean, isFirst: boolean): Edge =>
  wasFirst === isFirst ? edge : { ...edge, fromA: edge.fromB, fromB: edge.fromA }

/** Two edges to one neighbour become one; the merged group is the first side or the second. */
const joined = (x: Edge, y: Edge, first: boolean): Edge => ({
  sum: x.sum + y.sum,
  forbidden: x.forbidden + y.forbidden,
  fromA: first ? new Map([...x.fromA, ...y.fromA]) : highest(x.fromA, y.fromA),
  fromB: first ? highest(x.fromB, y.fromB) : new Map([...x.fromB, ...y.fromB]),
})

function highest(x: ReadonlyMap<number, number>, y: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const found = new Map(x)
  for (const [member, score] of y) found.set(member, Math.max(score, found.get(member) ?? 0))
  return found
}

function meanBest(best: ReadonlyMap<number, number>, size: number): number {
  let sum = 0
  for (const score of best.values()) sum += score
  return sum / size
}

function neighbours(size: number, links: readonly Link[]): readonly Map<number, Edge>[] {
  const between = Array.from({ length: size }, () => new Map<number, Edge>())
  for (const { a, b, score } of links) {
    const positive = Math.max(0, score)
    const edge: Edge = {
      sum: positive,
      forbidden: score === apart ? 1 : 0,
      fromA: new Map([[a, positive]]),
      fromB: new Map([[b, positive]]),
    }
    between[a]?.set(b, edge)
    between[b]?.set(a, edge)
  }
  return between
}

interface Candidate {
  readonly score: number
  readonly a: number
  readonly b: number
  readonly versionA: number
  readonly versionB: number
}

const before = (x: Candidate, y: Candidate): boolean =>
  x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b

/** A binary heap, best candidate first. */
function openHeap(): { put(candidate: Candidate): void; take(): Candidate | undefined } {
  const items: Candidate[] = []
  const swap = (i: number, j: number): void => {
    const [x, y] = [items[i], items[j]]
    if (x && y) [items[i], items[j]] = [y, x]
  }
  const first = (i: number, j: number): boolean => {
    const [x, y] = [items[i], items[j]]
    return x !== undefined && (y === undefined || before(x, y))
  }
  return {
    put(candidate) {
      items.push(candidate)
      for (let i = items.length - 1; i > 0 && first(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1)
    },
    take() {
      const top = items[0]
      const last = items.pop()
      if (items.length === 0 || !last) return top
      items[0] = last
      for (let i = 0; ; ) {
        const child = first(2 * i + 2, 2 * i + 1) ? 2 * i + 2 : 2 * i + 1
        if (child >= items.length || !first(child, i)) break
        swap(i, child)
        i = child
      }
      return top
    },
  }
}
