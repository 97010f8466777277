import { codes } from '../language/en/word-clusters.data.ts'
import { rankOf } from '../text/word-vectors.ts'
import { fnv1a } from '../text/words.ts'
import { lowered, plainQuotes, shapeOf } from './word-parts.ts'

/** How a word is spelled, as numbers that features are made of. Equal parts have equal numbers. */
export interface WordForm {
  readonly lower: number
  readonly exact: number
  /** Its last one to four letters. */
  readonly ends: readonly [number, number, number, number]
  /** Its first one to three letters. */
  readonly begins: readonly [number, number, number]
  /** Capitals, small letters, digits and marks, each run once: "McDonald's" is "AaAa'a". */
  readonly shape: number
  /**
   * The path of its cluster in a tree of words that are used alike, 12 turns, and shorter beginnings of it, 8 and 5 turns; 0 for words
   * that are not among the commonest.
   */
  readonly cluster: number
  readonly broad: number
  readonly broader: number
}

/** The form of a word, kept for the next time it is met. */
export function wordForm(word: string): WordForm {
  const known = forms.get(word)
  if (known) return known
  // Enough for a long report; names and numbers of a large collection must not pile up.
  if (forms.size > 20_000) forms.clear()
  const form = formOf(word)
  forms.set(word, form)
  return form
}

const forms = new Map<string, WordForm>()

function formOf(word: string): WordForm {
  const exact = plainQuotes(word)
  const lower = lowered(exact)
  const path = clusterOf(lower)
  return {
    lower: fnv1a(lower),
    exact: fnv1a(exact),
    ends: [fnv1a(lower.slice(-1)), fnv1a(lower.slice(-2)), fnv1a(lower.slice(-3)), fnv1a(lower.slice(-4))],
    begins: [fnv1a(lower.slice(0, 1)), fnv1a(lower.slice(0, 2)), fnv1a(lower.slice(0, 3))],
    shape: fnv1a(shapeOf(exact)),
    cluster: path,
    broad: path >> 4,
    broader: path >> 7,
  }
}

/** Two letters of base 64 a word hold twelve turns; the bit above them tells a known word from an unknown one. */
function clusterOf(lower: string): number {
  const rank = rankOf(lower)
  return rank === undefined
    ? 0
    : 4096 | (digit(codes.charCodeAt(2 * rank)) << 6) | digit(codes.charCodeAt(2 * rank + 1))
}

/** Base 64 as in "A-Za-z0-9+/". */
const digit = (code: number): number =>
  code >= 97 ? code - 71 : code >= 65 ? code - 65 : code >= 48 ? code + 4 : code === 43 ? 62 : 63
