/** A directed graph whose trails start at `from` and may end at any of `to`; each node in between, and each end, lets one trail through. */
export interface UnitNetwork {
  readonly nodes: readonly string[]
  /** Node to the nodes one step further. Steps to unknown nodes are passed over. */
  readonly steps: ReadonlyMap<string, readonly string[]>
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** How many trails share no node, and the fewest nodes that stop every trail. `cut.length === paths` (Menger's theorem). */
export interface DisjointPaths {
  readonly paths: number
  /** Nearest to the ends, sorted. */
  readonly cut: readonly string[]
}

/**
 * The largest number of node-disjoint trails, by augmenting one trail at a time over split nodes
 * (Ford and Fulkerson 1956; every node becomes an entrance and an exit joined by an edge of capacity one).
 * Linear in the graph for each trail found.
 */
export function disjointPaths(network: UnitNetwork): DisjointPaths {
  const flow = splitNodes(network)
  let paths = 0
  while (augment(flow)) paths++
  return { paths, cut: cutNearest(flow, network.nodes) }
}

const SOURCE = 0
const SINK = 1
const entrance = (node: number): number => 2 + 2 * node
const exit = (node: number): number => 3 + 2 * node

/** Edges stand in pairs: an edge and its reverse differ in the last bit only. */
interface Flow {
  readonly heads: number[]
  readonly room: number[]
  readonly out: number[][]
}

function splitNodes({ nodes, steps, from, to }: UnitNetwork): Flow {
  const index = new Map(nodes.map((node, i) => [node, i]))
  const flow: Flow = { heads: [], room: [], out: Array.from({ length: 2 + 2 * nodes.length }, () => []) }
  const known = (names: readonly string[]) =>
    [...new Set(names)].flatMap((name) => {
      const at = index.get(name)
      return at === undefined ? [] : [at]
    })
  nodes.forEach((_, node) => {
    join(flow, entrance(node), exit(node), 1)
  })
  for (const [name, next] of steps)
    for (const node of known([name]))
      for (const other of known(next)) join(flow, exit(node), entrance(other), Number.POSITIVE_INFINITY)
  for (const node of known(from)) join(flow, SOURCE, entrance(node), Number.POSITIVE_INFINITY)
  for (const node of known(to)) join(flow, exit(node), SINK, Number.POSITIVE_INFINITY)
  return flow
}

function join(flow: Flow, tail: number, head: number, room: number): void {
  flow.out[tail]?.push(flow.heads.length)
  flow.heads.push(head)
  flow.room.push(room)
  flow.out[head]?.push(flow.heads.length)
  flow.heads.push(tail)
  flow.room.push(0)
}

/** Sends one more trail through, breadth first, so that the shortest comes first. */
function augment(flow: Flow): boolean {
  const cameBy = new Map<number, number>()
  const queue = [SOURCE]
  for (let next = 0; next < queue.length && !cameBy.has(SINK); next++)
    for (const edge of flow.out[queue[next] ?? SOURCE] ?? []) {
      const head = flow.heads[edge] ?? SOURCE
      if (head === SOURCE || cameBy.has(head) || (flow.room[edge] ?? 0) <= 0) continue
      cameBy.set(head, edge)
      queue.push(head)
    }
  if (!cameBy.has(SINK)) return false
  for (let at = SINK; at !== SOURCE; ) {
    const edge = cameBy.get(at) ?? 0
    flow.room[edge] = (flow.room[edge] ?? 0) - 1
    flow.room[edge ^ 1] = (flow.room[edge ^ 1] ?? 0) + 1
    at = flow.heads[edge ^ 1] ?? SOURCE
  }
  return true
}

/** The minimum cut nearest to the ends: nodes whose exit still reaches an end but whose entrance does not. */
function cutNearest(flow: Flow, nodes: readonly string[]): readonly string[] {
  const reaches = new Set([SINK])
  const queue = [SINK]
  for (let next = 0; next < queue.length; next++)
    for (const edge of flow.out[queue[next] ?? SINK] ?? []) {
      const tail = flow.heads[edge] ?? SINK
      if (reaches.has(tail) || (flow.room[edge ^ 1] ?? 0) <= 0) continue
      reaches.add(tail)
      queue.push(tail)
    }
  return nodes.filter((_, node) => reaches.has(exit(node)) && !reaches.has(entrance(node))).sort()
}
