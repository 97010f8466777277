import type { Span } from '../../model/span.ts'

/** A paragraph, a list line or a heading: what a reader sees as one piece. The bullet is outside the span. */
export interface Block extends Span {
  readonly bullet: boolean
}

const bullet = /^[ \t]*(?:[-*•–‣▪·]|\d{1,2}[.)])[ \t]+/

/** The longest line that a program which breaks lines would leave. */
const fullLine = 130

/**
 * Cuts a text into blocks. A blank line always parts them; a line break parts them too, unless the text as a whole is hard-wrapped
 * (no line is longer than a full one) and this line is long, ends no sentence, and is carried on by the next.
 */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  const hardWrapped = lines.every(({ length }) => length <= fullLine)
  let open: { start: number; end: number; bullet: boolean } | undefined
  let at = 0
  for (const line of lines) {
    const mark = bullet.exec(line)?.[0] ?? ''
    const start = at + (mark === '' ? line.length - line.trimStart().length : mark.length)
    const end = at + line.trimEnd().length
    at += line.length + 1
    if (start >= end) {
      open = undefined
      continue
    }
    if (hardWrapped && open && mark === '' && carriedOn(text.slice(open.start, open.end), text.slice(start, end)))
      open.end = end
    else {
      open = { start, end, bullet: mark !== '' }
      blocks.push(open)
    }
  }
  return blocks
}

/** Is `next` the same paragraph, broken only because the line was full? */
function carriedOn(before: string, next: string): boolean {
  const last = before.slice(before.lastIndexOf('\n') + 1)
  if (last.length < 45) return false
  if (/[.!?:;"”’)\]]$/.test(last)) return /^\p{Ll}/u.test(next)
  return !/^\S{1,30}:\s/.test(next)
}
