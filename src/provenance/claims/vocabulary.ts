import { rarity } from '../../text/rarity.ts'
import { placing } from '../../text/sparse-vector.ts'
import { cosine } from '../../text/word-vectors.ts'
import type { Word } from './profile.ts'

/** The words of a set of statements by number, so that comparing them looks things up in tables. */
export interface Vocabulary {
  /** The number of each word, in the order given. */
  numbersOf(words: readonly Word[]): Int32Array
  /** How telling a word is, as `text/rarity`. */
  rarity(word: number): number
  /** How alike two words are used, 0..1; 1 for one lemma. */
  alike(a: number, b: number): number
}

/** Likenesses kept once worked out, four bytes each; beyond, they would fill the memory and are worked out anew. */
const kept = 48_000_000

/** An empty vocabulary. It learns words as their numbers are asked for; ask for all before comparing. */
export function openVocabulary(): Vocabulary {
  const place = placing()
  const lemma = placing()
  const lemmas: number[] = []
  const vectors: (Word['vector'] | undefined)[] = []
  const rarities: number[] = []
  const rows: (Float32Array | undefined)[] = []
  let room = kept

  return {
    numbersOf: (words) => Int32Array.from(words, numberOf),
    rarity: (word) => rarities[word] ?? 0,
    alike(a, b) {
      // Always asked in one direction, so that a table is filled half and both ways give the same.
      const [x, y] = a < b ? [a, b] : [b, a]
      const row = rows[x] ?? openRow(x)
      if (!row || y >= row.length) return likeness(x, y)
      const known = row[y] ?? unknown
      if (known !== unknown) return known
      row[y] = likeness(x, y)
      return row[y] ?? 0
    },
  }

  function numberOf(word: Word): number {
    const number = place(`${word.lemma}|${word.form}`)
    if (number === lemmas.length) {
      lemmas.push(lemma(word.lemma))
      vectors.push(word.vector)
      rarities.push(rarity(word.lemma))
    }
    return number
  }

  function openRow(x: number): Float32Array | undefined {
    const size = lemmas.length
    if (size > room) return undefined
    room -= size
    const row = new Float32Array(size).fill(unknown)
    rows[x] = row
    return row
  }

  function likeness(x: number, y: number): number {
    if (lemmas[x] === lemmas[y]) return 1
    const [a, b] = [vectors[x], vectors[y]]
    // Rounded as the table keeps it: the answer must not depend on whether there was room.
    return a && b ? Math.fround(Math.max(0, cosine(a, b))) : 0
  }
}

const unknown = -1
