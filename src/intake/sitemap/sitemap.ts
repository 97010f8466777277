import { Parser } from 'htmlparser2'
import type { Refusal } from '../../model/document.ts'
import type { Capture, Reader } from '../capture.ts'
import { statedDate } from '../dates/stated-date.ts'
import { decodeText } from '../decode.ts'
import { resolve } from '../html/compose.ts'
import { inflate } from '../inflate.ts'
import { beginsSitemap, isGzip } from './accepts.ts'

/** What a sitemap lists: pages, or further sitemaps. */
export interface Sitemap {
  readonly lists: 'pages' | 'sitemaps'
  readonly entries: readonly SitemapEntry[]
}

export interface SitemapEntry {
  readonly url: string
  /** ISO 8601: `lastmod`, else the publication date of a news sitemap. */
  readonly modified: string | undefined
}

/** A list of addresses is no report: as a file it can only be refused, with the way to what it lists. */
export const sitemap: Reader = {
  ref: 'sitemap@1',
  accepts: ({ bytes }) => isGzip(bytes) || beginsSitemap(bytes),
  read: ({ input }) => ({
    documents: [],
    refusals: [
      {
        input,
        code: 'no-text',
        says: 'this is a sitemap, a list of addresses; give its own address to have the pages fetched',
      },
    ],
  }),
}

/**
 * The addresses in a sitemap (sitemaps.org, with Google's news extension), in its own order. Damage costs no more than what it hits;
 * document types are passed over, so no entity of theirs is ever expanded. What comes after the 50,000 that the protocol allows is not read.
 */
export function sitemapOf(capture: Capture): Sitemap | Refusal {
  const { data, end } = isGzip(capture.bytes)
    ? inflate(capture.bytes, 'gzip', largest)
    : { data: capture.bytes, end: 'whole' as const }
  if (end === 'too-large' || data.length > largest)
    return {
      input: capture.input,
      code: 'too-large',
      says: 'unpacked it is larger than the 50 MB that a sitemap may have',
    }
  return entriesIn(decodeText(data, capture.mediaType).text)
}

const largest = 52_428_800
const mostEntries = 50_000

function entriesIn(markup: string): Sitemap {
  const entries: SitemapEntry[] = []
  const open: string[] = []
  let lists: Sitemap['lists'] = 'pages'
  let fields: Partial<Record<string, string>> = {}
  let words = ''
  let depth = 0
  const parser = new Parser(
    {
      onopentagname(tag) {
        if (++depth > deepest) throw new TooDeep()
        const name = localName(tag)
        if (name === 'sitemapindex') lists = 'sitemaps'
        if (isEntry(name)) fields = {}
        open.push(name)
        words = ''
      },
      ontext(text) {
        if (words.length < longestField) words += text
      },
      onclosetag(tag, implied) {
        depth--
        const name = localName(tag)
        open.length = Math.max(0, open.lastIndexOf(name))
        // Pictures and films have a `loc` too, deeper inside; only the entry's own counts. A news date lies inside `news:news`.
        if (!implied && wanted.has(name) && (isEntry(open.at(-1)) || name === 'publication_date'))
          fields[name] ??= words.trim()
        words = ''
        if (!isEntry(name)) return
        const url = resolve(fields.loc, undefined)
        if (url !== undefined && entries.length < mostEntries)
          entries.push({ url, modified: statedDate(fields.lastmod) ?? statedDate(fields.publication_date) })
        fields = {}
      },
    },
    { xmlMode: true },
  )
  try {
    for (let at = 0; at < markup.length && entries.length < mostEntries; at += piece)
      parser.write(markup.slice(at, at + piece))
    if (entries.length < mostEntries) parser.end()
  } catch (error) {
    // What stands before is kept.
    if (!(error instanceof TooDeep)) throw error
  }
  return { lists, entries }
}

/** Letters given to the parser at once, so that it can be stopped. */
const piece = 65_536

/** A sitemap is four deep; what goes deeper than this is none, and every level more makes the parser slower. */
const deepest = 200

class TooDeep extends Error {}

/** The protocol allows 2,048 letters for an address. */
const longestField = 8000

const wanted: ReadonlySet<string> = new Set(['loc', 'lastmod', 'publication_date'])

const isEntry = (name: string | undefined): boolean => name === 'url' || name === 'sitemap'

/** `news:publication_date` → `publication_date`, but `image:loc` stays what it is. */
function localName(tag: string): string {
  const name = tag.toLowerCase()
  return /^(?:image|video|xhtml|mobile):/.test(name) ? name : name.replace(/^[^:]*:/, '')
}

/** The `Sitemap:` lines of a robots.txt, in its order. */
export const sitemapsNamedIn = (robots: string): readonly string[] =>
  [...robots.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].flatMap(
    ([, address]) => resolve(address, undefined) ?? [],
  )
