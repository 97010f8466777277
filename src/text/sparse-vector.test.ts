import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placing, sparseCosine, sparseVector } from './sparse-vector.ts'

const vectors = fc
  .array(fc.tuple(fc.constantFrom(...'abcdefghijklm'), fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
  .map((pairs) => new Map(pairs))

describe('sparseCosine', () => {
  it('is what multiplying place by place gives', () => {
    fc.assert(
      fc.property(vectors, vectors, (x, y) => {
        const dot = [...x].reduce((sum, [place, value]) => sum + value * (y.get(place) ?? 0), 0)
        const length = (v: ReadonlyMap<string, number>): number => Math.hypot(...v.values())
        const expected = dot === 0 ? 0 : dot / (length(x) * length(y))
        expect(sparseCosine(sparseVector(x), sparseVector(y))).toBeCloseTo(expected, 10)
      }),
    )
  })

  it('is the same whichever comes first, to the last digit', () => {
    fc.assert(
      fc.property(vectors, vectors, (x, y) => {
        expect(sparseCosine(sparseVector(x), sparseVector(y))).toBe(sparseCosine(sparseVector(y), sparseVector(x)))
      }),
    )
  })
})

describe('placing', () => {
  it('gives equal keys one place', () => {
    const place = placing()
    expect(['herring', 'quay', 'herring'].map(place)).toEqual([0, 1, 0])
  })
})
