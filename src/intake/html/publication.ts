import { publishedCues, updatedCues } from '../../language/publication-cues.ts'
import { statedDate } from '../dates/stated-date.ts'
import { type FigureOrder, isoDay, writtenDates } from '../dates/written-date.ts'
import type { Block } from './blocks.ts'
import { articleIn, type Declared, metaOf, type Thing } from './declared.ts'
import { elementsOf, type PageElement, wordsOf } from './page.ts'

/** When a page was first published and last changed, as far as it says so. ISO 8601 with the precision the page gave. */
export interface Publication {
  readonly published: string | undefined
  readonly updated: string | undefined
}

/** What the search for dates looks at. */
export interface DatedPage {
  readonly root: PageElement
  readonly blocks: readonly Block[]
  readonly declared: Declared
  readonly url: string | undefined
  /** Index of the headline's block; dates near it are the report's own. */
  readonly headline: number
  /** Index of the first block of the report. */
  readonly first: number
}

/**
 * Reads the dates of a page, the most trustworthy sign first: what it declares for machines, its address, marked elements,
 * then what is written near the headline. The order follows htmldate (Barbaresi 2020). A date is found or absent, never made up.
 */
export function publicationOf(page: DatedPage): Publication {
  const order = figureOrder(page)
  const updated = updatedDate(page, order)
  const byUrl = dateInUrl(page.url) ?? dateInUrl(page.declared.canonical) ?? dateInUrl(metaOf(page.declared, 'og:url'))
  for (const sign of signs) {
    const found = sign(page, order)
    if (found === undefined) continue
    // An address keeps the day on which a report was first published; machine-readable dates may be of a later edition.
    const day =
      byUrl !== undefined && byUrl.length === 10 && found.slice(0, 10) > byUrl && !nextDay(byUrl, found) ? byUrl : found
    return { published: day, updated }
  }
  return { published: byUrl, updated }
}

type Sign = (page: DatedPage, order: FigureOrder) => string | undefined

const signs: readonly Sign[] = [
  ({ declared }, order) => inThing(articleIn(declared), ['datePublished', 'dateCreated', 'uploadDate'], order),
  ({ declared }, order) => statedDate(metaOf(declared, ...publishedMetas), order),
  ({ root }, order) => markedDate(root, order, /(?:^|\s)(?:datepublished|datecreated|pubdate)(?:\s|$)/i),
  ({ declared, url }) => dateInUrl(url) ?? dateInUrl(declared.canonical),
  ({ root }, order) => publishedTime(root, order),
  (page, order) => nearHeadline(page, order),
  ({ root }, order) => classedDate(root, order),
  ({ declared }, order) =>
    inThing(
      declared.things.find((thing) => thing.datePublished),
      ['datePublished'],
      order,
    ),
  (page, order) => cuedDate(page, order),
  ({ root }, order) => anyTime(root, order),
]

const publishedMetas = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'bt:pubdate',
  'datepublished',
  'date_published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'publicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'article_date_original',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'created',
  'datecreated',
  'displaydate',
  'displaydate_utc',
  'rnews:datepublished',
  'shareaholic:article_published_time',
  'last-published',
  'pdate',
  'originalpublicationdate',
  'ptime',
  'release_date',
  'rbpubdate',
  'timestamp',
  'uploaddate',
  'gentime',
  'dcsext.articlefirstpublished',
]

const updatedMetas = [
  'article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'og:article:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'moddate',
  'revised',
  'utime',
  'lastmodified',
  'article.updated',
]

function inThing(thing: Thing | undefined, fields: readonly string[], order: FigureOrder): string | undefined {
  for (const field of fields) {
    const value = [thing?.[field]].flat()[0]
    const date = typeof value === 'string' ? statedDate(value, order) : undefined
    if (date !== undefined) return date
  }
  return undefined
}

function updatedDate({ declared, root }: DatedPage, order: FigureOrder): string | undefined {
  return (
    inThing(articleIn(declared), ['dateModified'], order) ??
    statedDate(metaOf(declared, ...updatedMetas), order) ??
    markedDate(root, order, /(?:^|\s)datemodified(?:\s|$)/i)
  )
}

/** `/2024/03/12/`, `/2024-03-12-`, `/20240312/`. */
export function dateInUrl(url: string | undefined): string | undefined {
  const path = url?.replace(/^[a-z]+:\/\/[^/]*/i, '') ?? ''
  const match = /(?<!\d)((?:19|20)\d\d)([/._-]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9](?=\D|$))(?!\d)/.exec(path)
  if (!match || (match[2] === '' && match[0].length !== 8)) return undefined
  return isoDay(Number(match[1]), Number(match[3]), Number(match[4]))
}

function markedDate(root: PageElement, order: FigureOrder, itemprop: RegExp): string | undefined {
  for (const element of elementsOf(root)) {
    const { attributes } = element
    if (!itemprop.test(attributes.itemprop ?? '')) continue
    const date = dateOf(element, order)
    if (date !== undefined) return date
  }
  return undefined
}

