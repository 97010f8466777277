/** How close two items are, 0..1. `a < b`. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/**
 * Merges the closest two groups until no two are as close as `least` on average over all pairs of their members
 * (agglomerative clustering with average linkage, on a sparse graph: pairs without an edge count as `absent`). Returns the
 * group of each item, named by its first member.
 */
export function mergeGroups(size: number, edges: readonly Edge[], least: number, absent: number): readonly number[] {
  const group = Array.from({ length: size }, (_, i) => i)
  const members = group.map((i) => [i])
  const links = group.map(() => new Map<number, Link>())
  for (const { a, b, likeness } of edges) {
    links[a]?.set(b, { sum: likeness, edges: 1 })
    links[b]?.set(a, { sum: likeness, edges: 1 })
  }
  const mean = (a: number, b: number): number => {
    const link = links[a]?.get(b)
    const all = (members[a]?.length ?? 0) * (members[b]?.length ?? 0)
    return link === undefined || all === 0 ? 0 : (link.sum + absent * (all - link.edges)) / all
  }
  const queue = openQueue()
  for (const { a, b, likeness } of edges)
    if (likeness >= least) queue.push({ a: Math.min(a, b), b: Math.max(a, b), likeness })
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { a, b, likeness } = next
    // Stale: one of the two has been merged or has grown since.
    if ((members[a]?.length ?? 0) === 0 || (members[b]?.length ?? 0) === 0 || mean(a, b) !== likeness) continue
    members[a] = [...(members[a] ?? []), ...(members[b] ?? [])]
    members[b] = []
    for (const [other, link] of links[b] ?? []) {
      links[other]?.delete(b)
      if (other === a) continue
      const joint = links[a]?.get(other)
      const sum = { sum: link.sum + (joint?.sum ?? 0), edges: link.edges + (joint?.edges ?? 0) }
      links[a]?.set(other, sum)
      links[other]?.set(a, sum)
    }
    links[b] = new Map()
    for (const other of links[a]?.keys() ?? []) {
      const close = mean(a, other)
      if (close >= least) queue.push({ a: Math.min(a, other), b: Math.max(a, other), likeness: close })
    }
  }
  members.forEach((list) => {
    const first = Math.min(...list)
    for (const item of list) group[item] = first
  })
  return group
}

interface Link {
  readonly sum: number
  readonly edges: number
}

/** Edges, closest first; of equals the one with the smallest numbers, so that nothing depends on the order of pushing. */
function openQueue(): { push(edge: Edge): void; pop(): Edge | undefined } {
  const heap: Edge[] = []
  const before = (x: Edge | undefined, y: Edge | undefined): boolean =>
    x !== undefined &&
    (y === undefined || x.likeness > y.likeness || (x.likeness === y.likeness && (x.a - y.a || x.b - y.b) < 0))
  const swap = (i: number, j: number): void => {
    const [x, y] = [heap[i], heap[j]]
    if (x === undefined || y === undefined) return
    heap[i] = y
    heap[j] = x
  }
  return {
    push(edge) {
      heap.push(edge)
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!before(heap[at], heap[parent])) break
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      const top = heap[0]
      const last = heap.pop()
      if (heap.length === 0 || last === undefined) return top
      heap[0] = last
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        const child = before(heap[right], heap[left]) ? right : left
        if (!before(heap[child], heap[at])) break
        swap(at, child)
        at = child
      }
      return top
    },
  }
}
