import { statedDate } from '../dates/stated-date.ts'
import { resolve } from '../html/compose.ts'
import { elementsOf, isElement, markupOf, type PageElement, parsePage, parseXml, rawTextOf } from '../html/page.ts'
import { type Entry, lineOfHtml, textOfHtml } from './entry.ts'

/** The entries of an RSS, RDF, Atom or CDF feed, in feed order; undefined when it is none of them. */
export function xmlFeedEntries(markup: string, url: string | undefined): readonly Entry[] | undefined {
  const root = parseXml(withPlainEntities(markup))
  if (!root) return undefined
  const entries: PageElement[] = []
  let channel: PageElement | undefined
  for (const element of elementsOf(root)) {
    const name = localName(element)
    if (name === 'channel' || name === 'feed') channel ??= element
    if ((name === 'item' || name === 'entry') && !entries.some((entry) => entry === element.parent))
      entries.push(element)
  }
  if (
    !channel &&
    entries.length === 0 &&
    !root.children.some((child) => isElement(child) && /rss|rdf/i.test(child.tag))
  )
    return undefined
  const home = channel && linkOf(channel, baseOf(channel, url))
  const about: About = {
    publisher: channel && lineOf(channel, 'title'),
    language: channel && (textOf(channel, 'language') ?? textOf(channel, 'dc:language')),
    byline: undefined,
    base: url ?? home,
  }
  return entries.map((entry) => entryOf(entry, about))
}

/** What the feed says of all its entries. */
interface About {
  readonly publisher: string | undefined
  readonly language: string | undefined
  readonly byline: string | undefined
  readonly base: string | undefined
}

function entryOf(entry: PageElement, about: About): Entry {
  const base = baseOf(entry, about.base)
  const title = lineOf(entry, 'title', 'media:title', 'dc:title')
  const url = linkOf(entry, base)
  const summary = markupIn(entry, 'summary', 'abstract', 'itunes:summary')
  const description = markupIn(entry, 'description', 'dc:description', 'tagline') ?? mediaDescription(entry)
  const full =
    markupIn(entry, 'content:encoded', 'content', 'xhtml:body', 'body', 'fullitem') ??
    (summary === undefined ? undefined : description)
  const short = summary ?? description
  const composed = textOfHtml(full ?? short ?? '', title, base ?? url)
  return {
    title,
    ...composed,
    url,
    guid: textOf(entry, 'guid', 'id') ?? entry.attributes['rdf:about'],
    summary: short === undefined ? undefined : lineOfHtml(short),
    byline: authorOf(entry) ?? about.byline,
    publisher: about.publisher,
    published: dateOf(
      entry,
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'dcterms:created',
      'created',
      'date',
    ),
    updated:
      dateOf(entry, 'updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'dc:date') ??
      statedDate(attribute(entry, 'lastmod')),
    language: attribute(entry, 'xml:lang') ?? textOf(entry, 'dc:language') ?? about.language,
  }
}

/** Elements that stand for the name in the vocabularies feeds use, whatever prefix they were given. */
const namespaces: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.georss.org/georss': 'georss',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
}

/** Vocabularies whose elements are named without a prefix here. */
const plainNamespaces =
  /^http:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns#?|purl\.org\/pie\/?|example\.com\/newformat#|necho\.sourceforge\.net\/necho#|purl\.org\/echo\/|uri\/of\/echo\/namespace#|backend\.userland\.com\/rss\d*|blogs\.law\.harvard\.edu\/tech\/rss|purl\.org\/(?:net\/)?rss\/?1\.[01]\/?#?|my\.netscape\.com\/rdf\/simple\/0\.9\/|channel\.netscape\.com\/rdf\/simple\/0\.9\/|purl\.org\/rss\/1\.0\/)$/

/** `dc:date` for an element in Dublin Core under any prefix; the bare name for those of the feed formats themselves. */
function localName(element: PageElement): string {
  const tag = element.tag.toLowerCase()
  const colon = tag.indexOf(':')
  const prefix = colon < 0 ? '' : tag.slice(0, colon)
  const name = tag.slice(colon + 1)
  const uri = namespaceOf(element, prefix)?.trim().toLowerCase()
  if (uri !== undefined && plainNamespaces.test(uri)) return name
  const known = uri === undefined ? undefined : namespaces[uri]
  if (known !== undefined) return known === 'xhtml' && name !== 'body' ? name : `${known}:${name}`
  return prefix === '' || prefix === 'atom' || prefix === 'rss' ? name : `${prefix}:${name}`
}

function namespaceOf(element: PageElement, prefix: string): string | undefined {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  for (let at: PageElement | undefined = element; at; at = at.parent) {
    const uri = attribute(at, name)
    if (uri !== undefined) return uri
  }
  return undefined
}

function attribute({ attributes }: PageElement, name: string): string | undefined {
  const exact = attributes[name]
  if (exact !== undefined) return exact
  for (const [key, value] of Object.entries(attributes)) if (key.toLowerCase() === name) return value
  return undefined
}

const childrenNamed = (element: PageElement, name: string): readonly PageElement[] =>
  element.children.filter((child) => isElement(child)).filter((child) => localName(child) === name)

function firstNamed(element: PageElement, names: readonly string[]): PageElement | undefined {
  for (const name of names) {
    const found = childrenNamed(element, name).find((child) => child.children.length > 0)
    if (found) return found
  }
  return undefined
}

const textOf = (element: PageElement, ...names: readonly string[]): string | undefined => {
  const found = firstNamed(element, names)
  return found && (rawTextOf(found).replace(/\s+/g, ' ').trim() || undefined)
}

