import type { Sentence, Token } from '../../model/sentence.ts'

/** A dateline is over after this many tokens: "LISBON, Portugal, Nov 6 (Harbour Wire) -". */
const reach = 18

/** Sentences without the dateline that a report opens with: it says where and when it was written and asserts nothing. */
export const withoutDatelines = (sentences: readonly Sentence[], tokens: readonly Token[]): readonly Sentence[] =>
  sentences.map((sentence) => {
    const end = datelineEnd(tokens, sentence)
    return end > sentence.first && end < sentence.last
      ? { ...sentence, first: end, start: tokens[end]?.start ?? sentence.start }
      : sentence
  })

function datelineEnd(tokens: readonly Token[], { first, last, headline }: Sentence): number {
  if (headline || !/^\p{Lu}{3,}/u.test(tokens[first]?.text ?? '')) return first
  for (let i = first + 1; i < Math.min(last, first + reach); i++) {
    const token = tokens[i]
    if (!token) return first
    if (/^(?:-|–|—|--)$/.test(token.text) && token.start > (tokens[i - 1]?.end ?? 0)) return i + 1
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'DET') return first
  }
  return first
}
