import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disjointPaths, type UnitNetwork } from './max-flow.ts'

const network = (steps: Record<string, string[]>, from: string[], to: string[]): UnitNetwork => ({
  nodes: [...new Set([...Object.keys(steps), ...Object.values(steps).flat(), ...from, ...to])].sort(),
  steps: new Map(Object.entries(steps)),
  from,
  to,
})

describe('disjoint paths', () => {
  it('finds two trails where two papers spoke to two people', () => {
    const found = disjointPaths(
      network({ ledger: ['baker'], echo: ['miller'] }, ['ledger', 'echo'], ['baker', 'miller']),
    )
    expect(found.paths).toBe(2)
  })

  it('names the one paper through which two ministers reach the reader', () => {
    const steps = { wire: ['minister', 'rival'], echo: ['wire'], blog: ['echo', 'wire'] }
    expect(disjointPaths(network(steps, ['wire', 'echo', 'blog'], ['minister', 'rival']))).toEqual({
      paths: 1,
      cut: ['wire'],
    })
  })

  it('undoes a first trail that stands in the way of two', () => {
    const steps = { a: ['b', 'c'], d: ['b'], b: ['x'], c: ['y'] }
    expect(disjointPaths(network(steps, ['a', 'd'], ['x', 'y'])).paths).toBe(2)
  })

  it('undoes a step only as often as it was taken', () => {
    // The short way takes the step from v to w; two longer ways want it back, and only one of them can have it.
    const steps = { a: ['v'], v: ['w', 'x', 'y'], b: ['b1'], b1: ['b2'], b2: ['w'], c: ['c1'], c1: ['c2'], c2: ['w'] }
    expect(disjointPaths(network(steps, ['a', 'b', 'c'], ['w', 'x', 'y']))).toMatchObject({ paths: 2, cut: ['v', 'w'] })
  })

  it('finds nothing in a ring', () => {
    expect(disjointPaths(network({ a: ['b'], b: ['a'] }, ['a', 'b'], []))).toEqual({ paths: 0, cut: [] })
  })

  it('agrees with the smallest cut found by trying every set of nodes', () => {
    fc.assert(
      fc.property(smallNetworks, (small) => {
        const { paths, cut } = disjointPaths(small)
        expect(paths).toBe(smallestCut(small))
        expect(cut).toHaveLength(paths)
        expect(connected(small, new Set(cut))).toBe(false)
      }),
    )
  })
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const smallNetworks = fc
  .record({
    edges: fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 14 }),
    from: fc.subarray(names),
    to: fc.subarray(names),
  })
  .map(({ edges, from, to }): UnitNetwork => {
    const steps = new Map(names.map((name) => [name, edges.filter(([tail]) => tail === name).map(([, head]) => head)]))
    return { nodes: names, steps, from, to }
  })

/** Brute force: the fewest nodes whose removal leaves no trail. */
function smallestCut(small: UnitNetwork): number {
  const sizes = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, i) => (bits >> i) & 1))
    .filter((removed) => !connected(small, new Set(removed)))
    .map((removed) => removed.length)
  return Math.min(...sizes)
}

function connected({ steps, from, to }: UnitNetwork, removed: ReadonlySet<string>): boolean {
  const seen = new Set(from.filter((name) => !removed.has(name)))
  for (const at of seen) for (const next of steps.get(at) ?? []) if (!removed.has(next)) seen.add(next)
  return to.some((name) => seen.has(name))
}