/** The date of an element: in an attribute for machines, else in its words. */
function dateOf(element: PageElement, order: FigureOrder): string | undefined {
  const { attributes } = element
  return (
    statedDate(attributes.datetime ?? attributes.content, order) ??
    statedDate(attributes['data-datetime'] ?? attributes['data-date'], order) ??
    statedDate(attributes.title, order) ??
    writtenDates(wordsOf(element).slice(0, 200), order)[0]?.iso
  )
}

function publishedTime(root: PageElement, order: FigureOrder): string | undefined {
  for (const element of elementsOf(root)) {
    const { tag, attributes } = element
    const marked = tag === 'time' && ('pubdate' in attributes || publishedClass.test(attributes.class ?? ''))
    if (!marked || updatedClass.test(attributes.class ?? '')) continue
    const date = dateOf(element, order)
    if (date !== undefined) return date
  }
  return undefined
}

const publishedClass = /(?:^|[\s_-])(?:published|entry-date|pubdate|publish|dt-published|post-date|date-published)/i
const updatedClass = /(?:^|[\s_-])(?:updated|modified)(?:$|[\s_-])/i

function classedDate(root: PageElement, order: FigureOrder): string | undefined {
  for (const element of elementsOf(root)) {
    const mark = `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`
    if (!dateClass.test(mark) || updatedClass.test(mark)) continue
    const date = dateOf(element, order)
    if (date !== undefined) return date
  }
  return undefined
}

const dateClass =
  /(?:^|[\s_-])(?:date|datum|time|timestamp|published|publish|posted|byline|dateline|meta|postmeta|pubdate|created)(?:$|[\s_-])|date|Date/

/** A date written within a few lines of the headline. */
function nearHeadline({ blocks, headline, first }: DatedPage, order: FigureOrder): string | undefined {
  if (headline < 0) return undefined
  const from = Math.max(0, headline - 6)
  const to = Math.min(blocks.length, Math.max(headline + 12, Math.min(first + 4, headline + 40)))
  const near = blocks.slice(from, to)
  const after = near.slice(headline - from).find((block) => isDateLine(block, order))
  const before = near.slice(0, headline - from).findLast((block) => isDateLine(block, order))
  const line = after ?? before
  return line && pick(line.text, order)
}

/** A line that is little more than a date. */
function isDateLine({ text }: Block, order: FigureOrder): boolean {
  return text.length <= 160 && writtenDates(text, order).length > 0 && !startsWithUpdate(text)
}

function startsWithUpdate(text: string): boolean {
  const lower = text.toLowerCase()
  return (
    updatedCues.some((cue) => lower.startsWith(cue)) &&
    !publishedCues.some((cue) => lower.includes(`${cue}:`) || lower.includes(`${cue} `))
  )
}

/** The date of a line: the one after a word for publication, else the first that is no update. */
function pick(text: string, order: FigureOrder): string | undefined {
  const dates = writtenDates(text, order)
  const lower = text.toLowerCase()
  const cued = dates.find(({ start }) =>
    publishedCues.some((cue) => lower.slice(Math.max(0, start - 30), start).includes(cue)),
  )
  return (cued ?? dates[0])?.iso
}

/** "Published: 12 March 2024" anywhere on the page. */
function cuedDate({ blocks }: DatedPage, order: FigureOrder): string | undefined {
  for (const { text } of blocks) {
    if (text.length > 200) continue
    const lower = text.toLowerCase()
    const found = writtenDates(text, order).find(({ start }) =>
      publishedCues.some((cue) => cue.length > 4 && lower.slice(Math.max(0, start - 40), start).includes(cue)),
    )
    if (found) return found.iso
  }
  return undefined
}

function anyTime(root: PageElement, order: FigureOrder): string | undefined {
  for (const element of elementsOf(root)) {
    if (element.tag !== 'time') continue
    const date = dateOf(element, order)
    if (date !== undefined) return date
  }
  return undefined
}

/** American pages write the month first: told by their language tag or their currency of dates, else the day comes first. */
function figureOrder({ declared, url }: DatedPage): FigureOrder {
  const tag = `${declared.language ?? ''} ${metaOf(declared, 'og:locale') ?? ''}`.toLowerCase()
  if (/en[-_](?!us)[a-z]{2}/.test(tag)) return 'day-first'
  if (/en[-_]us/.test(tag)) return 'month-first'
  return /^\s*en?\b|^\s*$/.test(tag) && /^https?:\/\/[^/]+\.(?:com|us|org|gov|net|edu)(?:[/:]|$)/.test(url ?? '')
    ? 'month-first'
    : 'day-first'
}

/** One day later is a time zone, not another edition. */
const nextDay = (day: string, other: string): boolean => {
  const [a, b] = [day, other.slice(0, 10)].map((iso) =>
    Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))),
  )
  return a !== undefined && b !== undefined && b - a === 86_400_000
}
