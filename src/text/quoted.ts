import type { Span } from '../model/span.ts'

/**
 * Stretches of a text between quotation marks, marks included. A mark that is not closed within its paragraph quotes
 * nothing, unless the next paragraph opens with one too: newspapers set long quotations so.
 */
export function quotedSpans(text: string): readonly Span[] {
  const found: Span[] = []
  let start = -1
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    const open = start < 0 ? undefined : text[start]
    if (mark === '\n') {
      if (open !== undefined && firstMark(text, at) === open) found.push({ start, end: at })
      start = -1
    } else if (open !== undefined && closes.get(open)?.includes(mark)) {
      found.push({ start, end: at + 1 })
      start = -1
    } else if (closes.has(mark) && (open === undefined || mark === open)) start = at
  }
  return found
}

/** The first mark of the next paragraph. */
function firstMark(text: string, from: number): string | undefined {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return text[at]
}

/** Single marks are left out: they are apostrophes too often. */
const closes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”"'],
  ['„', '“”"'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
])
