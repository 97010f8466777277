import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Kernel, openKernel, openPlainLoops } from './kernel.ts'
import { type PackedRows, unpacked } from './packed-tables.ts'

const kernel = openKernel()

/** Some numbers between -1 and 1, the same at every run. */
const some = (size: number, seed: number) => Float32Array.from({ length: size }, (_, k) => Math.sin((k + 1) * seed))

/** Some weights: bytes, each row with a scale. */
function someRows(count: number, width: number, seed: number): PackedRows {
  return {
    width,
    scales: some(count, seed + 1).map((value) => (Math.abs(value) + 0.1) / 127),
    bytes: Int8Array.from(some(count * width, seed), (value) => Math.round(127 * value)),
  }
}

function placed(values: Float32Array, size = values.length): number {
  const place = kernel.room(size)
  kernel.numbers.set(values, place)
  return place
}

describe('a layer', () => {
  it('adds up inputs, each by its weight, for every row and output', () => {
    const [inputs, outputs, rows] = [12, 13, 7]
    const table = someRows(outputs, inputs, 1.3)
    const weights = unpacked(table)
    const bias = some(outputs, 2.1)
    const from = some(rows * inputs, 0.7).map((value) => 9 * value)
    const layer = kernel.layer(table, bias)
    const to = kernel.room(8 * layer.outputs)
    kernel.apply(layer, placed(from, 8 * inputs), to, rows)
    for (let row = 0; row < rows; row++)
      for (let out = 0; out < outputs; out++) {
        let sum = bias[out] ?? 0
        for (let k = 0; k < inputs; k++) sum += (from[row * inputs + k] ?? 0) * (weights[out * inputs + k] ?? 0)
        expect(kernel.numbers[to + row * layer.outputs + out]).toBeCloseTo(sum, 2)
      }
  })

  it('makes nothing of nothing but its bias', () => {
    const layer = kernel.layer(someRows(8, 4, 0.4), some(8, 1.9))
    const to = kernel.room(4 * 8)
    kernel.apply(layer, kernel.room(4 * 4), to, 1)
    expect([...kernel.numbers.slice(to, to + 8)]).toEqual([...some(8, 1.9)])
  })

  it.each([2, 1028])('is refused with %d inputs', (inputs) => {
    expect(() => kernel.layer(someRows(8, inputs, 0.4), some(8, 1.9))).toThrow(`a layer of ${inputs} inputs`)
  })
})

describe('a matrix', () => {
  it('adds up as a layer does, with numbers for weights', () => {
    const [inputs, outputs, rows] = [6, 16, 5]
    const weights = some(outputs * inputs, 1.3)
    const bias = some(outputs, 2.1)
    const from = some(rows * inputs, 0.7)
    const to = kernel.room(8 * outputs)
    const matrix = { inputs, outputs, weights: placed(weights), bias: placed(bias) }
    kernel.multiply(matrix, placed(from, 8 * inputs), to, rows)
    for (let row = 0; row < rows; row++)
      for (let out = 0; out < outputs; out++) {
        let sum = bias[out] ?? 0
        const block = (out - (out % 8)) * inputs + (out % 8)
        for (let k = 0; k < inputs; k++) sum += (from[row * inputs + k] ?? 0) * (weights[block + 8 * k] ?? 0)
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
    const table = someRows(4 * size, size, 1.7)
    const weights = unpacked(table)
    const sums = some(rows * 4 * size, 0.9).map((value) => 3 * value)
    const memory = kernel.memory(table, backwards)
    const to = kernel.room(rows * size)
    // The second reading must not remember the first.
    for (let time = 0; time < 2; time++) kernel.remember(memory, placed(sums), 4 * size, to, size, rows)
    const order = [...Array(rows).keys()]
    const [state, kept] = [new Float64Array(size), new Float64Array(size)]
    for (const row of backwards ? order.reverse() : order) {
      const gates = Array.from({ length: 4 * size }, (_, out) =>
        state.reduce((sum, value, k) => sum + value * (weights[out * size + k] ?? 0), sums[row * 4 * size + out] ?? 0),
      )
      const gate = (kind: number, k: number) => gates[kind * size + k] ?? 0
      for (let k = 0; k < size; k++) {
        kept[k] = sigmoid(gate(1, k)) * (kept[k] ?? 0) + sigmoid(gate(0, k)) * Math.tanh(gate(2, k))
        state[k] = sigmoid(gate(3, k)) * Math.tanh(kept[k] ?? 0)
        expect(kernel.numbers[to + row * size + k]).toBeCloseTo(state[k] ?? 0, 3)
      }
    }
  })
})

it('cuts what is below zero in a stretch, and nothing beside it', () => {
  const from = placed(Float32Array.of(-1, 2, -3, 0, 5, -6, 7, -8, -9, 10, -11, 12))
  kernel.cutBelowZero(from, 8)
  expect([...kernel.numbers.slice(from, from + 12)]).toEqual([0, 2, 0, 0, 5, 0, 7, 0, -9, 10, -11, 12])
})

describe('the plain loops', () => {
  it('find the same numbers bit for bit', () => {
    const [inputs, size, rows] = [8, 16, 6]
    const states = (kernel: Kernel) => {
      const [from = 0, sums = 0, to = 0, products = 0] = [inputs, 4 * size, size, 8].map((width) =>
        kernel.room(width * (rows + 2)),
      )
      kernel.numbers.set(
        some(inputs * rows, 1.1).map((value) => 1.7 * value),
        from,
      )
      const layer = kernel.layer(someRows(4 * size, inputs, 0.3), some(4 * size, 2.3))
      kernel.apply(layer, from, sums, rows)
      kernel.remember(kernel.memory(someRows(4 * size, size, 0.77), true), sums, 4 * size, to, size, rows)
      const [weights, bias] = [kernel.room(8 * size), kernel.room(8)]
      kernel.numbers.set(some(8 * size, 0.6), weights)
      kernel.multiply({ inputs: size, outputs: 8, weights, bias }, to, products, rows)
      kernel.cutBelowZero(products, 8 * (rows - 1))
      return [...kernel.numbers.slice(to, to + size * rows), ...kernel.numbers.slice(products, products + 8 * rows)]
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
