import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyBits, keyOf, packModel, readModel } from './linear-model.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

describe('a model', () => {
  it('adds up the weights of the features that it knows', () => {
    const model = readModel(
      base64(
        packModel([
          {
            key: 900_000,
            weights: [
              [0, 3],
              [2, -127],
            ],
          },
          { key: 5, weights: [[0, -1]] },
        ]),
      ),
    )
    const scores = new Int32Array(3)
    model.score(Int32Array.of(5, 900_000, 77), 3, scores)
    expect([...scores]).toEqual([2, 0, -127])
    model.score(Int32Array.of(5, 900_000, 77), 1, scores)
    expect([...scores]).toEqual([-1, 0, 0])
  })

  it('gives back what was packed', () => {
    const key = fc.nat(2 ** keyBits - 1)
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 2000 }), key, (keys, other) => {
        const model = readModel(base64(packModel(keys.map((key, i) => ({ key, weights: [[1, (i % 127) + 1]] })))))
        const scores = new Int32Array(2)
        keys.forEach((key, i) => {
          model.score(Int32Array.of(key), 1, scores)
          expect(scores[1]).toBe((i % 127) + 1)
        })
        model.score(Int32Array.of(other), 1, scores)
        expect(scores[1]).toBe(keys.includes(other) ? (keys.indexOf(other) % 127) + 1 : 0)
      }),
      { numRuns: 20 },
    )
  })

  it('names features by what is seen and where', () => {
    const names = [keyOf(1, 2), keyOf(2, 1), keyOf(1, 2, 3), keyOf(1, 3, 2), keyOf(1, 2, 0, 3)]
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toBeLessThan(2 ** keyBits)
  })
})
