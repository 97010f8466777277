import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { gzipSync } from 'fflate'

/** One record of a web archive before it is written (ISO 28500, WARC 1.1). */
export interface WarcRecord {
  readonly type: 'warcinfo' | 'request' | 'response' | 'resource' | 'metadata'
  readonly id: string
  /** Of what the record holds; the archive's own records have none. */
  readonly uri: string | undefined
  /** ISO 8601 in UTC. */
  readonly date: string
  /** `Content-Type` of the block. */
  readonly mediaType: string
  /** The record that it belongs with. */
  readonly concurrentTo?: string
  /** Digest of the bytes that the block carries, without the header of HTTP. */
  readonly payloadDigest?: string
  readonly fields?: readonly (readonly [name: string, value: string])[]
  readonly block: Uint8Array
}

/** The record as bytes, packed as a gzip member of its own where asked, so that it can be reached by its offset. */
export function written(record: WarcRecord, gzip: boolean): Uint8Array {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['WARC-Type', record.type],
    ['WARC-Record-ID', `<${record.id}>`],
    ['WARC-Target-URI', record.uri],
    ['WARC-Date', record.date],
    ['WARC-Concurrent-To', record.concurrentTo && `<${record.concurrentTo}>`],
    ...(record.fields ?? []),
    ['WARC-Block-Digest', digestOf(record.block)],
    ['WARC-Payload-Digest', record.payloadDigest],
    ['Content-Type', record.mediaType],
    ['Content-Length', String(record.block.length)],
  ]
  const head = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${oneLine(value)}\r\n`]))
  const bytes = joined([utf8ToBytes(`WARC/1.1\r\n${head.join('')}\r\n`), record.block, utf8ToBytes('\r\n\r\n')])
  return gzip ? gzipSync(bytes, { mtime: 0 }) : bytes
}

/** `sha256:` and hex, as Browsertrix writes digests. */
export const digestOf = (bytes: Uint8Array): string => `sha256:${bytesToHex(sha256(bytes))}`

/**
 * An id that is made of what it names (RFC 9562, UUID version 8): the same record has the same id in every run. `nth` tells apart records that
 * are the same in everything.
 */
export function recordId(parts: readonly string[], nth = 0): string {
  const hash = sha256(utf8ToBytes([...parts, String(nth)].join('\n')))
  const bytes = Uint8Array.from(hash.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `urn:uuid:${bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** What has a line's end in it would forge a field. */
const oneLine = (value: string): string => value.replace(/[\r\n\0]+/g, ' ').trim()
