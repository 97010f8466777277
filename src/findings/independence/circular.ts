/**
 * Groups of nodes that lead back to themselves: strongly connected components of more than one node (Tarjan 1972), each
 * sorted. Works without recursion, so that a long chain of citations cannot overflow the stack.
 */
export function ringsIn(nodes: readonly string[], steps: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const waiting: string[] = []
  const onStack = new Set<string>()
  const rings: string[][] = []
  for (const root of nodes) {
    if (index.has(root)) continue
    const work: { readonly node: string; next: number }[] = [{ node: root, next: 0 }]
    while (work.length > 0) {
      const frame = work[work.length - 1]
      if (!frame) break
      const { node } = frame
      if (frame.next === 0) open(node)
      const to = (steps.get(node) ?? [])[frame.next++]
      if (to !== undefined) {
        if (!index.has(to)) work.push({ node: to, next: 0 })
        else if (onStack.has(to)) low.set(node, Math.min(at(low, node), at(index, to)))
        continue
      }
      work.pop()
      const parent = work[work.length - 1]
      if (parent) low.set(parent.node, Math.min(at(low, parent.node), at(low, node)))
      if (at(low, node) === at(index, node)) close(node)
    }
  }
  return rings

  function open(node: string): void {
    index.set(node, index.size)
    low.set(node, at(index, node))
    waiting.push(node)
    onStack.add(node)
  }

  function close(node: string): void {
    const ring = waiting.splice(waiting.lastIndexOf(node))
    for (const member of ring) onStack.delete(member)
    if (ring.length > 1) rings.push(ring.sort())
  }
}

const at = (numbers: ReadonlyMap<string, number>, node: string): number => numbers.get(node) ?? 0
