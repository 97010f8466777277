import type { Document, Refusal } from '../../model/document.ts'
import type { Capture, Intake, PromptReader } from '../capture.ts'
import { decodeText } from '../decode.ts'
import { toDocument } from '../draft.ts'
import { nameOf } from '../names.ts'
import { isFeed } from './accepts.ts'
import type { Entry } from './entry.ts'
import { jsonFeedEntries } from './json-feed.ts'
import { xmlFeedEntries } from './xml-feed.ts'

/** Feeds: RSS 0.9x to 2.0, RDF, Atom, CDF and JSON Feed. Every entry is a document, in feed order; damage costs no more than what it hits. */
export const feed: PromptReader = {
  ref: 'feed@1',
  accepts: isFeed,
  read: (capture) => {
    const { text } = decodeText(capture.bytes, capture.mediaType)
    const entries = /^\s*\{/.test(text) ? jsonFeedEntries(text) : xmlFeedEntries(text, capture.url)
    return entries === undefined || entries.length === 0
      ? refuse(capture, entries !== undefined)
      : documentsOf(entries, capture)
  },
}

function documentsOf(entries: readonly Entry[], { input }: Capture): Intake {
  const documents: Document[] = []
  const refusals: Refusal[] = []
  entries.forEach((entry, i) => {
    const read = toDocument({ ...entry, id: `${nameOf(input)}-${i + 1}`, input: `${input}#${i + 1}`, wordless: true })
    if ('code' in read) refusals.push(read)
    else documents.push(read)
  })
  return { documents, refusals }
}

const refuse = ({ input }: Capture, parsed: boolean): Intake => ({
  documents: [],
  refusals: [
    parsed
      ? { input, code: 'no-text', says: 'the feed has no entries' }
      : { input, code: 'malformed', says: 'this is no feed that can be read: no RSS, Atom, RDF or JSON Feed in it' },
  ],
})
