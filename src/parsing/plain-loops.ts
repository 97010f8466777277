/** One stretch of memory, seen as numbers of four bytes and as whole numbers of two bytes and of one. */
export interface Views {
  readonly numbers: Float32Array
  readonly shorts: Int16Array
  readonly bytes: Int8Array
}

/**
 * The loops of a network. Places are indices of {@link Views.numbers}, whatever stands there. Weights are whole numbers of one byte,
 * each output with a scale: what they are multiplied with is made whole first (two bytes), so that sums are exact and quick.
 */
export interface Loops {
  /** to[row][out] = bias[out] + the sum over k of from[row][k] · weights[out / 8][k][out % 8], for rows up to a multiple of four. */
  multiply(from: number, to: number, weights: number, bias: number, inputs: number, outputs: number, rows: number): void
  /**
   * The same with whole numbers: weights as [out / 8][k / 2][out % 8][k % 2], bytes, each output with its scale; the inputs of each row are
   * scaled to {@link wholeEnd} at the most. `whole` is room for four rows of them.
   */
  dense(
    from: number,
    to: number,
    weights: number,
    scales: number,
    bias: number,
    whole: number,
    inputs: number,
    outputs: number,
    rows: number,
  ): void
  /**
   * One direction of a long short-term memory (Hochreiter and Schmidhuber 1997). `sums` holds what each word itself gives to its gates (in,
   * forget, new and out, `size` of each); `weights`, bytes as {@link placeInMemory} tells, what the state behind the word before gives, each
   * output with its scale; `state` is that state times {@link stateEnd}, shorts, and `kept` what is remembered.
   */
  remember(
    sums: number,
    sumsStep: number,
    weights: number,
    scales: number,
    state: number,
    kept: number,
    gates: number,
    to: number,
    toStep: number,
    size: number,
    rows: number,
  ): void
  /** Makes what is below 0 in a stretch 0. Its length is a multiple of 4. */
  cutBelowZero(from: number, to: number): void
}

/** Sums of a memory are computed so many at a time. */
export const sumsAtOnce = 32

/**
 * Where the weight of an input for an output of a memory stands. Two inputs of four outputs lie in the low bytes of eight shorts, those of
 * four more outputs in the high bytes: the sums with the whole shorts, less 256 times the sums with their high bytes, are those with the low
 * ones, and no byte is ever made a short. A low byte is unsigned, 128 more than the weight, so that the high one is what it was.
 */
export function placeInMemory(out: number, k: number, inputs: number): number {
  const block = (out - (out % sumsAtOnce)) * inputs + (k - (k % 2)) * sumsAtOnce
  return block + 2 * (out % sumsAtOnce) - 2 * (out % 8) + 4 * (out % 4) + 2 * (k % 2) + ((out >> 2) & 1)
}

/** The highest whole number that an input becomes. */
export const wholeEnd = 16_383
/** What a state of 1 becomes; states are between -1 and 1. */
export const stateEnd = 16_384

/**
 * The loops in plain JavaScript, for places that know no WebAssembly with vectors: the same numbers bit for bit, since each product and sum
 * is rounded as there, but some twenty times slower.
 */
export function plainLoops({ numbers, shorts, bytes }: Views): Loops {
  const at = (place: number) => numbers[place] ?? 0
  const weighted = (sum: number, from: number, weights: number, count: number) => {
    let total = sum
    for (let k = 0; k < count; k++) total = round(total + round(at(from + k) * at(weights + k * 8)))
    return total
  }
  /** `values` is an index of shorts, `weights` of bytes. */
  const wholeSum = (values: number, weights: number, out: number, inputs: number) => {
    let total = 0
    for (let k = 0; k < inputs; k++)
      total +=
        (shorts[values + k] ?? 0) *
        (bytes[weights + (out - (out % 8)) * inputs + (k - (k % 2)) * 8 + 2 * (out % 8) + (k % 2)] ?? 0)
    return round(total)
  }
  const memorySum = (values: number, weights: number, out: number, inputs: number) => {
    let total = 0
    for (let k = 0; k < inputs; k++) {
      const byte = bytes[weights + placeInMemory(out, k, inputs)] ?? 0
      total += (shorts[values + k] ?? 0) * (out % 8 < 4 ? (byte & 255) - 128 : byte)
    }
    return round(total)
  }
  /** Makes a row whole; what a step of one is worth. */
  const makeWhole = (from: number, to: number, count: number) => {
    let most = 0
    for (let k = 0; k < count; k++) most = Math.max(most, Math.abs(at(from + k)))
    const scale = most > 0 ? round(wholeEnd / most) : 0
    for (let k = 0; k < count; k++) shorts[2 * to + k] = Math.trunc(round(at(from + k) * scale))
    return round(most / wholeEnd)
  }
  return {
    multiply(from, to, weights, bias, inputs, outputs, rows) {
      for (let row = 0; row < Math.ceil(rows / 4) * 4; row++)
        for (let out = 0; out < outputs; out++) {
          const place = weights + (out - (out % 8)) * inputs + (out % 8)
          numbers[to + row * outputs + out] = weighted(at(bias + out), from + row * inputs, place, inputs)
        }
    },
    dense(from, to, weights, scales, bias, whole, inputs, outputs, rows) {
      for (let row = 0; row < Math.ceil(rows / 4) * 4; row++) {
        const step = makeWhole(from + row * inputs, whole, inputs)
        for (let out = 0; out < outputs; out++) {
          const sum = wholeSum(2 * whole, 4 * weights, out, inputs)
          numbers[to + row * outputs + out] = at(bias + out) + round(sum * round(at(scales + out) * step))
        }
      }
    },
    remember(sums, sumsStep, weights, scales, state, kept, gates, to, toStep, size, rows) {
      for (let row = 0; row < rows; row++) {
        for (let out = 0; out < 4 * size; out++) {
          const sum = memorySum(2 * state, 4 * weights, out, size)
          numbers[gates + out] = at(sums + row * sumsStep + out) + round(sum * at(scales + out))
        }
        for (let k = 0; k < size; k++) {
          const gate = (kind: number) => at(gates + kind * size + k)
          const news = round(sigmoid(gate(0)) * tanh(gate(2)))
          numbers[kept + k] = round(round(sigmoid(gate(1)) * at(kept + k)) + news)
          const next = round(sigmoid(gate(3)) * tanh(at(kept + k)))
          numbers[to + row * toStep + k] = next
          shorts[2 * state + k] = Math.trunc(round(next * stateEnd))
        }
      }
    },
    cutBelowZero(from, to) {
      for (let place = from; place < to; place++) if (at(place) < 0) numbers[place] = 0
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
