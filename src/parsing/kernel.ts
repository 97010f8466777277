import { program } from './kernel.data.ts'
import { type Loops, plainLoops } from './plain-loops.ts'

/**
 * A stretch of numbers, and the two loops that a network spends its time in, on them (`scripts/make-kernel.ts`). All places are indices of
 * `numbers`.
 */
export interface Kernel {
  readonly numbers: Float32Array
  /** Sets a stretch aside. Its place is a multiple of 4. */
  room(size: number): number
  /** Writes the outputs of a layer for each of some rows of inputs. Rows are computed by fours: there must be room for them. */
  apply(layer: Layer, from: number, to: number, rows: number): void
  /** Reads rows one way with a memory, forwards from the first or backwards from the last, and writes its state at each. */
  remember(memory: Memory, from: number, fromWidth: number, to: number, toWidth: number, rows: number): void
}

/** Every output is its bias and the weighted sum of all inputs. */
export interface Layer {
  readonly inputs: number
  /** A multiple of {@link outputsAtOnce}. */
  readonly outputs: number
  readonly weights: number
  readonly bias: number
}

/** What a long short-term memory of `size` units makes of the state that the word before left. */
export interface Memory {
  readonly size: number
  readonly backwards: boolean
  readonly weights: number
  /** Room for a state of zeros, for what is remembered, and for the sums of one word. */
  readonly start: number
  readonly kept: number
  readonly gates: number
}

export const outputsAtOnce = 8
export const rowsAtOnce = 4

export function openKernel(loopsOn: () => Loops & { readonly numbers: Float32Array } = openLoops): Kernel {
  const { numbers, dense, remember } = loopsOn()
  let used = 0
  return {
    numbers,
    room(size) {
      const place = used
      used += (size + 3) & ~3
      if (used > numbers.length) throw new RangeError('the network is larger than its kernel')
      return place
    },
    apply({ weights, bias, inputs, outputs }, from, to, rows) {
      dense(from, to, weights, bias, inputs, outputs, rows)
    },
    remember({ size, backwards, weights, start, kept, gates }, from, fromWidth, to, toWidth, rows) {
      numbers.fill(0, kept, kept + size)
      const first = backwards ? rows - 1 : 0
      const way = backwards ? -1 : 1
      const [sums, states] = [from + first * fromWidth, to + first * toWidth]
      remember(sums, way * fromWidth, weights, start, kept, gates, states, way * toWidth, size, rows)
    },
  }
}

/** Room for the weights and for a sentence of 400 words: 96 pages of 64 KiB. */
const roomOfNumbers = (96 * 65_536) / 4

export const openPlainLoops = () => {
  const numbers = new Float32Array(roomOfNumbers)
  return { numbers, ...plainLoops(numbers) }
}

interface Program {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly dense: (...places: readonly number[]) => void
  readonly remember: (...places: readonly number[]) => void
}

/** The program where it can run, the plain loops elsewhere: where there is none, or a page's policy forbids to compile it. */
function openLoops() {
  try {
    return openProgram()
  } catch {
    return openPlainLoops()
  }
}

function openProgram() {
  const bytes = Uint8Array.from(atob(program), (byte) => byte.charCodeAt(0))
  const { memory, dense, remember } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Program
  const loops: Loops = {
    dense: (from, to, weights, bias, inputs, outputs, rows) =>
      dense(from * 4, to * 4, weights * 4, bias * 4, inputs, outputs, rows),
    remember: (sums, sumsStep, weights, state, kept, gates, to, toStep, size, rows) =>
      remember(sums * 4, sumsStep * 4, weights * 4, state * 4, kept * 4, gates * 4, to * 4, toStep * 4, size, rows),
  }
  return { numbers: new Float32Array(memory.buffer), ...loops }
}

/** Puts the rows of a table, one row an output, side by side in blocks of some outputs, as the loops read them. */
export function interleave(table: Float32Array, inputs: number, block: number, to: Float32Array): void {
  for (let out = 0; out * inputs < table.length; out++) {
    const at = (out - (out % block)) * inputs + (out % block)
    for (let k = 0; k < inputs; k++) to[at + k * block] = table[out * inputs + k] ?? 0
  }
}
