import { dimensions } from '../language/en/word-vectors.data.ts'
import { vectorOf } from '../text/word-vectors.ts'
import { type Kernel, type Layer, type Memory, rowsAtOnce } from './kernel.ts'
import { addRow, type PackedRows, type PackedTables, unpacked } from './packed-tables.ts'
import { lowered, partsOf, plainQuotes } from './word-parts.ts'

/** The most words that are read as one sentence. */
export const longestSentence = 400

/** How many numbers there are for a word, for the state of a memory, between the two memories, and in each view of a word. */
export interface EncoderSizes {
  readonly word: number
  readonly first: number
  readonly middle: number
  readonly second: number
  readonly views: readonly number[]
}

/** Reads sentences of at most {@link longestSentence} words, and leaves some views of each word in a row of numbers, one behind the other. */
export interface Encoder {
  read(words: readonly string[]): void
  readonly rows: number
  readonly width: number
}

/** Takes its weights from the tables, in this order: words, first memory, what stands between, second memory, views. */
export function openEncoder(kernel: Kernel, tables: PackedTables, parts: number, sizes: EncoderSizes): Encoder {
  const { word, first, middle, second } = sizes
  const { numbers } = kernel
  const width = 2 * second + middle
  const vectorOfWord = wordVectors(tables, parts, word)
  const firstMemory = readMemory(kernel, tables, word, first)
  const between = readLayer(kernel, [packedLayer(tables, middle, 2 * first + word)])
  const secondMemory = readMemory(kernel, tables, middle, second)
  const views = readLayer(
    kernel,
    sizes.views.map((outputs) => packedLayer(tables, outputs, width)),
  )
  const oneWord = kernel.room(word * rowsAtOnce)
  const oneSum = kernel.room(firstMemory.inner.outputs * rowsAtOnce)
  const sumRows = sentenceRoom(kernel, Math.max(firstMemory.inner.outputs, secondMemory.inner.outputs))
  const firstRows = sentenceRoom(kernel, between.inputs)
  const middleRows = sentenceRoom(kernel, middle)
  const secondRows = sentenceRoom(kernel, width)
  const viewRows = sentenceRoom(kernel, views.outputs)

  /** What a word by itself gives to the first memory does not depend on its sentence. */
  const known = kept(8000, (text): { readonly vector: Float32Array; readonly sums: Float32Array } => {
    const vector = vectorOfWord(text)
    numbers.set(vector, oneWord)
    kernel.apply(firstMemory.inner, oneWord, oneSum, 1)
    return { vector, sums: numbers.slice(oneSum, oneSum + firstMemory.inner.outputs) }
  })

  function remember({ inner, ways }: BothWays, to: number, toWidth: number, count: number): void {
    ways.forEach((memory, n) => {
      kernel.remember(memory, sumRows + 4 * n * memory.size, inner.outputs, to + n * memory.size, toWidth, count)
    })
  }

  return {
    rows: viewRows,
    width: views.outputs,
    read(words) {
      const count = words.length
      words.forEach((text, i) => {
        const { vector, sums } = known(text)
        numbers.set(vector, firstRows + i * between.inputs + 2 * first)
        numbers.set(sums, sumRows + i * sums.length)
      })
      remember(firstMemory, firstRows, between.inputs, count)
      kernel.apply(between, firstRows, middleRows, count)
      cutBelowZero(numbers, middleRows, count * middle)
      for (let i = 0; i < count; i++) {
        const row = middleRows + i * middle
        numbers.copyWithin(secondRows + i * width + 2 * second, row, row + middle)
      }
      kernel.apply(secondMemory.inner, middleRows, sumRows, count)
      remember(secondMemory, secondRows, width, count)
      kernel.apply(views, secondRows, viewRows, count)
    },
  }
}

/** Room for rows of numbers, one for each word of a sentence. */
export const sentenceRoom = (kernel: Kernel, width: number): number =>
  kernel.room(width * (longestSentence + rowsAtOnce))

