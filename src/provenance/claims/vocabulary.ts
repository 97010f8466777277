import { rarity } from '../../text/rarity.ts'
import { placing } from '../../text/sparse-vector.ts'
import { cosineOf, wordProduct } from '../../text/word-vectors.ts'
import type { Word } from './profile.ts'

/** The words of a set of statements by number, so that comparing them looks things up in tables. */
export interface Vocabulary {
  /** The number of each word, in the order given. */
  numbersOf(words: readonly Word[]): Int32Array
  /** How telling a word is, as `text/rarity`. */
  rarity(word: number): number
  /** How alike a word and each of a list are used, 0..1; 1 for one lemma. The same both ways. Holds until the next call. */
  alike(word: number, others: Int32Array): Float32Array
}

/** Likenesses kept once worked out, four bytes each; beyond, they would fill the memory and are worked out anew. */
const kept = 48_000_000

/** An empty vocabulary. It learns words as their numbers are asked for. */
export function openVocabulary(): Vocabulary {
  const place = placing()
  const lemma = placing()
  const lemmas: number[] = []
  const vectors: (Word['vector'] | undefined)[] = []
  /** The product of each vector with itself. */
  const squares: number[] = []
  const rarities: number[] = []
  const rows: (Float32Array | undefined)[] = []
  let room = kept
  let found = new Float32Array(64)

  return {
    numbersOf: (words) => Int32Array.from(words, numberOf),
    rarity: (word) => rarities[word] ?? 0,
    alike,
  }

  function alike(word: number, others: Int32Array): Float32Array {
    const size = others.length
    if (found.length < size) found = new Float32Array(2 * size)
    const row = rowOf(word)
    for (let k = 0; k < size; k++) {
      const other = others[k] ?? 0
      let value = row?.[other] ?? unknown
      if (value === unknown) {
        value = likeness(word, other)
        if (row) row[other] = value
      }
      found[k] = value
    }
    return found
  }

  function numberOf(word: Word): number {
    const number = place(`${word.lemma}|${word.form}`)
    if (number === lemmas.length) {
      lemmas.push(lemma(word.lemma))
      vectors.push(word.vector)
      squares.push(word.vector ? wordProduct(word.vector, word.vector) : 0)
      rarities.push(rarity(word.lemma))
    }
    return number
  }

  function rowOf(x: number): Float32Array | undefined {
    const known = rows[x]
    if (known && known.length >= lemmas.length) return known
    // Words come a document at a time: a row leaves room for some of those to come.
    const size = Math.ceil(1.25 * lemmas.length)
    const more = size - (known?.length ?? 0)
    if (more > room) return undefined
    room -= more
    const row = new Float32Array(size).fill(unknown)
    if (known) row.set(known)
    rows[x] = row
    return row
  }

  function likeness(x: number, y: number): number {
    if (lemmas[x] === lemmas[y]) return 1
    const [a, b] = [vectors[x], vectors[y]]
    // Rounded as the table keeps it: the answer must not depend on whether there was room.
    return a && b ? Math.fround(Math.max(0, cosineOf(wordProduct(a, b), squares[x] ?? 0, squares[y] ?? 0))) : 0
  }
}

const unknown = -1
