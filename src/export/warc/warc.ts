import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Retrieval } from '../../model/retrieval.ts'
import { requestOf, responseOf } from './http.ts'
import { digestOf, joined, recordId, type WarcRecord, written } from './record.ts'

/** What was kept of one input: its bytes after decoding, and how they were come by. */
export interface Kept {
  /** The file or address as the user named it. */
  readonly input: string
  readonly bytes: Uint8Array
  readonly mediaType: string | undefined
  /** How it was fetched; undefined for a file. */
  readonly retrieval: Retrieval | undefined
  readonly title?: string | undefined
  /** The report in it, for those who search the archive. */
  readonly text?: string | undefined
}

export interface WarcOptions {
  /** When the archive is written and its files were taken in, ISO 8601 in UTC; when not given, the last retrieval in it. */
  readonly date?: string | undefined
  /** Pack every record by itself. Default: yes. */
  readonly gzip?: boolean | undefined
}

/** A record as it stands in the archive. */
export interface Written {
  readonly record: WarcRecord
  readonly bytes: Uint8Array
  readonly offset: number
  /** The input it was made of; none for the archive's own first record. */
  readonly kept: Kept | undefined
}

/** A web archive (WARC 1.1, ISO 28500:2017) of all that was kept: the same input gives the same bytes. */
export const warcOf = (kept: readonly Kept[], options: WarcOptions = {}): Uint8Array =>
  joined([...recordsOf(kept, options)].map(({ bytes }) => bytes))

/** The archive record by record, for whoever writes it to a file or makes an index of it. */
export function* recordsOf(kept: readonly Kept[], { date, gzip = true }: WarcOptions = {}): Generator<Written> {
  const at = date ?? lastRetrieval(kept) ?? unknownDate
  const seen = new Map<string, number>()
  let offset = 0
  const place = function* (record: WarcRecord, of: Kept | undefined): Generator<Written> {
    const bytes = written(record, gzip)
    yield { record, bytes, offset, kept: of }
    offset += bytes.length
  }
  yield* place(infoRecord(at), undefined)
  for (const one of kept) {
    const key = `${one.input}\n${one.retrieval?.retrievedAt}\n${digestOf(one.bytes)}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    for (const record of one.retrieval ? fetched(one, one.retrieval, nth) : [fileRecord(one, at, nth)])
      yield* place(record, one)
  }
}

/** What the standard calls for where nobody knows the date. */
const unknownDate = '1970-01-01T00:00:00Z'

const lastRetrieval = (kept: readonly Kept[]): string | undefined =>
  kept
    .flatMap(({ retrieval }) => retrieval?.retrievedAt ?? [])
    .sort()
    .at(-1)

function infoRecord(date: string): WarcRecord {
  const block = utf8ToBytes(
    'software: headwater\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n',
  )
  return {
    type: 'warcinfo',
    id: recordId(['warcinfo', date, digestOf(block)]),
    uri: undefined,
    date,
    mediaType: 'application/warc-fields',
    block,
  }
}

/** The answer, what was asked for it, and how one address led to another. */
function fetched(kept: Kept, retrieval: Retrieval, nth: number): readonly WarcRecord[] {
  const { answered: uri, retrievedAt: date, hops } = retrieval
  const answer = responseOf(retrieval, kept.bytes)
  const response: WarcRecord = {
    type: 'response',
    id: recordId(['response', uri, date, digestOf(answer)], nth),
    uri,
    date,
    mediaType: 'application/http; msgtype=response',
    payloadDigest: digestOf(kept.bytes),
    block: answer,
  }
  const beside = (type: 'request' | 'metadata', mediaType: string, block: Uint8Array): WarcRecord => ({
    type,
    id: recordId([type, uri, date, digestOf(block)], nth),
    uri,
    date,
    mediaType,
    concurrentTo: response.id,
    block,
  })
  return [
    response,
    beside('request', 'application/http; msgtype=request', requestOf(retrieval)),
    ...(hops.length > 1
      ? [
          beside(
            'metadata',
            'application/warc-fields',
            utf8ToBytes(
              hops
                .slice(0, -1)
                .map((hop) => `redirected-from: ${hop.replace(/[\r\n]+/g, '')}\r\n`)
                .join(''),
            ),
          ),
        ]
      : []),
  ]
}

function fileRecord({ input, bytes, mediaType }: Kept, date: string, nth: number): WarcRecord {
  const uri = addressOf(input)
  const digest = digestOf(bytes)
  return {
    type: 'resource',
    id: recordId(['resource', uri, date, digest], nth),
    uri,
    date,
    mediaType: mediaType ?? 'application/octet-stream',
    payloadDigest: digest,
    block: bytes,
  }
}

/** A record must name its content by a URI: a file is named by its path, as it was given; what was handed in or piped in has no path. */
export const addressOf = (input: string): string =>
  /^(?:[a-z][a-z0-9+.-]+:\/\/|upload:|stdin:)\S+$/i.test(input)
    ? input
    : `file:///${input
        .replaceAll('\\', '/')
        .replace(/^\/+/, '')
        .split('/')
        .map((part) => encodeURIComponent(part.toWellFormed()))
        .join('/')}`
