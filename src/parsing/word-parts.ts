import { detached } from '../text/detached.ts'
import { fnv1a } from '../text/words.ts'

/**
 * Keys of what a network sees of the spelling of a word: the word, its last one to four letters, its first one to three, and its shape.
 * `scripts/train-parser.py` makes the same.
 */
export function partsOf(word: string): readonly number[] {
  const known = kept.get(word)
  if (known) return known
  const found = newParts(word)
  if (kept.size >= mostKept) kept.clear()
  if (word.length <= longestKept) kept.set(detached(word), found)
  return found
}

/** Two networks ask for the same words, one after the other. */
const kept = new Map<string, readonly number[]>()
const mostKept = 2000
const longestKept = 40

function newParts(word: string): readonly number[] {
  const exact = plainQuotes(word)
  const lower = lowered(exact)
  return [
    fnv1a(`=${lower}`),
    ...[1, 2, 3, 4].map((size) => fnv1a(`${size}-${lower.slice(-size)}`)),
    ...[1, 2, 3].map((size) => fnv1a(`${size}+${lower.slice(0, size)}`)),
    fnv1a(`~${shapeOf(exact)}`),
  ]
}

/** Small letters, every digit a 0. */
export const lowered = (exact: string): string => exact.toLowerCase().replace(/\d/g, '0')

export const plainQuotes = (word: string): string => word.replace(/[‘’‛`´]/g, "'").replace(/[“”„‟«»]/g, '"')

/** Capitals, small letters, digits and marks, each run once: "McDonald's" is "AaAa'a". */
export const shapeOf = (exact: string): string =>
  exact
    .slice(0, 24)
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{N}+/gu, '0')
