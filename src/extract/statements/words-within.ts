import type { Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'

/** The tokens that stand in a span, by binary search. Tokens are in text order. */
export function wordsWithin(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < tokens.length && (tokens[last]?.end ?? 0) <= end) last++
  return tokens.slice(low, last)
}
