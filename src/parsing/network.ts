import { longestSentence, openEncoder, packedLayer, readLayer, sentenceRoom } from './encoder.ts'
import { openKernel, outputsAtOnce } from './kernel.ts'
import { openTables, unpacked } from './packed-tables.ts'
import { bestTree } from './projective-tree.ts'

/**
 * Reads one English sentence both ways (Kiperwasser and Goldberg 2016), and decides for each word its tag and for all of them the tree, by
 * scores for pairs of words (Dozat and Manning 2017).
 */
export interface Network {
  /** Reads a sentence; what follows is about the sentence read last. */
  read(words: readonly string[]): void
  /** Place of the tag of a word in the list of tags. */
  tag(word: number): number
  /** Heads of the words `from` to `to` (half-open), at most {@link longestPiece}, by themselves: places in the sentence, -1 for their root. */
  heads(from: number, to: number): Int32Array
  /** Places of the relations in the list of relations, given all heads, -1 for a root. */
  relations(heads: Int32Array): Uint8Array
}

/** The most words that are put in one tree at once: the time grows with the cube of their number. */
export const longestPiece = 120

/** Reads the weights that `scripts/train-parser.py` packs. `rootRelation` is the place of the relation that the root has, and it alone. */
export function readNetwork(packed: string | Uint8Array, rootRelation: number): Network {
  const tables = openTables(packed)
  const [word = 0, first = 0, middle = 0, second = 0, arc = 0, label = 0, tags = 0, relations = 0, parts = 0, far = 0] =
    tables.shorts(10)
  const kernel = openKernel()
  const { numbers } = kernel
  // A word as what it is, as a dependent, as a head, how much it attracts dependents, and the first two again for the choice of relations.
  const views = [tags, arc, arc, 1, label, label]
  const encoder = openEncoder(kernel, tables, parts, { word, first, middle, second, views })
  const [, dependent = 0, head = 0, pull = 0, labelled = 0, labelling = 0] = startsOf(views)
  const relationLayer = readLayer(kernel, [packedLayer(tables, relations, label)])
  const rootHead = unpacked(tables.rows(1, arc))
  const rootLabelling = unpacked(tables.rows(1, label))
  const rootPull = unpacked(tables.rows(1, 1))[0] ?? 0
  const byDistance = unpacked(tables.rows(1, 2 * far + 1))
  const pairs = sentenceRoom(kernel, label)
  const scored = sentenceRoom(kernel, relationLayer.outputs)
  const room = longestPiece + outputsAtOnce
  const dependents = kernel.room(room * arc)
  const scores = kernel.room(room * room)
  const heads = { inputs: arc, outputs: 0, weights: kernel.room(room * arc), bias: kernel.room(room) }

  const at = (i: number, view: number) => encoder.rows + i * encoder.width + view

  /** How well each word of a piece goes with each head: first the root, then the words. */
  function arcScores(from: number, to: number): Float32Array {
    const n = to - from
    const outputs = Math.ceil(n / outputsAtOnce) * outputsAtOnce
    for (let i = 0; i < n; i++) {
      const own = at(from + i, dependent)
      numbers.copyWithin(dependents + i * arc, own, own + arc)
      const block = heads.weights + (i - (i % outputsAtOnce)) * arc + (i % outputsAtOnce)
      const as = at(from + i, head)
      for (let k = 0; k < arc; k++) numbers[block + k * outputsAtOnce] = numbers[as + k] ?? 0
      numbers[heads.bias + i] = numbers[at(from + i, pull)] ?? 0
    }
    kernel.multiply({ ...heads, outputs }, dependents, scores, n)
    const found = new Float32Array(n * (n + 1))
    for (let i = 0; i < n; i++) {
      const row = i * (n + 1)
      let toRoot = rootPull
      for (let k = 0; k < arc; k++) toRoot += (numbers[dependents + i * arc + k] ?? 0) * (rootHead[k] ?? 0)
      found[row] = toRoot
      for (let j = 0; j < n; j++) {
        const steps = Math.max(-far, Math.min(far, j - i))
        found[row + 1 + j] = (numbers[scores + i * outputs + j] ?? 0) + (byDistance[far + steps] ?? 0)
      }
    }
    return found
  }

  return {
    read(words) {
      if (words.length > longestSentence) throw new RangeError(`a sentence of ${words.length} words`)
      encoder.read(words)
    },
    tag: (i) => highest(numbers, at(i, 0), tags),
    heads: (from, to) => bestTree(arcScores(from, to), to - from).map((place) => (place < 0 ? -1 : from + place)),
    relations(heads) {
      heads.forEach((place, i) => {
        const own = at(i, labelled)
        const other = at(place, labelling)
        for (let k = 0; k < label; k++)
          numbers[pairs + i * label + k] =
            (numbers[own + k] ?? 0) + (place < 0 ? (rootLabelling[k] ?? 0) : (numbers[other + k] ?? 0))
      })
      kernel.cutBelowZero(pairs, heads.length * label)
      kernel.apply(relationLayer, pairs, scored, heads.length)
      return Uint8Array.from(heads, (place, i) => {
        const row = scored + i * relationLayer.outputs
        if (place < 0) return rootRelation
        numbers[row + rootRelation] = -Infinity
        return highest(numbers, row, relations)
      })
    },
  }
}

function startsOf(sizes: readonly number[]): readonly number[] {
  let at = 0
  return sizes.map((size) => {
    at += size
    return at - size
  })
}

/** Which of some numbers is the highest; the first of equals. */
function highest(numbers: Float32Array, from: number, count: number): number {
  let winner = 0
  for (let k = 1; k < count; k++) if ((numbers[from + k] ?? 0) > (numbers[from + winner] ?? 0)) winner = k
  return winner
}