export function cutBelowZero(numbers: Float32Array, from: number, count: number): void {
  for (let k = from; k < from + count; k++) if ((numbers[k] ?? 0) < 0) numbers[k] = 0
}

interface PackedLayer {
  readonly rows: PackedRows
  readonly bias: Float32Array
}

export function packedLayer(tables: PackedTables, outputs: number, inputs: number): PackedLayer {
  return { rows: tables.rows(outputs, inputs), bias: tables.floats(outputs) }
}

/** Layers with the same inputs, as one; outputs that fill up the last block are 0. */
export function readLayer(kernel: Kernel, parts: readonly PackedLayer[]): Layer {
  return kernel.layer(
    joinedRows(parts.map(({ rows }) => rows)),
    joined(
      Float32Array,
      parts.map(({ bias }) => bias),
    ),
  )
}

const joinedRows = (tables: readonly PackedRows[]): PackedRows => ({
  width: tables[0]?.width ?? 0,
  scales: joined(
    Float32Array,
    tables.map(({ scales }) => scales),
  ),
  bytes: joined(
    Int8Array,
    tables.map(({ bytes }) => bytes),
  ),
})

/** What the words themselves give to the memories of both ways, and the memories, forwards and backwards. */
interface BothWays {
  readonly inner: Layer
  readonly ways: readonly Memory[]
}

function readMemory(kernel: Kernel, tables: PackedTables, inputs: number, size: number): BothWays {
  const packed = [false, true].map((backwards) => ({
    layer: packedLayer(tables, 4 * size, inputs),
    memory: kernel.memory(tables.rows(4 * size, size), backwards),
  }))
  return {
    inner: readLayer(
      kernel,
      packed.map(({ layer }) => layer),
    ),
    ways: packed.map(({ memory }) => memory),
  }
}

/** Keeps what was found for the words met last, at least `most` and at most twice as many; none that is longer than words are. */
function kept<T>(most: number, find: (word: string) => T): (word: string) => T {
  let recent = new Map<string, T>()
  let older = recent
  return (word) => {
    const known = recent.get(word)
    if (known !== undefined) return known
    if (word.length > longestKept) return find(word)
    if (recent.size >= most) {
      older = recent
      recent = new Map()
    }
    const found = older.get(word) ?? find(word)
    recent.set(word, found)
    return found
  }
}

const longestKept = 40

/** The numbers of a word by itself: those of all known parts of its spelling and of its use, added up. */
function wordVectors(tables: PackedTables, parts: number, size: number): (word: string) => Float32Array {
  const keys = tables.longs(parts)
  const rows = tables.rows(parts, size)
  const use = packedLayer(tables, size, dimensions)
  const weights = unpacked(use.rows)
  return (word) => vectorFor(word, keys, rows, weights, use.bias)
}

function vectorFor(
  word: string,
  keys: Uint32Array,
  rows: PackedRows,
  uses: Float32Array,
  bias: Float32Array,
): Float32Array {
  const vector = bias.slice()
  for (const key of partsOf(word)) {
    const row = placeOf(keys, key)
    if (row >= 0) addRow(rows, row, vector)
  }
  const usage = vectorOf(lowered(plainQuotes(word)))
  for (let out = 0; usage && out < vector.length; out++) {
    let sum = 0
    for (let k = 0; k < dimensions; k++) sum += (uses[out * dimensions + k] ?? 0) * (usage[k] ?? 0)
    vector[out] = (vector[out] ?? 0) + sum / 127
  }
  cutBelowZero(vector, 0, vector.length)
  return vector
}

/** The place of a key in a list in order; -1 where it is not in it. */
function placeOf(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? low : -1
}

function joined<T extends Float32Array | Int8Array>(Kind: new (size: number) => T, lists: readonly T[]): T {
  const all = new Kind(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}
