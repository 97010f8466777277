import type { Span } from '../model/span.ts'

/** The words of a text in reading order, as parallel lists: where each stands, and a 32-bit key of its folded form. */
export interface Words {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** FNV-1a of the folded word: equal words have equal keys. */
  readonly keys: readonly number[]
}

/** The words inside the given spans of a text, which must be in order. Chinese and Japanese are read character by character. */
export function wordsOf(text: string, spans: readonly Span[]): Words {
  const starts: number[] = []
  const ends: number[] = []
  const keys: number[] = []
  for (const span of spans) {
    for (const match of text.slice(span.start, span.end).matchAll(wordPattern)) {
      const start = span.start + match.index
      starts.push(start)
      ends.push(start + match[0].length)
      keys.push(fnv1a(fold(match[0])))
    }
  }
  return { starts, ends, keys }
}

/** One word: letters with marks and inner apostrophes, a number with its separators, or one Chinese or Japanese character. */
export const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\P{L}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\p{M}\p{N}]*(?:[^\P{L}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{M}\p{N}]|['’](?=\p{L}))*|\p{N}+(?:[.,]\p{N}+)*/gu

/** A word without case, accents and the choice of apostrophe: "L’Équipe" and "l'equipe" are one. Never used for offsets. */
export const fold = (word: string): string =>
  plain.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[‘’‛`´]/g, "'")

/** ASCII without the grave accent, which stands for an apostrophe. Nothing but its case can change. */
const plain = /^[ -_a-~]*$/

/** 32-bit FNV-1a over UTF-16 code units (Fowler, Noll, Vo). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
