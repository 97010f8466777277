import type { Document, Refusal } from '../../model/document.ts'
import type { Capture, Intake, PromptReader, Reading } from '../capture.ts'
import { feed } from '../feed/feed.ts'
import { html } from '../html/html.ts'
import { inflate } from '../inflate.ts'
import { nameOf } from '../names.ts'
import { plainText } from '../plain-text/plain-text.ts'
import { beginsArchive, isNamedArchive, isPacked } from './accepts.ts'
import { payloadOf } from './payload.ts'
import { type ArchiveRecord, type Damage, recordsOf } from './records.ts'

/**
 * Web archives: WARC and ARC, packed or not, whole or damaged. Every page, feed or text in them is a document, named by archive and address
 * (`crawl.warc.gz#https://courier.example/gate`), PDF and DOCX files among them; pictures, scripts, redirections and error pages are passed over.
 */
export const warc: PromptReader = {
  ref: 'warc@1',
  accepts: (capture) => isNamedArchive(capture) || beginsArchive(opening(capture)),
  read: (capture) => readArchive(capture),
}

/** Reads an archive. `titles` are what whoever recorded it calls the pages, by address. */
export function readArchive(capture: Capture, titles: ReadonlyMap<string, string> = new Map()): Reading {
  const documents: Document[] = []
  const refusals: Refusal[] = []
  const holds: Capture[] = []
  let records = 0
  for (const record of recordsOf(capture.bytes)) {
    if ('damage' in record) {
      refusals.push(refusalOf(record, capture))
      continue
    }
    records++
    const page = captureOf(record, capture)
    if (page === undefined) continue
    if (typeof page === 'string') {
      refusals.push({ input: nameFor(record, capture), code: 'unsupported', says: page })
      continue
    }
    if (isPaper(page.mediaType)) {
      holds.push(page)
      continue
    }
    const read = readPage({ ...page, title: titles.get(record.uri ?? '') })
    for (const document of read.documents)
      documents.push({ ...document, id: `${nameOf(capture.input)}-${documents.length + 1}` })
    for (const refusal of read.refusals) refusals.push(refusal)
  }
  if (documents.length + refusals.length + holds.length === 0) refusals.push(nothingIn(capture, records))
  return { documents, refusals, holds }
}

const opening = (capture: Capture): Uint8Array =>
  isPacked(capture) ? inflate(capture.bytes.subarray(0, 4096)).data : capture.bytes

/** How many records of each type an archive holds, as `WARC-Type` names them; of a damaged archive, those that can be read. */
export function countRecords(bytes: Uint8Array): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const record of recordsOf(bytes))
    if ('type' in record) counts.set(record.type, (counts.get(record.type) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** The readers of what archives hold. Archives inside archives are not opened. */
const pages: readonly PromptReader[] = [feed, html, plainText]

const readPage = (capture: Capture): Intake =>
  pages.find((reader) => reader.accepts(capture))?.read(capture) ?? { documents: [], refusals: [] }

/** The page in a record; undefined when it holds none, a sentence when it cannot be read. */
function captureOf(record: ArchiveRecord, archive: Capture): Capture | string | undefined {
  const { type, uri, block } = record
  if (
    !/^(?:response|resource|conversion)$/.test(type) ||
    /^(?:dns|metadata|whois|screenshot|thumbnail|urn:pageinfo):/i.test(uri ?? '')
  )
    return undefined
  const { status, mediaType = record.mediaType, body, packed } = type === 'response' ? payloadOf(block) : plain(block)
  if ((status !== undefined && (status < 200 || status > 299)) || body.length === 0) return undefined
  if (!isReadable(mediaType)) return undefined
  if (packed) return 'its body is packed with Brotli or Zstandard, which is not read; record it again without'
  const url = uri !== undefined && /^https?:/i.test(uri) ? uri : undefined
  return { input: nameFor(record, archive), bytes: body, url, mediaType }
}

const plain = (block: Uint8Array): ReturnType<typeof payloadOf> => ({
  status: undefined,
  mediaType: undefined,
  body: block,
  packed: false,
})

/** Reports that are published as files; their engines are loaded when one is met. */
const isPaper = (mediaType: string | undefined): boolean =>
  /^application\/(?:pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)\b/i.test(mediaType ?? '')

const isReadable = (mediaType: string | undefined): boolean =>
  mediaType === undefined ||
  isPaper(mediaType) ||
  /html|text\/plain|text\/markdown|(?:rss|atom|rdf)\+xml|feed\+json|\/xml|no-type|unk(?:nown)?\b/i.test(mediaType)

const nameFor = ({ uri, offset }: ArchiveRecord, { input }: Capture): string => `${input}#${uri ?? offset}`

function refusalOf({ offset, damage }: Damage, { input }: Capture): Refusal {
  if (damage === 'too-large')
    return {
      input: `${input}#${offset}`,
      code: 'too-large',
      says: 'unpacked it is larger than any archive of reports; split it',
    }
  const says =
    damage === 'cut'
      ? 'the archive is cut off or damaged here; what could be read was read'
      : 'this is no archive record; reading went on at the next one'
  return { input: `${input}#${offset}`, code: 'malformed', says }
}

const nothingIn = ({ input }: Capture, records: number): Refusal => ({
  input,
  code: 'no-text',
  says: `the archive holds ${records} ${records === 1 ? 'record' : 'records'} but no page, feed or text`,
})