/** The last of several: a program that repeats a field means the later one. */
function dateOf(element: PageElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenNamed(element, name).toReversed()) {
      const date = statedDate(rawTextOf(child))
      if (date !== undefined) return date
    }
  }
  return undefined
}

function lineOf(element: PageElement, ...names: readonly string[]): string | undefined {
  const markup = markupIn(element, ...names)
  return markup === undefined ? undefined : lineOfHtml(markup)
}

/** The inside of an element as HTML, whichever way the feed packed it: escaped, in CDATA, as elements, as plain text, in Base64. */
function markupIn(element: PageElement, ...names: readonly string[]): string | undefined {
  const found = firstNamed(element, names)
  if (!found) return undefined
  const type = (attribute(found, 'type') ?? '').toLowerCase()
  const mode = (attribute(found, 'mode') ?? '').toLowerCase()
  const isXhtml =
    type === 'xhtml' || type === 'application/xhtml+xml' || mode === 'xml' || found.children.some(isElement)
  if (isXhtml && found.children.some(isElement)) return markupOf(withoutPrefixes(found))
  const text = rawTextOf(found)
  if (mode === 'base64' || (type.includes('/') && !/text\/|html|xml/.test(type))) return decodeBase64(text)
  const plain = type === 'text' || type === 'text/plain'
  return plain && !/^\s*<[a-z]/i.test(text) ? escapeText(text) : text
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Inside a feed, XHTML elements may carry a prefix (`xhtml:p`), which an HTML parser would not know. */
function withoutPrefixes(element: PageElement): PageElement {
  const tag = element.tag.replace(/^[\w-]+:/, '').toLowerCase()
  return {
    ...element,
    tag,
    children: element.children.map((child) => (isElement(child) ? withoutPrefixes(child) : child)),
  }
}

function mediaDescription(entry: PageElement): string | undefined {
  const group = childrenNamed(entry, 'media:group')[0]
  return markupIn(entry, 'media:description') ?? (group && markupIn(group, 'media:description'))
}

/** The entry's own address: the alternate link, the link as text, or an id that is an address. */
function linkOf(entry: PageElement, base: string | undefined): string | undefined {
  const links = childrenNamed(entry, 'link')
  const alternate = links.find(
    (link) => attribute(link, 'href') && /^(?:alternate)?$/.test(attribute(link, 'rel') ?? ''),
  )
  const guid = childrenNamed(entry, 'guid')[0]
  const candidates = [
    textOf(entry, 'feedburner:origlink'),
    alternate && attribute(alternate, 'href'),
    textOf(entry, 'link'),
    attribute(entry, 'href'),
    guid && attribute(guid, 'ispermalink')?.toLowerCase() !== 'false' ? rawTextOf(guid) : undefined,
    textOf(entry, 'id'),
    attribute(entry, 'rdf:about'),
  ]
  for (const candidate of candidates) {
    const url = resolve(candidate, base)
    if (url !== undefined) return url
  }
  return undefined
}

/** `xml:base` of the element and those around it, on top of the feed's own address. */
function baseOf(element: PageElement, url: string | undefined): string | undefined {
  const outer = element.parent ? baseOf(element.parent, url) : url
  const own = attribute(element, 'xml:base')
  return own === undefined ? outer : (resolve(own, outer) ?? outer)
}

function authorOf(entry: PageElement): string | undefined {
  const authors = [
    ...childrenNamed(entry, 'author'),
    ...childrenNamed(entry, 'dc:creator'),
    ...childrenNamed(entry, 'dc:author'),
    ...childrenNamed(entry, 'itunes:author'),
  ]
  const names = authors.map((author) => personOf(textOf(author, 'name') ?? textIn(author), textOf(author, 'email')))
  return [...new Set(names.filter((name) => name !== undefined))].join(', ') || undefined
}

/** An author who is an element of parts without a name among them has none; the parts are no words. */
const textIn = (author: PageElement): string =>
  author.children.some((child) => isElement(child) && /^(?:email|uri|url|homepage)$/.test(localName(child)))
    ? ''
    : rawTextOf(author)

/** `Ada Quill (ada@courier.example)`. RSS asks for `mail@example.org (Full Name)`; feeds write the two in any order, or in angle brackets. */
function personOf(text: string, mail: string | undefined): string | undefined {
  const tidy = text.replace(/\s+/g, ' ').trim()
  const [, before = '', inside = ''] = /^([^()<>]*?) ?[(<]([^()<>]+)[)>]$/.exec(tidy) ?? [undefined, tidy]
  const [name, address = mail] = isMail(before)
    ? [inside, before]
    : isMail(inside)
      ? [before, inside]
      : [tidy, undefined]
  if (!name || !address || name === address) return name || address || undefined
  return `${name} (${address})`
}

const isMail = (words: string): boolean => /^[^\s@]+@[^\s@]+$/.test(words)

/**
 * XML knows five entities, and feeds are full of HTML's: those are put in as characters. What a document type declares stays as it is
 * written, so a bomb of nested entities is a short odd word.
 */
function withPlainEntities(markup: string): string {
  const known = new Map<string, string>()
  return markup.replace(/&(#1[2-5]\d|#x[89][\da-f]|[a-z][a-z0-9]{1,31});/gi, (entity, name: string) => {
    if (/^(?:amp|lt|gt|quot|apos)$/.test(name)) return entity
    const seen = known.get(entity)
    if (seen !== undefined) return seen
    const page = parsePage(entity)
    const letter = page ? rawTextOf(page) : entity
    const plain = /[<&]/.test(letter) ? entity : letter
    known.set(entity, plain)
    return plain
  })
}

/** Base64 to text in UTF-8; what is no Base64 is skipped. */
function decodeBase64(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    const value = alphabet.indexOf(letter)
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xfff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes.push((bits >> held) & 0xff)
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
