import type { Link, SourceRange } from '../../model/document.ts'
import { excerpt } from '../../model/span.ts'
import { type Block, standsIn } from './blocks.ts'
import type { PageElement } from './page.ts'

/** The text of a report with the ways back: to the markup, and to the addresses its words link to. */
export interface Composed {
  readonly body: string
  /** Offsets in the final text: title, blank line, body. */
  readonly map: readonly SourceRange[]
  readonly links: readonly Link[]
}

/** Writes blocks as text: one blank line between paragraphs, one line per list item and table row. `base` resolves relative links. */
export function compose(
  blocks: readonly Block[],
  title: string | undefined,
  titleBlock: Block | undefined,
  base: string | undefined,
): Composed {
  const offset = title === undefined ? 0 : title.length + 2
  const map: SourceRange[] = titleBlock ? rangesOf(titleBlock, 0) : []
  const places: { readonly block: Block; readonly at: number }[] = []
  let body = ''
  let previous: Block | undefined
  for (const block of blocks) {
    body += previous ? between(previous, block) : ''
    body += mark(previous, block)
    places.push({ block, at: body.length })
    for (const range of rangesOf(block, offset + body.length)) map.push(range)
    body += block.text
    previous = block
  }
  const text = title === undefined ? body : `${title}\n\n${body}`
  const links = places.flatMap(({ block, at }) =>
    block.links.flatMap((link): readonly Link[] => {
      const url = resolve(link.href, base)
      const start = offset + at + link.at
      return url === undefined ? [] : [{ url, words: excerpt(text, start, start + link.length) }]
    }),
  )
  return { body, map, links }
}

/** What stands between two blocks: a blank line, a line end, or a bar between the cells of a table row. */
function between(before: Block, block: Block): string {
  if (block.continues && before.element === block.element) return '\n'
  const row = rowOf(block)
  if (row !== undefined) {
    if (row === rowOf(before)) return cellOf(before) === cellOf(block) ? '\n' : ' | '
    if (rowOf(before)?.parent === row.parent) return '\n'
  }
  return isItem(before) && isItem(block) ? '\n' : '\n\n'
}

const lists = new Set(['li'])

const isItem = (block: Block): boolean => standsIn(block, lists)

const mark = (before: Block | undefined, block: Block): string => {
  const item = closest(block.element, 'li')
  return item !== undefined && !block.continues && (before === undefined || closest(before.element, 'li') !== item)
    ? '- '
    : ''
}

const cellOf = (block: Block): PageElement | undefined => closest(block.element, 'td') ?? closest(block.element, 'th')

/** The table row of a short cell. Old pages are laid out in tables: there a cell holds paragraphs, and is none. */
function rowOf(block: Block): PageElement | undefined {
  const tag = block.element.tag
  return (tag === 'td' || tag === 'th') && block.text.length <= longestCell ? closest(block.element, 'tr') : undefined
}

const longestCell = 200

function closest(element: PageElement, tag: string): PageElement | undefined {
  for (let at: PageElement | undefined = element; at; at = at.parent) if (at.tag === tag) return at
  return undefined
}

const rangesOf = (block: Block, offset: number): SourceRange[] =>
  block.pieces.map(({ at, length, start, end }) => ({
    text: { start: offset + at, end: offset + at + length },
    raw: { start, end },
  }))

/** An absolute http(s) address; undefined for anchors, mail and script addresses. */
export function resolve(href: string | undefined, base: string | undefined): string | undefined {
  const trimmed = href?.trim()
  if (!trimmed || trimmed.startsWith('#')) return undefined
  try {
    const url = base === undefined ? new URL(trimmed) : new URL(trimmed, base)
    return /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
