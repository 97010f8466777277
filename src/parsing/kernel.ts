import { bytesOf } from '../text/packed-bytes.ts'
import { program } from './kernel.data.ts'
import type { PackedRows } from './packed-tables.ts'
import { type Loops, placeInMemory, plainLoops, stateEnd, sumsAtOnce, type Views } from './plain-loops.ts'

/**
 * A stretch of numbers, and the loops that a network spends its time in, on them (`scripts/make-kernel.ts`). All places are indices of
 * `numbers`.
 */
export interface Kernel {
  readonly numbers: Float32Array
  /** Sets a stretch aside. Its place is a multiple of 4. */
  room(size: number): number
  /** Lays out the weights of a layer, and of a memory, as the loops read them. */
  layer(weights: PackedRows, bias: Float32Array): Layer
  memory(weights: PackedRows, backwards: boolean): Memory
  /** Writes the outputs of a layer for each of some rows of inputs. Rows are computed by fours: there must be room for them. */
  apply(layer: Layer, from: number, to: number, rows: number): void
  /** Reads rows one way with a memory, forwards from the first or backwards from the last, and writes its state at each. */
  remember(memory: Memory, from: number, fromWidth: number, to: number, toWidth: number, rows: number): void
  /** As `apply` with weights that are found while reading: numbers, `outputsAtOnce` outputs side by side. */
  multiply(matrix: Matrix, from: number, to: number, rows: number): void
  /** Makes what is below 0 among some numbers 0; they are a multiple of 4. */
  cutBelowZero(from: number, count: number): void
}

/** Every output is its bias and the weighted sum of all inputs. */
export interface Matrix {
  readonly inputs: number
  /** A multiple of {@link outputsAtOnce}. */
  readonly outputs: number
  readonly weights: number
  readonly bias: number
}

/** A matrix of whole numbers, with the scale of each output. Inputs are a multiple of 4. */
export interface Layer extends Matrix {
  readonly scales: number
}

/** What a long short-term memory of `size` units makes of the state that the word before left. */
export interface Memory {
  readonly size: number
  readonly backwards: boolean
  readonly weights: number
  readonly scales: number
  /** Room for the state, whole, for what is remembered, and for the sums of one word. */
  readonly state: number
  readonly kept: number
  readonly gates: number
}

/** The most inputs that a layer has. */
const mostInputs = 1024
export const outputsAtOnce = 8
export const rowsAtOnce = 4

export function openKernel(loopsOn: () => Loops & Views = openLoops): Kernel {
  const { numbers, bytes, dense, remember, multiply, cutBelowZero } = loopsOn()
  let used = 0
  function room(size: number): number {
    const place = used
    used += (size + 3) & ~3
    if (used > numbers.length) throw new RangeError('the network is larger than its kernel')
    return place
  }
  const whole = room(2 * mostInputs)

  /** Room for the weights of a table, and its scales. */
  function placed({ width, scales: values }: PackedRows, outputs: number) {
    const weights = room((outputs * width) / 4)
    const scales = room(outputs)
    numbers.set(values, scales)
    return { weights, scales }
  }

  return {
    numbers,
    room,
    layer(rows, values) {
      const inputs = rows.width
      if (inputs % 4 !== 0 || inputs > mostInputs) throw new RangeError(`a layer of ${inputs} inputs`)
      const outputs = Math.ceil(values.length / outputsAtOnce) * outputsAtOnce
      const bias = room(outputs)
      numbers.set(values, bias)
      const places = placed(rows, outputs)
      interleave(rows, bytes.subarray(4 * places.weights))
      return { inputs, outputs, bias, ...places }
    },
    memory(rows, backwards) {
      const size = rows.width
      if (size % (sumsAtOnce / 4) !== 0) throw new RangeError(`a memory of ${size} units`)
      const { weights, scales } = placed({ ...rows, scales: rows.scales.map((scale) => scale / stateEnd) }, 4 * size)
      interleaveMemory(rows, bytes.subarray(4 * weights))
      return { size, backwards, weights, scales, state: room(size / 2), kept: room(size), gates: room(4 * size) }
    },
    apply({ weights, scales, bias, inputs, outputs }, from, to, rows) {
      dense(from, to, weights, scales, bias, whole, inputs, outputs, rows)
    },
    remember({ size, backwards, weights, scales, state, kept, gates }, from, fromWidth, to, toWidth, rows) {
      numbers.fill(0, state, state + size / 2)
      numbers.fill(0, kept, kept + size)
      const first = backwards ? rows - 1 : 0
      const way = backwards ? -1 : 1
      const [sums, states] = [from + first * fromWidth, to + first * toWidth]
      remember(sums, way * fromWidth, weights, scales, state, kept, gates, states, way * toWidth, size, rows)
    },
    multiply({ weights, bias, inputs, outputs }, from, to, rows) {
      multiply(from, to, weights, bias, inputs, outputs, rows)
    },
    cutBelowZero(from, count) {
      cutBelowZero(from, from + count)
    },
  }
}

