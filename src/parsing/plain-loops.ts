/** The two loops of a network; places are indices of one list of numbers. */
export interface Loops {
  /** to[row][out] = bias[out] + the sum over k of from[row][k] · weights[out / 8][k][out % 8], for rows up to a multiple of four. */
  dense(from: number, to: number, weights: number, bias: number, inputs: number, outputs: number, rows: number): void
  /**
   * One direction of a long short-term memory (Hochreiter and Schmidhuber 1997). `sums` holds what each word itself gives to its gates (in,
   * forget, new and out, `size` of each); `weights`, as [out / 32][k][out % 32], what the state behind the word before gives; `state` is the
   * state before the first word, and `kept` what is remembered.
   */
  remember(
    sums: number,
    sumsStep: number,
    weights: number,
    state: number,
    kept: number,
    gates: number,
    to: number,
    toStep: number,
    size: number,
    rows: number,
  ): void
}

/**
 * The loops in plain JavaScript, for places that know no WebAssembly with vectors: the same numbers bit for bit, since each product and sum
 * is rounded as there, but some twenty times slower.
 */
export function plainLoops(numbers: Float32Array): Loops {
  const at = (place: number) => numbers[place] ?? 0
  const weighted = (sum: number, from: number, weights: number, count: number, step: number) => {
    let total = sum
    for (let k = 0; k < count; k++) total = round(total + round(at(from + k) * at(weights + k * step)))
    return total
  }
  return {
    dense(from, to, weights, bias, inputs, outputs, rows) {
      for (let row = 0; row < Math.ceil(rows / 4) * 4; row++)
        for (let out = 0; out < outputs; out++) {
          const place = weights + (out - (out % 8)) * inputs + (out % 8)
          numbers[to + row * outputs + out] = weighted(at(bias + out), from + row * inputs, place, inputs, 8)
        }
    },
    remember(sums, sumsStep, weights, state, kept, gates, to, toStep, size, rows) {
      for (let row = 0; row < rows; row++) {
        const before = row === 0 ? state : to + (row - 1) * toStep
        for (let out = 0; out < 4 * size; out++) {
          const place = weights + (out - (out % 32)) * size + (out % 32)
          numbers[gates + out] = weighted(at(sums + row * sumsStep + out), before, place, size, 32)
        }
        for (let k = 0; k < size; k++) {
          const gate = (kind: number) => at(gates + kind * size + k)
          const news = round(sigmoid(gate(0)) * tanh(gate(2)))
          numbers[kept + k] = round(round(sigmoid(gate(1)) * at(kept + k)) + news)
          numbers[to + row * toStep + k] = sigmoid(gate(3)) * tanh(at(kept + k))
        }
      }
    },
  }
}

/** Factors of Eigen's tanh, a fraction of two polynomials: products, sums and one division, which every processor computes alike. */
export const tanhAbove = [
  4.89352455891786e-3, 6.37261928875436e-4, 1.48572235717979e-5, 5.12229709037114e-8, -8.60467152213735e-11,
  2.00018790482477e-13, -2.76076847742355e-16,
]
export const tanhBelow = [4.89352518554385e-3, 2.268434632439e-3, 1.18534705686654e-4, 1.19825839466702e-6]
/** Beyond it, tanh is 1 or -1 to seven digits. */
export const tanhEnd = 7.9

const round = Math.fround

function tanh(value: number): number {
  const x = round(Math.max(Math.min(value, tanhEnd), -tanhEnd))
  const square = round(x * x)
  return round(round(x * polynomial(tanhAbove, square)) / polynomial(tanhBelow, square))
}

const sigmoid = (x: number): number => round(0.5 + round(0.5 * tanh(round(x * 0.5))))

function polynomial(factors: readonly number[], square: number): number {
  return factors.reduceRight((sum, factor) => round(round(factor) + round(square * sum)), 0)
}
