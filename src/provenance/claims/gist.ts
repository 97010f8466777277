import { byCodeUnit } from '../../text/order.ts'
import type { Content } from './content.ts'

/** Longest gist, in characters: one line on a screen. */
const longest = 120

/** A short phrase that stands for a claim: the statement that shares most words with the others, of equals the shorter. */
export function gistOf(contents: readonly Content[]): string {
  const counts = new Map<string, number>()
  for (const { terms } of contents) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const scored = contents.map((content) => {
    const common = [...content.terms.keys()].reduce((sum, term) => sum + (counts.get(term) ?? 0), 0)
    const length = content.quote.length
    return {
      content,
      score:
        common / Math.sqrt(3 + content.terms.size) -
        (length > longest ? 1 : 0) -
        (content.measures.length > 0 ? 0 : 0.2),
    }
  })
  const [best] = scored.sort(
    (a, b) =>
      b.score - a.score ||
      a.content.quote.length - b.content.quote.length ||
      byCodeUnit(a.content.plain, b.content.plain),
  )
  return shorten(best?.content.quote ?? '')
}

function shorten(quote: string): string {
  const clean = quote
    .replace(/\s+/g, ' ')
    .replace(/^(?:and|but|that|or|while|which)\s+/i, '')
    .replace(/^["“'‘\s]+|["”'’.,;:\s]+$/g, '')
  if (clean.length <= longest) return clean
  const cut = clean.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 20))} …`
}
