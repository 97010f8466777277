import type { QuotedStatement } from '../model/decision.ts'
import { type Excerpt, overlap, type Span } from '../model/span.ts'

/**
 * Finds the statement that a decision quotes, by its words: the one that is shown by exactly these, or else the one that shares most
 * of the place where they stand. Of several places that nearest to the offsets. Undefined where the words are gone.
 *
 * @param shown the words that each statement of the document is shown by
 * @returns an index into `shown`
 */
export function statementQuoted(
  { quote, start = 0 }: QuotedStatement,
  text: string,
  shown: readonly Excerpt[],
): number | undefined {
  const away = (span: Span): number => Math.abs(span.start - start)
  const same = [...shown.entries()].filter(([, words]) => words.quote === quote)
  const [exact] = same.sort(([i, a], [j, b]) => away(a) - away(b) || i - j)
  if (exact) return exact[0]
  const at = nearest(text, quote, start)
  if (at === undefined) return undefined
  const place = { start: at, end: at + quote.length }
  const [best] = [...shown.entries()]
    .map(([i, words]) => ({ i, share: shareOf(place, words) }))
    .sort((x, y) => y.share - x.share || x.i - y.i)
  return best && best.share >= leastShared ? best.i : undefined
}

/** Share of the words of both that a statement must have in common with the place that was quoted to be the one that is meant. */
const leastShared = 0.5

const shareOf = (a: Span, b: Span): number => {
  const both = overlap(a, b)
  return both / Math.max(1, a.end - a.start + b.end - b.start - both)
}

function nearest(text: string, quote: string, start: number): number | undefined {
  if (quote === '') return undefined
  const [before, after] = [text.lastIndexOf(quote, start), text.indexOf(quote, start)]
  if (before < 0 || after < 0) return before < 0 && after < 0 ? undefined : Math.max(before, after)
  return start - before <= after - start ? before : after
}
