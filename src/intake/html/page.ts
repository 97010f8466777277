import { Parser, type ParserOptions } from 'htmlparser2'

/** A piece of text of a page and where it stood in the markup; an entity (`&amp;`) is a piece of its own, shorter than its range. */
export interface PageText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** An element of a page. Children are filled while the page is parsed and never changed after. */
export interface PageElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageElement | undefined
  readonly children: readonly (PageElement | PageText)[]
}

/** Nesting beyond this is flattened: no report needs it, and everything that walks the page may then be recursive. */
const deepest = 200

/** So many open elements are no page but an attack (or a program's fault). */
const absurdlyDeep = 12_000

/** Elements whose inside is never text of the page. Scripts are kept as text, for the facts that publishers state in JSON-LD; nothing runs. */
const opaque = new Set(['style', 'svg', 'template', 'iframe', 'object', 'canvas', 'annotation', 'annotation-xml'])

class TooDeep extends Error {}

/** The page as a tree, whatever damage its markup has; undefined when its elements are nested beyond all reason. Runs and fetches nothing. */
export const parsePage = (markup: string): PageElement | undefined => parse(markup, { lowerCaseTags: true }, opaque)

/** XML as a tree, as tolerantly. Document types are ignored, so entities that they declare are never expanded. */
export const parseXml = (markup: string): PageElement | undefined => parse(markup, { xmlMode: true }, new Set())

function parse(markup: string, options: ParserOptions, unread: ReadonlySet<string>): PageElement | undefined {
  const root = element('#page', {}, undefined)
  let at = root
  let depth = 0
  let flattened = 0
  let hidden = 0
  const handler = {
    onopentag(tag: string, attributes: Record<string, string>) {
      if (flattened > absurdlyDeep) throw new TooDeep()
      if (hidden > 0 || unread.has(tag)) hidden++
      else if (depth >= deepest) flattened++
      else {
        const child = element(tag, attributes, at)
        at.children.push(child)
        at = child
        depth++
      }
    },
    ontext(text: string) {
      if (hidden === 0) at.children.push({ text, start: parser.startIndex, end: parser.endIndex + 1 })
    },
    onclosetag() {
      if (hidden > 0) hidden--
      else if (flattened > 0) flattened--
      else {
        at = at.parent ?? root
        depth = Math.max(0, depth - 1)
      }
    },
  }
  const parser: Parser = new Parser(handler, options)
  try {
    parser.end(markup)
    return root
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
}

interface Growing extends PageElement {
  readonly parent: Growing | undefined
  readonly children: (Growing | PageText)[]
}

const element = (tag: string, attributes: Record<string, string>, parent: Growing | undefined): Growing => ({
  tag,
  attributes,
  parent,
  children: [],
})

export const isElement = (node: PageElement | PageText): node is PageElement => 'tag' in node

/** Every element of the page, in the order in which they open. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  for (const child of root.children)
    if (isElement(child)) {
      yield child
      yield* elementsOf(child)
    }
}

/** How many elements and pieces of text are inside an element. */
export const nodesIn = (root: PageElement): number =>
  root.children.reduce((sum, child) => sum + 1 + (isElement(child) ? nodesIn(child) : 0), 0)

/** All the words inside an element, scripts left out. */
export function wordsOf(root: PageElement): string {
  return rawTextOf(root, (child) => child.tag !== 'script' && child.tag !== 'noscript')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text inside an element as it stands in the page. */
export function rawTextOf(root: PageElement, enter: (child: PageElement) => boolean = () => true): string {
  return root.children
    .map((child) => (isElement(child) ? (enter(child) ? rawTextOf(child, enter) : '') : child.text))
    .join('')
}

/** The page as clean markup: scripts, comments and event handlers gone, nesting bounded. For parsers that want a DOM, never for showing. */
export function markupOf(root: PageElement): string {
  const out: string[] = []
  write(root, out)
  return out.join('')
}

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

function write(node: PageElement, out: string[]): void {
  for (const child of node.children) {
    if (!isElement(child)) out.push(escapeMarkup(child.text))
    else if (child.tag !== 'script') {
      out.push('<', child.tag)
      for (const [name, value] of Object.entries(child.attributes))
        if (/^[a-z][\w:-]*$/i.test(name) && !/^on/i.test(name)) out.push(' ', name, '="', escapeMarkup(value), '"')
      out.push('>')
      if (empty.has(child.tag)) continue
      if (child.tag === 'head') writeHead(child, out)
      else {
        write(child, out)
        out.push('</', child.tag, '>')
      }
    }
  }
}

/** Pages forget to close their head; what cannot stand in one is written after it. */
function writeHead(head: PageElement, out: string[]): void {
  const fits = (child: PageElement | PageText) =>
    isElement(child) ? headTags.has(child.tag) : child.text.trim() === ''
  write({ ...head, children: head.children.filter(fits) }, out)
  out.push('</head>')
  write({ ...head, children: head.children.filter((child) => !fits(child)) }, out)
}

const headTags = new Set(['base', 'link', 'meta', 'noscript', 'script', 'style', 'title'])

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
