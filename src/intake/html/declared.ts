import { elementsOf, isElement, type PageElement, rawTextOf } from './page.ts'

/** An object of JSON-LD, as the publisher wrote it (schema.org). */
export type Thing = Readonly<Record<string, unknown>>

/** What a page says about itself for machines: `<meta>` elements, JSON-LD, links to its own address. */
export interface Declared {
  /** Contents of `<meta>` by lower-case property, name, itemprop or http-equiv; in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** Every JSON-LD object, outer ones before those inside them. */
  readonly things: readonly Thing[]
  /** The address that the page calls its own. */
  readonly canonical: string | undefined
  readonly language: string | undefined
  /** The `<title>`. */
  readonly title: string | undefined
  readonly base: string | undefined
}

export function declaredBy(root: PageElement): Declared {
  const meta = new Map<string, string[]>()
  const things: Thing[] = []
  let canonical: string | undefined
  let language: string | undefined
  let title: string | undefined
  let base: string | undefined
  for (const element of elementsOf(root)) {
    const { tag, attributes } = element
    if (tag === 'meta') {
      const content = attributes.content?.trim()
      for (const key of new Set([
        attributes.property,
        attributes.name,
        attributes.itemprop,
        attributes['http-equiv'],
        attributes.pubdate && 'pubdate',
      ]))
        if (key && content) {
          const values = meta.get(key.toLowerCase())
          if (values) values.push(content)
          else meta.set(key.toLowerCase(), [content])
        }
    } else if (tag === 'script' && /ld\+json/i.test(attributes.type ?? ''))
      for (const thing of thingsIn(rawTextOf(element))) things.push(thing)
    else if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')) canonical ??= attributes.href
    else if (tag === 'html') language ??= attributes.lang || attributes['xml:lang']
    else if (tag === 'title' && !isInside(element, 'svg'))
      title ??= rawTextOf(element).replace(/\s+/g, ' ').trim() || undefined
    else if (tag === 'base') base ??= attributes.href
  }
  return { meta, things, canonical, language, title, base }
}

/** The first of several `<meta>` that has something to say. */
export function metaOf({ meta }: Declared, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = meta.get(name)?.find((content) => content.trim() !== '')
    if (found !== undefined) return found
  }
  return undefined
}

/** schema.org types of a report. */
const articleType =
  /(?:Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|Posting|Review|AnalysisNewsArticle|OpinionNewsArticle|VideoObject)$/

/** The JSON-LD object that describes the report itself; undefined when none does. */
export function articleIn({ things }: Declared): Thing | undefined {
  const ofType = (pattern: RegExp) => things.find((thing) => typesOf(thing).some((type) => pattern.test(type)))
  return ofType(/(?:Article|BlogPosting|^Report|LiveBlogPosting)$/) ?? ofType(articleType) ?? ofType(/WebPage$/)
}

export const typesOf = (thing: Thing): readonly string[] =>
  [thing['@type']].flat().filter((type) => typeof type === 'string')

/** The words of a JSON-LD value: a string, or the name of a thing. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) {
    const names = value.map(nameIn).filter((name) => name !== undefined)
    return names.length > 0 ? [...new Set(names)].join(', ') : undefined
  }
  return typeof value === 'object' && value !== null ? nameIn((value as Thing).name) : undefined
}

function thingsIn(script: string): readonly Thing[] {
  const things: Thing[] = []
  const gather = (value: unknown, depth: number): void => {
    if (depth > deepestThing || typeof value !== 'object' || value === null || things.length > mostThings) return
    if (Array.isArray(value)) for (const item of value) gather(item, depth + 1)
    else {
      things.push(value as Thing)
      for (const item of Object.values(value)) gather(item, depth + 1)
    }
  }
  gather(parseTolerantly(script), 0)
  return things
}

const deepestThing = 12
const mostThings = 2000

/** JSON as publishers write it: inside comments or CDATA, with raw line ends in strings, trailing commas or a semicolon at the end. */
function parseTolerantly(script: string): unknown {
  // Trimmed first: a pattern that may begin with any blank looks through a long row of them again from each.
  const plain = script
    .trim()
    .replace(/^(?:<!--|\/\*?\s*<!\[CDATA\[\s*(?:\*\/)?|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\]\]>\s*(?:\*\/)?)$/, '')
    .trimEnd()
    .replace(/\/[/*]$/, '')
  for (const text of [
    plain,
    plain
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(text)
    } catch {
      // the next, more forgiving spelling is tried
    }
  }
  return looseFields(plain)
}

/** What can be saved from JSON that nobody can parse: the dates and the headline, by their names. */
function looseFields(text: string): Thing {
  const thing: Record<string, unknown> = { '@type': 'Article' }
  for (const field of ['datePublished', 'dateModified', 'dateCreated', 'headline']) {
    const value = new RegExp(`"${field}"\\s*:\\s*"([^"]{1,400})"`).exec(text)?.[1]
    if (value !== undefined) thing[field] = value
  }
  return thing
}

function isInside(element: PageElement, tag: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.tag === tag) return true
  return false
}

/** The first element that a test accepts. */
export function firstElement(root: PageElement, test: (element: PageElement) => boolean): PageElement | undefined {
  for (const element of elementsOf(root)) if (test(element)) return element
  return undefined
}

/** Has the element any text of its own or below? */
export const hasText = (element: PageElement): boolean =>
  element.children.some((child) => (isElement(child) ? hasText(child) : child.text.trim() !== ''))
