import { cutWords } from '../tokens/cutting.ts'
import type { Page } from './page.ts'
import type { Stretch } from './phrases.ts'

/** A set of phrases that is looked up token by token; the longest phrase at a place wins. */
export interface Lexicon<T> {
  at(page: Page, token: number): (Stretch & { readonly entry: T }) | undefined
}

/** Phrases are written as plain words with blanks: "is set to", "won't". */
export function lexiconOf<T>(entries: readonly (readonly [phrase: string, entry: T])[]): Lexicon<T> {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly entry: T }[]>()
  for (const [phrase, entry] of entries) {
    const words = wordsOf(phrase)
    const first = words[0]
    if (first === undefined) continue
    const same = byFirst.get(first)
    if (same) same.push({ words, entry })
    else byFirst.set(first, [{ words, entry }])
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length)
  return {
    at(page, token) {
      const found = byFirst
        .get(page.word(token))
        ?.find(({ words }) => words.every((word, k) => page.word(token + k) === word))
      return found && { first: token, last: token + found.words.length, entry: found.entry }
    },
  }
}

/** A phrase as the text is cut: "won't" is "wo" and "n't", "well-known" three words, "co-operate" one. */
const wordsOf = (phrase: string): readonly string[] =>
  cutWords(phrase).map(({ start, end }) => phrase.slice(start, end))
