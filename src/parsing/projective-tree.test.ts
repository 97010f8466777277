import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree } from './projective-tree.ts'

describe('the best tree', () => {
  it('is a single word by itself', () => {
    expect([...bestTree(Float32Array.of(0, 0), 1)]).toEqual([-1])
  })

  it('has one root, even where two words want to be it', () => {
    const [toRoot, to1, to2] = [9, 0, 1]
    expect([...bestTree(Float32Array.of(toRoot, 0, to2, toRoot, to1, 0), 2)]).toEqual([1, -1])
  })

  it('has the highest sum among all trees without crossing arcs', () => {
    const sentence = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc
          .array(fc.integer({ min: -20, max: 20 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
          .map((scores) => ({ n, scores })),
      )
    fc.assert(
      fc.property(sentence, ({ n, scores }) => {
        const sum = (heads: readonly number[]) =>
          heads.reduce((total, head, i) => total + (scores[i * (n + 1) + head + 1] ?? 0), 0)
        const found = [...bestTree(Float32Array.from(scores), n)]
        expect(isTree(found)).toBe(true)
        expect(sum(found)).toBe(Math.max(...allHeads(n).filter(isTree).map(sum)))
      }),
      { numRuns: 60 },
    )
  })
})

function allHeads(n: number): readonly (readonly number[])[] {
  let rows: readonly (readonly number[])[] = [[]]
  for (let i = 0; i < n; i++)
    rows = rows.flatMap((row) => Array.from({ length: n + 1 }, (_, head) => [...row, head - 1]))
  return rows
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head < 0).length !== 1) return false
  const above = (i: number): readonly number[] => {
    const path: number[] = []
    for (let at = i; at >= 0 && path.length <= heads.length; at = heads[at] ?? -1) path.push(at)
    return path
  }
  if (heads.some((_, i) => above(i).length > heads.length)) return false
  // Every word between a word and its head hangs below the head.
  return heads.every((head, i) => {
    if (head < 0) return true
    const [from, to] = [Math.min(head, i), Math.max(head, i)]
    return heads.every((_, k) => k <= from || k >= to || above(k).includes(head))
  })
}
