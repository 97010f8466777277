import { isElement, type PageElement, type PageText } from './page.ts'

/** A run of letters of a block and the range of the markup that it was taken from. */
export interface Piece {
  /** Offset in the block's text. */
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/** Words of a block that are a link. */
export interface BlockLink {
  readonly at: number
  readonly length: number
  readonly href: string
}

/** The smallest unit of a page that is kept or left out: one line of a paragraph, heading, list item or table cell. */
export interface Block {
  /** White space collapsed, invisible characters gone; never empty. */
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly links: readonly BlockLink[]
  /** The innermost block element that it stands in. */
  readonly element: PageElement
  /** A line of the same element as the block before it, after a `<br>`. */
  readonly continues: boolean
}

/** Elements that begin a new block (HTML standard, "flow content" that browsers display as blocks). */
const blockTags = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form head ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary table tbody td tfoot th thead tr ul #page'
  ).split(' '),
)

const skipped = new Set(['script', 'noscript', 'title', 'select', 'option', 'textarea', 'button', 'input'])

/** Characters that show nothing and break words apart for a program: soft hyphens, zero-width spaces, byte-order marks, controls. */
const invisible = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/

/** Cuts a page into its blocks, in reading order. */
export function blocksOf(root: PageElement): readonly Block[] {
  const blocks: Block[] = []
  let open = new OpenBlock(root, false)
  const cut = (next: PageElement, continues: boolean) => {
    const block = open.close()
    if (block) blocks.push(block)
    open = new OpenBlock(next, continues && (block !== undefined || open.continues))
  }
  const walk = (element: PageElement, inside: PageElement, href: string | undefined) => {
    for (const child of element.children) {
      if (!isElement(child)) {
        if (inside.tag === 'pre') addLines(child, href)
        else open.add(child, href)
      } else if (child.tag === 'br') cut(inside, true)
      else if (!skipped.has(child.tag)) {
        const link = child.tag === 'a' ? (child.attributes.href ?? href) : href
        if (blockTags.has(child.tag)) {
          cut(child, false)
          walk(child, child, link)
          cut(inside, false)
        } else walk(child, inside, link)
      }
    }
  }
  const addLines = (text: PageText, href: string | undefined) => {
    let from = 0
    for (const line of text.text.split('\n')) {
      if (from > 0) cut(open.element, true)
      const start = text.end - text.start === text.text.length ? text.start + from : text.start
      open.add({ text: line, start, end: Math.min(text.end, start + line.length) }, href)
      from += line.length + 1
    }
  }
  walk(root, root, undefined)
  cut(root, false)
  return blocks
}

/** A block while its letters are being gathered. */
class OpenBlock {
  readonly element: PageElement
  readonly continues: boolean
  private letters: string[] = []
  private length = 0
  private readonly pieces: { at: number; length: number; start: number; end: number }[] = []
  private readonly links: { at: number; length: number; href: string }[] = []
  private spaceAt: number | undefined

  constructor(element: PageElement, continues: boolean) {
    this.element = element
    this.continues = continues
  }

  add({ text, start, end }: PageText, href: string | undefined): void {
    const exact = end - start === text.length
    for (let i = 0; i < text.length; i++) {
      const letter = text.charAt(i)
      const raw = exact ? start + i : start
      if (/\s/.test(letter)) this.spaceAt ??= raw
      else if (!invisible.test(letter)) this.put(letter, raw, exact ? raw + 1 : end, href)
    }
  }

  private put(letter: string, start: number, end: number, href: string | undefined): void {
    if (this.spaceAt !== undefined && this.length > 0) this.append(' ', this.spaceAt, this.spaceAt + 1, href)
    this.spaceAt = undefined
    this.append(letter, start, end, href)
  }

  private append(letter: string, start: number, end: number, href: string | undefined): void {
    const at = this.length
    this.letters.push(letter)
    this.length++
    const last = this.pieces.at(-1)
    if (last && last.end === start && last.end - last.start === last.length && end - start === 1) {
      last.length++
      last.end = end
    } else if (last && last.start === start && last.end === end) last.length++
    else this.pieces.push({ at, length: 1, start, end })
    if (href === undefined) return
    const link = this.links.at(-1)
    if (link && link.href === href && link.at + link.length === at) link.length++
    else if (letter !== ' ') this.links.push({ at, length: 1, href })
  }

  close(): Block | undefined {
    if (this.length === 0) return undefined
    const { pieces, links, element, continues } = this
    return { text: this.letters.join('').toWellFormed(), pieces, links, element, continues }
  }
}

/** The share of a block's letters that are links, 0..1. */
export function linkShare(block: Block): number {
  return block.links.reduce((sum, link) => sum + link.length, 0) / block.text.length
}

/** Is the block inside an element with one of these tags? */
export function standsIn(block: Block, tags: ReadonlySet<string>): boolean {
  for (let at: PageElement | undefined = block.element; at; at = at.parent) if (tags.has(at.tag)) return true
  return false
}
