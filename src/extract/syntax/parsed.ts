import type { Token } from '../../model/sentence.ts'
import { type ParsedWord, parseSentence } from '../../parsing/parse.ts'

/** Parses by the first token of their sentence, for as long as that is kept: several stages read one tree. */
const parses = new WeakMap<Token, readonly ParsedWord[]>()

/** The tags and the tree of a sentence, one word per token. Each sentence is parsed once. */
export function parsed(tokens: readonly Token[]): readonly ParsedWord[] {
  const [first] = tokens
  const known = first && parses.get(first)
  if (known?.length === tokens.length) return known
  const found = parseSentence(tokens.map(({ text }) => text))
  if (first) parses.set(first, found)
  return found
}

/** Remembers how a sentence was parsed when its words were tagged: one network does both. */
export function keepParse(tokens: readonly Token[], words: readonly ParsedWord[]): void {
  const [first] = tokens
  if (first) parses.set(first, words)
}
