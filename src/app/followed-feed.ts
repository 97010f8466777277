import type { Capture, Intake } from '../intake/capture.ts'
import { readCapture } from '../intake/readers.ts'
import type { Document, Refusal } from '../model/document.ts'
import { wordPattern } from '../text/words.ts'
import { ahead } from './ahead.ts'
import { newest } from './newest.ts'
import { type Taken, type Web, width } from './web.ts'

/**
 * A fetched feed, with the pages of those entries that bring only a summary: the newest first, no more than the web's `most`. A page takes
 * the place of its entry and keeps the entry's guid and summary; where it is refused, or says less than the entry does, the entry stays
 * as it was. Documents come in the order of the feed.
 */
export async function* followFeed(
  capture: Capture,
  { documents: entries, refusals }: Intake,
  web: Web,
): AsyncGenerator<Taken> {
  const documents: Document[] = []
  for (const entry of entries) if (!(await web.isSettled(entry, capture))) documents.push(entry)
  const wanted = new Set(
    newest(documents.filter(isSummary), web.most, ({ published, updated }) => published ?? updated),
  )
  yield { documents: [], refusals, capture }
  yield* ahead(documents, width, async (entry) =>
    wanted.has(entry) && entry.url !== undefined ? pageOf(entry, entry.url, capture, web) : kept(entry, [], capture),
  )
}

async function pageOf(entry: Document, url: string, feed: Capture, web: Web): Promise<Taken> {
  const fetched = await web.fetch(url)
  if ('code' in fetched) return kept(entry, [fetched], feed)
  const { documents, refusals } = await readCapture(fetched)
  const [page] = documents
  if (!page || documents.length > 1) return kept(entry, refusals, feed)
  if (wordsIn(page.text) < wordsIn(entry.text))
    return kept(entry, [{ input: url, code: 'no-text', says: lessThanEntry }], feed)
  return { documents: [withEntry(page, entry)], refusals, capture: fetched }
}

const kept = (entry: Document, refusals: readonly Refusal[], capture: Capture): Taken => ({
  documents: [entry],
  refusals,
  capture,
})

const lessThanEntry = 'the page says less than its entry in the feed, which is kept'

/** What the page does not say of itself, its entry may. */
const withEntry = (page: Document, entry: Document): Document => ({
  ...page,
  publisher: page.publisher ?? entry.publisher,
  byline: page.byline ?? entry.byline,
  published: page.published ?? entry.published,
  updated: page.updated ?? entry.updated,
  guid: entry.guid,
  summary: entry.summary,
})

/** A short report has more words than this; a summary fewer. */
const fewWords = 150

/** Summaries that feeds cut off end so, in whatever language they are. */
const cutOff = /(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\)|[»→])\s*$/

/** Does this entry only tell of a report elsewhere? */
function isSummary({ url, text, title }: Document): boolean {
  if (url === undefined) return false
  const body = text.slice(title?.length ?? 0).trim()
  return wordsIn(body) < fewWords || cutOff.test(body)
}

const wordsIn = (text: string): number => text.match(wordPattern)?.length ?? 0
