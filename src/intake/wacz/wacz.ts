import type { Document, Refusal } from '../../model/document.ts'
import type { Capture, PromptReader } from '../capture.ts'
import { nameOf } from '../names.ts'
import { isNamedArchive } from '../warc/accepts.ts'
import { readArchive } from '../warc/warc.ts'
import { type Entry, entriesOf } from '../zip/directory.ts'
import { unpack } from '../zip/member.ts'
import { isWacz } from './accepts.ts'

/**
 * Web archive collections (WACZ 1.1.1, a ZIP archive of WARC files with an index): the pages of all its archives, named by collection and
 * address. What its list of pages calls a page is its title where the page itself has none.
 */
export const wacz: PromptReader = {
  ref: 'wacz@1',
  accepts: isWacz,
  read(capture) {
    const entries = entriesOf(capture.bytes) ?? []
    const titles = titlesIn(capture, entries)
    const documents: Document[] = []
    const refusals: Refusal[] = []
    const holds: (Capture | Refusal)[] = []
    for (const entry of entries.filter(({ name }) => /^archive\/[^/]+$/.test(name))) {
      const input = `${capture.input}/${entry.name}`
      const bytes = unpack(capture.bytes, entry)
      if ('code' in bytes) {
        refusals.push({ input, ...bytes })
        continue
      }
      const archive = { input: capture.input, bytes, url: undefined, mediaType: undefined }
      if (!isNamedArchive({ ...archive, input })) continue
      const read = readArchive(archive, titles)
      for (const document of read.documents)
        documents.push({ ...document, id: `${nameOf(capture.input)}-${documents.length + 1}` })
      refusals.push(...read.refusals.filter(({ code }) => code !== 'no-text'))
      holds.push(...(read.holds ?? []))
    }
    if (documents.length + refusals.length + holds.length === 0)
      refusals.push({ input: capture.input, code: 'no-text', says: 'no archive in it holds a page, feed or text' })
    return { documents, refusals, holds }
  },
}

/** Lists of pages longer than this are read to here. Bytes. */
const longestList = 64 * 1024 * 1024

/** Titles by address, from `pages/pages.jsonl` and `pages/extraPages.jsonl`; lines that are no page are passed over. */
function titlesIn({ bytes }: Capture, entries: readonly Entry[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const entry of entries.filter(({ name }) => /^pages\/[^/]+\.jsonl$/.test(name))) {
    const list = unpack(bytes, entry, longestList)
    if ('code' in list) continue
    for (const line of new TextDecoder().decode(list).split('\n')) {
      const page = pageIn(line)
      if (page && !titles.has(page.url)) titles.set(page.url, page.title)
    }
  }
  return titles
}

function pageIn(line: string): { readonly url: string; readonly title: string } | undefined {
  try {
    const { url, title } = JSON.parse(line) as Readonly<Record<string, unknown>>
    return typeof url === 'string' && typeof title === 'string' && title.trim() !== '' ? { url, title } : undefined
  } catch {
    return undefined
  }
}
