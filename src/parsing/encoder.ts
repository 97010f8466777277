import { dimensions } from '../language/en/word-vectors.data.ts'
import { detached } from '../text/detached.ts'
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
  const freshWords = kernel.room(word * rowsAtOnce)
  const freshSums = kernel.room(firstMemory.inner.outputs * rowsAtOnce)
  const sumRows = sentenceRoom(kernel, Math.max(firstMemory.inner.outputs, secondMemory.inner.outputs))
  const firstRows = sentenceRoom(kernel, between.inputs)
  const middleRows = sentenceRoom(kernel, middle)
  const secondRows = sentenceRoom(kernel, width)
  const viewRows = sentenceRoom(kernel, views.outputs)

  /** What words by themselves give to the first memory does not depend on their sentence. */
  const known = keptWords(word, firstMemory.inner.outputs, (fresh) => {
    for (let from = 0; from < fresh.length; from += rowsAtOnce) {
      const some = fresh.slice(from, from + rowsAtOnce)
      some.forEach(({ text, vector }, i) => {
        vectorOfWord(text, vector)
        numbers.set(vector, freshWords + i * word)
      })
      kernel.apply(firstMemory.inner, freshWords, freshSums, some.length)
      some.forEach(({ sums }, i) => {
        sums.set(numbers.subarray(freshSums + i * sums.length, freshSums + (i + 1) * sums.length))
      })
    }
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
      known(words).forEach(({ vector, sums }, i) => {
        numbers.set(vector, firstRows + i * between.inputs + 2 * first)
        numbers.set(sums, sumRows + i * sums.length)
      })
      remember(firstMemory, firstRows, between.inputs, count)
      kernel.apply(between, firstRows, middleRows, count)
      kernel.cutBelowZero(middleRows, count * middle)
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

/** What a word is by itself, and what that gives to the first memory: stretches of a long list that are used again. */
interface WordRow {
  text: string
  /** Whether it was met again since somebody last looked for room, and the last sentence that it was met in. */
  again: boolean
  sentence: number
  readonly vector: Float32Array
  readonly sums: Float32Array
}

/**
 * Keeps what was found for the words met so far. When there is room for no more, a new word takes the place of one that was not met again
 * for a while (a "clock", Corbató 1968): the common ones, that every sentence has, are computed once.
 */
function keptWords(
  vectorSize: number,
  sumsSize: number,
  fill: (fresh: readonly WordRow[]) => void,
): (words: readonly string[]) => readonly WordRow[] {
  const known = new Map<string, WordRow>()
  const places: WordRow[] = []
  let [used, hand, sentence] = [0, 0, 0]
  function place(): WordRow {
    if (used === places.length && used < mostKept) places.push(...moreRows(vectorSize, sumsSize))
    if (used < places.length) return places[used++] ?? noRow
    for (; ; hand = (hand + 1) % places.length) {
      const row = places[hand] ?? noRow
      // What stands in this sentence is still to be read.
      if (!row.again && row.sentence !== sentence) return row
      row.again = false
    }
  }
  function open(text: string): WordRow {
    const row = place()
    if (known.get(row.text) === row) known.delete(row.text)
    row.text = detached(text)
    row.sentence = sentence
    if (text.length <= longestKept) known.set(row.text, row)
    return row
  }
  return (words) => {
    sentence++
    const fresh: WordRow[] = []
    const rows = words.map((text) => {
      const row = known.get(text)
      if (row) {
        row.again = true
        row.sentence = sentence
        return row
      }
      const opened = open(text)
      fresh.push(opened)
      return opened
    })
    fill(fresh)
    for (const row of fresh) if (row.text.length > longestKept) row.text = ''
    return rows
  }
}

/** 24 MB a network. */
const mostKept = 5000
const longestKept = 40
const rowsMore = 200
const emptyRow = { text: '', again: false, sentence: 0 }
const noRow: WordRow = { ...emptyRow, vector: new Float32Array(0), sums: new Float32Array(0) }

function moreRows(vectorSize: number, sumsSize: number): readonly WordRow[] {
  const numbers = new Float32Array(rowsMore * (vectorSize + sumsSize))
  return Array.from({ length: rowsMore }, (_, i) => {
    const at = i * (vectorSize + sumsSize)
    const vector = numbers.subarray(at, at + vectorSize)
    return { ...emptyRow, vector, sums: numbers.subarray(at + vectorSize, at + vectorSize + sumsSize) }
  })
}

/** Writes the numbers of a word by itself: those of all known parts of its spelling and of its use, added up. */
function wordVectors(tables: PackedTables, parts: number, size: number): (word: string, to: Float32Array) => void {
  const keys = tables.longs(parts)
  const rows = tables.rows(parts, size)
  const use = packedLayer(tables, size, dimensions)
  const weights = unpacked(use.rows)
  return (word, vector) => {
    vector.set(use.bias)
    for (const key of partsOf(word)) {
      const row = placeOf(keys, key)
      if (row >= 0) addRow(rows, row, vector)
    }
    const usage = vectorOf(lowered(plainQuotes(word)))
    if (usage) addUse(usage, weights, vector)
    for (let k = 0; k < vector.length; k++) if ((vector[k] ?? 0) < 0) vector[k] = 0
  }
}

/** Four sums at a time: each of them has to wait for its own only. */
function addUse(usage: Int8Array, weights: Float32Array, vector: Float32Array): void {
  for (let out = 0; out < vector.length; out += 4) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let k = 0, at = out * dimensions; k < dimensions; k++, at++) {
      const value = usage[k] ?? 0
      a += (weights[at] ?? 0) * value
      b += (weights[at + dimensions] ?? 0) * value
      c += (weights[at + 2 * dimensions] ?? 0) * value
      d += (weights[at + 3 * dimensions] ?? 0) * value
    }
    vector[out] = (vector[out] ?? 0) + a / 127
    vector[out + 1] = (vector[out + 1] ?? 0) + b / 127
    vector[out + 2] = (vector[out + 2] ?? 0) + c / 127
    vector[out + 3] = (vector[out + 3] ?? 0) + d / 127
  }
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
