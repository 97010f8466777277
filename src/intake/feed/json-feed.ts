import { statedDate } from '../dates/stated-date.ts'
import { resolve } from '../html/compose.ts'
import { type Entry, lineOfHtml, textOfHtml } from './entry.ts'

type Row = Readonly<Record<string, unknown>>

/** The entries of a JSON Feed (jsonfeed.org, versions 1 and 1.1); undefined when it is none. */
export function jsonFeedEntries(text: string): readonly Entry[] | undefined {
  let feed: unknown
  try {
    feed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRow(feed) || !Array.isArray(feed.items)) return undefined
  const about = feed
  return feed.items.filter(isRow).map((item) => entryOf(item, about))
}

function entryOf(item: Row, feed: Row): Entry {
  const title = words(item.title)
  const url = resolve(words(item.url) ?? words(item.external_url), words(feed.home_page_url))
  const html = words(item.content_html)
  const composed = html === undefined ? undefined : textOfHtml(html, title, url)
  return {
    title,
    body: composed?.body || words(item.content_text) || words(item.summary) || '',
    links: composed?.links,
    url,
    guid: words(item.id),
    summary: lineOfHtml(words(item.summary) ?? ''),
    byline: authorsOf(item) ?? authorsOf(feed),
    publisher: words(feed.title),
    published: statedDate(words(item.date_published)),
    updated: statedDate(words(item.date_modified)),
    language: words(item.language) ?? words(feed.language),
  }
}

function authorsOf(row: Row): string | undefined {
  const names = [row.authors, row.author].flat().map((author) => (isRow(author) ? words(author.name) : undefined))
  return names.filter((name) => name !== undefined).join(', ') || undefined
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() || undefined : typeof value === 'number' ? String(value) : undefined
