import { packedLayer, readLayer } from './encoder.ts'
import { type Kernel, rowsAtOnce } from './kernel.ts'
import { addRow, type PackedTables } from './packed-tables.ts'

/** Tells where the parts of a report lie whose cue is a word of the sentence read last. */
export interface ReportHeads {
  /**
   * For each place how well it answers each of the questions ({@link questions} numbers a place). The first `count` places are the words of
   * the sentence, the others lie outside. `codes` tells what is seen of each place, `width` numbers for each, negative ones for nothing.
   */
  answers(cue: number, count: number, codes: ArrayLike<number>, width: number): Float32Array
}

/** Where the cue, the content before it, the content behind it, and the source begin, and where each ends. */
export const questions = 8

/** Places are computed so many at once. */
const placesAtOnce = 8 * rowsAtOnce

/** The rows that an encoder left begin with two views of each word, of `size` numbers: as a cue, and as a place. */
export function openReportHeads(
  kernel: Kernel,
  tables: PackedTables,
  rows: { readonly place: number; readonly width: number; readonly size: number },
  codes: number,
): ReportHeads {
  const { numbers } = kernel
  const { size } = rows
  const seen = tables.rows(codes, size)
  const answer = readLayer(kernel, [packedLayer(tables, questions, size)])
  const inputs = kernel.room(placesAtOnce * size)
  const outputs = kernel.room(placesAtOnce * questions)
  const sum = new Float32Array(size)

  /** Adds up what the network and the rules see of a place. */
  function look(cue: number, word: number | undefined, codesOfPlace: ArrayLike<number>, to: number): void {
    const own = rows.place + cue * rows.width
    sum.set(numbers.subarray(own, own + size))
    if (word !== undefined) {
      const other = rows.place + word * rows.width + size
      for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + (numbers[other + k] ?? 0)
    }
    for (let k = 0; k < codesOfPlace.length; k++) {
      const code = codesOfPlace[k] ?? -1
      if (code >= 0) addRow(seen, code, sum)
    }
    numbers.set(sum, to)
  }

  return {
    answers(cue, count, codesOfPlaces, width) {
      const list = Int16Array.from(codesOfPlaces)
      const places = list.length / width
      const found = new Float32Array(places * questions)
      for (let from = 0; from < places; from += placesAtOnce) {
        const to = Math.min(places, from + placesAtOnce)
        for (let i = from; i < to; i++)
          look(cue, i < count ? i : undefined, list.subarray(i * width, (i + 1) * width), inputs + (i - from) * size)
        kernel.cutBelowZero(inputs, (to - from) * size)
        kernel.apply(answer, inputs, outputs, to - from)
        found.set(numbers.subarray(outputs, outputs + (to - from) * questions), from * questions)
      }
      return found
    },
  }
}
