import type { DocumentAnswer } from '../answers/shapes.ts'

/** A piece of a report's text, and whether the other report has the same. */
export interface Piece {
  readonly at: number
  readonly text: string
  readonly shared: boolean
}

/** What of a report to read in order to see whether it has something from another: its beginning, or where the two first share words. */
export interface Excerpt {
  readonly pieces: readonly Piece[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** The part of one report that has to do with another, with what the two share marked. */
export function sharedWords(
  { document, passages, derivations }: Pick<DocumentAnswer, 'document' | 'passages' | 'derivations'>,
  other: string,
  most = 1_200,
): Excerpt {
  const { id, text, title } = document
  const body = title !== null && text.startsWith(title) ? text.slice(title.length).search(/\S/) + title.length : 0
  const spans = [
    ...passages.flatMap(({ document: to, start, end, from, fromStart, fromEnd }) =>
      to === id && from === other
        ? [{ start, end }]
        : from === id && to === other
          ? [{ start: fromStart, end: fromEnd }]
          : [],
    ),
    ...derivations.flatMap(({ from, to, evidence }) =>
      (from === id && to === other) || (from === other && to === id)
        ? evidence.filter((one) => one.document === id)
        : [],
    ),
  ]
    .filter(({ start, end }) => start >= 0 && end > start && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const first = spans.find(({ start }) => start >= body)?.start ?? body
  const from = first > body + most / 2 ? startOfLine(text, first - lead) : Math.max(0, body)
  const to = Math.min(text.length, from + most)
  const pieces: Piece[] = []
  let at = from
  for (const { start, end } of spans) {
    const [begin, finish] = [Math.max(at, start), Math.min(to, end)]
    if (finish <= begin) continue
    if (begin > at) pieces.push({ at, text: text.slice(at, begin), shared: false })
    pieces.push({ at: begin, text: text.slice(begin, finish), shared: true })
    at = finish
  }
  if (at < to) pieces.push({ at, text: text.slice(at, to), shared: false })
  return { pieces, cutBefore: from > body, cutAfter: to < text.length }
}

/** How much is shown before the first words that are shared. */
const lead = 200

/** Back to where a line begins, or at least a word. */
function startOfLine(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at)
  if (line >= 0 && at - line < lead * 2) return line + 1
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}
