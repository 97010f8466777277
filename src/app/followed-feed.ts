import type { Intake } from '../intake/capture.ts'
import { readCapture } from '../intake/readers.ts'
import type { Document, Refusal } from '../model/document.ts'
import { wordPattern } from '../text/words.ts'
import { ahead } from './ahead.ts'
import { newest } from './newest.ts'
import { type Web, width } from './web.ts'

/**
 * A fetched feed, with the pages of those entries that bring only a summary: the newest first, no more than the web's `most`. A page takes
 * the place of its entry and keeps the entry's guid and summary; where it is refused, or says less than the entry does, the entry stays
 * as it was. Documents come in the order of the feed.
 */
export async function* followFeed({ documents, refusals }: Intake, web: Web): AsyncGenerator<Intake> {
  const wanted = new Set(
    newest(documents.filter(isSummary), web.most, ({ published, updated }) => published ?? updated),
  )
  yield { documents: [], refusals }
  yield* ahead(documents, width, async (entry) =>
    wanted.has(entry) && entry.url !== undefined ? pageOf(entry, entry.url, web) : { documents: [entry], refusals: [] },
  )
}

async function pageOf(entry: Document, url: string, web: Web): Promise<Intake> {
  const fetched = await web.fetch(url)
  if ('code' in fetched) return kept(entry, [fetched])
  const { documents, refusals } = await readCapture(fetched)
  const [page] = documents
  if (!page || documents.length > 1) return kept(entry, refusals)
  if (wordsIn(page.text) < wordsIn(entry.text))
    return kept(entry, [
      { input: url, code: 'no-text', says: 'the page says less than its entry in the feed, which is kept' },
    ])
  return { documents: [withEntry(page, entry)], refusals }
}

const kept = (entry: Document, refusals: readonly Refusal[]): Intake => ({ documents: [entry], refusals })

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
function isSummary({ url, text, title, summary }: Document): boolean {
  if (url === undefined) return false
  const body = text.slice(title?.length ?? 0).trim()
  return wordsIn(body) < fewWords || cutOff.test(body) || (summary !== undefined && plain(body) === plain(summary))
}

const wordsIn = (text: string): number => text.match(wordPattern)?.length ?? 0

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
