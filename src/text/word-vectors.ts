import { bytes, dimensions, words } from '../language/en/word-vectors.data.ts'
import { signedBytesOf } from './packed-bytes.ts'

/** The vector of a word: how it is used, learned from billions of words of news and web text. Not of unit length. */
export type WordVector = Int8Array

let table: { readonly rows: ReadonlyMap<string, number>; readonly vectors: Int8Array } | undefined

/** The vector of a word or lemma in lower case; undefined for names and rare words. Decoded at the first call. */
export function vectorOf(word: string): WordVector | undefined {
  table ??= decode()
  const row = table.rows.get(word)
  return row === undefined ? undefined : table.vectors.subarray(row * dimensions, (row + 1) * dimensions)
}

/** The place of a word in lower case among the commonest of the language, 0 first; undefined for names and rare words. */
export function rankOf(word: string): number | undefined {
  table ??= decode()
  return table.rows.get(word)
}

/** The commonest words of the language in lower case, the commonest first. */
export function commonestFirst(): readonly string[] {
  table ??= decode()
  return [...table.rows.keys()]
}

/** How alike two words are used, -1..1: "dismissed" and "sacked" .7, "dismissed" and "herring" about 0. Equal words 1. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [x, y] = [vectorOf(a), vectorOf(b)]
  return x && y ? cosineOf(wordProduct(x, y), wordProduct(x, x), wordProduct(y, y)) : 0
}

/** Cosine of two vectors; 0 when one has no length. */
export const cosine = (x: ArrayLike<number>, y: ArrayLike<number>): number =>
  cosineOf(product(x, y), product(x, x), product(y, y))

/** The same from their product and that of each with itself. */
export const cosineOf = (product: number, x: number, y: number): number =>
  product === 0 ? 0 : product / Math.sqrt(x * y)

export function product(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < dimensions; k++) sum += (x[k] ?? 0) * (y[k] ?? 0)
  return sum
}

/** The product of two words' vectors. The same, and several times as fast: whole numbers of a byte. */
export function wordProduct(x: WordVector, y: WordVector): number {
  let sum = 0
  for (let k = 0; k < dimensions; k++) sum = (sum + Math.imul(x[k] ?? 0, y[k] ?? 0)) | 0
  return sum
}

function decode() {
  return { rows: new Map(words.split(' ').map((word, i) => [word, i])), vectors: signedBytesOf(bytes) }
}
