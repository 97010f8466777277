import { verbForms } from '../../language/en/cues.ts'
import type { Sentence, Token } from '../../model/sentence.ts'
import { type Excerpt, excerpt } from '../../model/span.ts'
import { withoutDatelines } from './datelines.ts'
import { type Quotation, quotationsOf } from './quotations.ts'
import { mendedTags } from './tags.ts'

/** A text as the rules of clause and speech walk over it: tokens by index, with the quotations that hold them. */
export interface Page {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  /** The quotation that a token stands in or delimits. */
  quotation(token: number): Quotation | undefined
  /** Lower-cased word at an index; empty beyond either end. */
  word(token: number): string
  /** Part of speech, with the tagger's slips mended. */
  pos(token: number): Token['pos'] | undefined
  /** Half-open token range as words of the text. */
  excerpt(first: number, last: number): Excerpt
  sentence(token: number): Sentence | undefined
}

/** The page of a text. Several stages ask for it one after the other, so the last one is kept. */
export function pageOf(text: string, tokens: readonly Token[], sentences: readonly Sentence[]): Page {
  if (last?.tokens !== tokens || last.given !== sentences || last.page.text !== text)
    last = { tokens, given: sentences, page: newPage(text, tokens, sentences) }
  return last.page
}

let last: { readonly tokens: readonly Token[]; readonly given: readonly Sentence[]; readonly page: Page } | undefined

function newPage(text: string, tokens: readonly Token[], given: readonly Sentence[]): Page {
  const sentences = withoutDatelines(given, tokens)
  const quotations = quotationsOf(tokens, sentences)
  const quoted = new Map<number, Quotation>()
  for (const quotation of quotations) for (let i = quotation.first; i < quotation.last; i++) quoted.set(i, quotation)
  const tags = mendedTags(tokens, sentences, verbForms)
  return {
    text,
    tokens,
    sentences,
    quotations,
    quotation: (token) => quoted.get(token),
    word: (token) => tokens[token]?.lower ?? '',
    pos: (token) => tags[token],
    excerpt: (first, last) => excerpt(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0),
    sentence: (token) => sentences[tokens[token]?.sentence ?? -1],
  }
}