/** Room for the weights and for a sentence of 400 words: 96 pages of 64 KiB. */
const roomOfNumbers = (96 * 65_536) / 4

export const openPlainLoops = (): Loops & Views => {
  const views = viewsOf(new ArrayBuffer(roomOfNumbers * 4))
  return { ...views, ...plainLoops(views) }
}

const viewsOf = (buffer: ArrayBuffer): Views => ({
  numbers: new Float32Array(buffer),
  shorts: new Int16Array(buffer),
  bytes: new Int8Array(buffer),
})

/** The loops of the program count places in bytes. */
type Loop = (...places: readonly number[]) => void

interface Program {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly multiply: Loop
  readonly dense: Loop
  readonly remember: Loop
  readonly cutBelowZero: Loop
}

/** The program where it can run, the plain loops elsewhere: where there is none, or a page's policy forbids to compile it. */
function openLoops() {
  try {
    return openProgram()
  } catch {
    return openPlainLoops()
  }
}

function openProgram(): Loops & Views {
  const binary = bytesOf(program)
  const { memory, multiply, dense, remember, cutBelowZero } = new WebAssembly.Instance(new WebAssembly.Module(binary))
    .exports as Program
  return {
    ...viewsOf(memory.buffer),
    multiply: (from, to, weights, bias, inputs, outputs, rows) =>
      multiply(from * 4, to * 4, weights * 4, bias * 4, inputs, outputs, rows),
    dense: (from, to, weights, scales, bias, whole, inputs, outputs, rows) =>
      dense(from * 4, to * 4, weights * 4, scales * 4, bias * 4, whole * 4, inputs, outputs, rows),
    remember: (sums, sumsStep, weights, scales, state, kept, gates, to, toStep, size, rows) =>
      remember(
        ...[sums, sumsStep, weights, scales, state, kept, gates, to, toStep].map((place) => place * 4),
        size,
        rows,
      ),
    cutBelowZero: (from, to) => cutBelowZero(from * 4, to * 4),
  }
}

/** Puts the rows of a table, one row an output, side by side in blocks of some outputs, two inputs of each together. */
function interleave({ width, bytes }: PackedRows, to: Int8Array): void {
  const block = outputsAtOnce
  for (let out = 0; out * width < bytes.length; out++) {
    const at = (out - (out % block)) * width + 2 * (out % block)
    for (let k = 0; k < width; k++) to[at + (k - (k % 2)) * block + (k % 2)] = bytes[out * width + k] ?? 0
  }
}

/** Puts the rows of a memory as {@link Loops.remember} reads them; what stands in a low byte is 128 more. */
function interleaveMemory({ width, bytes }: PackedRows, to: Int8Array): void {
  for (let out = 0; out * width < bytes.length; out++) {
    const more = out % 8 < 4 ? 128 : 0
    for (let k = 0; k < width; k++) to[placeInMemory(out, k, width)] = (bytes[out * width + k] ?? 0) + more
  }
}
