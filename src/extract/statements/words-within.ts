import type { Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { firstFrom } from '../../text/in-order.ts'

/** The tokens that stand in a span. Tokens are in text order. */
export function wordsWithin(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  const first = firstFrom(tokens, start)
  let last = first
  while (last < tokens.length && (tokens[last]?.end ?? 0) <= end) last++
  return tokens.slice(first, last)
}
