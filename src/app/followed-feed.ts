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
 * as it was, unless a watch has the page from an earlier look. Documents come in the order of the feed.
 */
export async function* followFeed(
  capture: Capture,
  { documents: entries, refusals }: Intake,
  web: Web,
): AsyncGenerator<Taken> {
  const wanted = new Set(newest(entries.filter(isSummary), web.most, ({ published, updated }) => published ?? updated))
  yield { documents: [], refusals, capture }
  const followed = ahead(entries, width, async (entry) =>
    wanted.has(entry) && entry.url !== undefined
      ? pageOf(entry, entry.url, capture, web)
      : entryAlone(entry, [], capture, web),
  )
  for await (const taken of followed) yield* taken
}

async function pageOf(entry: Document, url: string, feed: Capture, web: Web): Promise<readonly Taken[]> {
  const fetched = await web.page(url, JSON.stringify([entry.sha256, entry.summary, entry.updated]))
  if (fetched === 'unchanged') return []
  if ('code' in fetched) return entryAlone(entry, [fetched], feed, web)
  const { documents, refusals } = await readCapture(fetched)
  const [page] = documents
  if (!page || documents.length > 1) return entryAlone(entry, refusals, feed, web)
  if (wordsIn(page.text) < wordsIn(entry.text))
    return entryAlone(entry, [{ input: url, code: 'no-text', says: lessThanEntry }], feed, web)
  return [{ documents: [withEntry(page, entry)], refusals, capture: fetched }]
}

/** The entry as it stands in the feed. Why its page did not come is told of the page, and holds whether or not the feed is known. */
async function entryAlone(
  entry: Document,
  refusals: readonly Refusal[],
  capture: Capture,
  web: Web,
): Promise<readonly Taken[]> {
  const alone = isSummary(entry) && (await web.holds(entry, capture)) ? [] : [entry]
  return [
    ...(refusals.length > 0 ? [{ documents: [], refusals, capture: undefined }] : []),
    { documents: alone, refusals: [], capture },
  ]
}

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
