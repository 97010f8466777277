import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interleave, type Kernel, openKernel, openPlainLoops } from './kernel.ts'

const kernel = openKernel()

/** Some numbers between -1 and 1, the same at every run. */
const some = (size: number, seed: number) => Float32Array.from({ length: size }, (_, k) => Math.sin((k + 1) * seed))

function placed(values: Float32Array, size = values.length): number {
  const place = kernel.room(size)
  kernel.numbers.set(values, place)
  return place
}

describe('a layer', () => {
  it('adds up inputs, each by its weight, for every row and output', () => {
    const [inputs, outputs, rows] = [12, 16, 7]
    const table = some(outputs * inputs, 1.3)
    const bias = some(outputs, 2.1)
    const from = some(rows * inputs, 0.7)
    const weights = kernel.room(table.length)
    interleave(table, inputs, 8, kernel.numbers.subarray(weights))
    const to = kernel.room(8 * outputs)
    kernel.apply({ inputs, outputs, weights, bias: placed(bias) }, placed(from, 8 * inputs), to, rows)
    for (let row = 0; row < rows; row++)
      for (let out = 0; out < outputs; out++) {
        let sum = bias[out] ?? 0
        for (let k = 0; k < inputs; k++) sum += (from[row * inputs + k] ?? 0) * (table[out * inputs + k] ?? 0)
        expect(kernel.numbers[to + row * outputs + out]).toBeCloseTo(sum, 5)
      }
  })
})

describe('a memory', () => {
  it.each([
    ['forwards', false],
    ['backwards', true],
  ])('reads words %s as the equations say', (_, backwards) => {
    const [size, rows] = [8, 5]
    const table = some(4 * size * size, 1.7)
    const sums = some(rows * 4 * size, 0.9).map((value) => 3 * value)
    const weights = kernel.room(table.length)
    interleave(table, size, 32, kernel.numbers.subarray(weights))
    const memory = {
      size,
      backwards,
      weights,
      start: kernel.room(size),
      kept: kernel.room(size),
      gates: kernel.room(4 * size),
    }
    const to = kernel.room(rows * size)
    kernel.remember(memory, placed(sums), 4 * size, to, size, rows)
    const order = [...Array(rows).keys()]
    const [state, kept] = [new Float64Array(size), new Float64Array(size)]
    for (const row of backwards ? order.reverse() : order) {
      const gates = Array.from({ length: 4 * size }, (_, out) =>
        state.reduce((sum, value, k) => sum + value * (table[out * size + k] ?? 0), sums[row * 4 * size + out] ?? 0),
      )
      const gate = (kind: number, k: number) => gates[kind * size + k] ?? 0
      for (let k = 0; k < size; k++) {
        kept[k] = sigmoid(gate(1, k)) * (kept[k] ?? 0) + sigmoid(gate(0, k)) * Math.tanh(gate(2, k))
        state[k] = sigmoid(gate(3, k)) * Math.tanh(kept[k] ?? 0)
        expect(kernel.numbers[to + row * size + k]).toBeCloseTo(state[k] ?? 0, 5)
      }
    }
  })
})

describe('the plain loops', () => {
  it('find the same numbers bit for bit', () => {
    const [size, rows] = [16, 6]
    const states = (kernel: Kernel) => {
      const [inputs, sums, to] = [8, 4 * size, size].map((width) => kernel.room(width * (rows + 2)))
      const layer = { inputs: 8, outputs: 4 * size, weights: kernel.room(32 * size), bias: kernel.room(4 * size) }
      const [weights, start, kept, gates] = [4 * size * size, size, size, 4 * size].map((width) => kernel.room(width))
      const fill = (place: number, count: number, seed: number) =>
        kernel.numbers.set(
          some(count, seed).map((value) => 1.7 * value),
          place,
        )
      fill(inputs ?? 0, 8 * rows, 1.1)
      fill(layer.weights, 32 * size, 0.3)
      fill(layer.bias, 4 * size, 2.3)
      fill(weights ?? 0, 4 * size * size, 0.77)
      kernel.apply(layer, inputs ?? 0, sums ?? 0, rows)
      const memory = {
        size,
        backwards: true,
        weights: weights ?? 0,
        start: start ?? 0,
        kept: kept ?? 0,
        gates: gates ?? 0,
      }
      kernel.remember(memory, sums ?? 0, 4 * size, to ?? 0, size, rows)
      return [...kernel.numbers.slice(to, (to ?? 0) + size * rows)]
    }
    const found = states(openKernel())
    expect(new Set(found).size).toBeGreaterThan(size)
    expect(states(openKernel(openPlainLoops))).toEqual(found)
  })
})

describe('room', () => {
  it('is not given twice, and not without end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        const fresh = openKernel()
        let end = 0
        for (const size of sizes) {
          const place = fresh.room(size)
          expect(place).toBeGreaterThanOrEqual(end)
          expect(place % 4).toBe(0)
          end = place + size
        }
      }),
      { numRuns: 5 },
    )
    expect(() => openKernel().room(1e9)).toThrow('larger than its kernel')
  })
})

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
