import type { Draft } from '../draft.ts'
import { blocksOf } from '../html/blocks.ts'
import { type Composed, compose } from '../html/compose.ts'
import { parsePage } from '../html/page.ts'

/** One entry of a feed: what a draft needs but its name. */
export type Entry = Omit<Draft, 'id' | 'input' | 'map' | 'wordless'>

/** HTML inside a feed as text, with its links; scripts, styles and everything else that is not words left out. */
export function textOfHtml(markup: string, title: string | undefined, base: string | undefined): Composed {
  const page = parsePage(readable(markup))
  const blocks = page ? blocksOf(page).filter((block, i) => i > 0 || block.text !== title) : []
  return compose(blocks, title, undefined, base)
}

/** HTML inside a feed as one line. */
export function lineOfHtml(markup: string): string | undefined {
  const page = parsePage(readable(markup))
  const text = page ? blocksOf(page).map((block) => block.text) : []
  return text.join(' ').trim() || undefined
}

/**
 * Tags of players and drawings go first: in feeds they are often never closed, and would swallow the words after them. What a drawing shows is
 * told by its title; the signs of a formula stand apart as they are drawn, `a + b`.
 */
const readable = (markup: string): string =>
  markup
    .replace(/<svg\b[^<>]*>\s*<title\b[^<>]*>([^<>]*)<\/title>/gi, '<p>$1</p>')
    .replace(/<\/?(?:object|iframe|embed|applet|svg)\b[^<>]*>/gi, '')
    .replace(/<\/m[ino]>(?=\s*<m)/gi, '$& ')
