import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { WARCParser, type WARCRecord } from 'warcio'
import { readCapture } from '../../intake/readers.ts'
import { countRecords } from '../../intake/warc/warc.ts'
import { addressOf, type Kept, recordsOf, warcOf } from './warc.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const page =
  bytesOf(`<html><title>Gate shut</title><h1>Gate shut</h1><p>The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.</p>
<p>Eleven barges were waiting upstream by the evening, and their crews were told to expect two days of delay.</p></html>`)

const fetched: Kept = {
  input: 'https://courier.example/gate',
  bytes: page,
  mediaType: 'text/html; charset=utf-8',
  retrieval: {
    asked: 'http://courier.example/gate',
    answered: 'https://courier.example/gate?a=1',
    hops: ['http://courier.example/gate', 'https://courier.example/gate?a=1'],
    status: 200,
    requestHeaders: [['user-agent', 'headwater']],
    responseHeaders: [
      ['content-type', 'text/html; charset=utf-8'],
      ['content-encoding', 'br'],
      ['transfer-encoding', 'chunked'],
      ['content-length', '17'],
      ['x-note', 'two\r\nWARC-Type: forged'],
    ],
    retrievedAt: '2024-03-12T09:10:00.000Z',
  },
}
const file: Kept = {
  input: 'reports/der Bericht.txt',
  bytes: bytesOf('Gate shut\n\nThe gate stays shut, they said.'),
  mediaType: 'text/plain',
  retrieval: undefined,
}
const kept = [fetched, file, file]

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** As the npm package `warcio` reads it. */
async function readByOthers(archive: Uint8Array) {
  const records: { head: WARCRecord; payload: Uint8Array }[] = []
  for await (const head of WARCParser.iterRecords([archive]))
    records.push({ head, payload: (await head.readFully(false)) ?? new Uint8Array() })
  return records
}

it.each([
  ['reports/der Bericht.txt', 'file:///reports/der%20Bericht.txt'],
  ['file:///reports/a.txt', 'file:///reports/a.txt'],
  ['upload:a%20b.txt', 'upload:a%20b.txt'],
  ['stdin:0f', 'stdin:0f'],
  ['upload:a b.txt', 'file:///upload%3Aa%20b.txt'],
])('names %s by a URI', (input, uri) => {
  expect(addressOf(input)).toBe(uri)
})

describe('a web archive of what was kept', () => {
  it.each([true, false])('can be read by this program, packed: %s', async (gzip) => {
    const bytes = warcOf(kept, { gzip, date: '2024-03-13T00:00:00Z' })
    expect(countRecords(bytes)).toEqual({ warcinfo: 1, response: 1, request: 1, metadata: 1, resource: 2 })
    const { documents, refusals } = await readCapture({
      input: 'out.warc',
      bytes,
      url: undefined,
      mediaType: undefined,
    })
    expect(refusals).toEqual([])
    expect(documents[1]?.input).toBe('out.warc#file:///reports/der%20Bericht.txt')
    expect(documents.map(({ title, url }) => [title, url])).toEqual([
      ['Gate shut', 'https://courier.example/gate?a=1'],
      ['Gate shut', undefined],
      ['Gate shut', undefined],
    ])
  })

  it('can be read by others, with true digests and lengths', async () => {
    const records = await readByOthers(warcOf(kept))
    expect(records.map(({ head }) => head.warcType)).toEqual([
      'warcinfo',
      'response',
      'request',
      'metadata',
      'resource',
      'resource',
    ])
    const response = records[1]
    expect(response?.payload).toEqual(page)
    expect(response?.head.warcPayloadDigest).toBe(sha256(page))
    expect(response?.head.warcTargetURI).toBe('https://courier.example/gate?a=1')
    expect(response?.head.warcDate).toBe('2024-03-12T09:10:00.000Z')
    expect(Object.fromEntries(response?.head.httpHeaders?.headers ?? [])).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'x-orig-content-encoding': 'br',
      'x-orig-transfer-encoding': 'chunked',
      'x-orig-content-length': '17',
      'x-note': 'two WARC-Type: forged',
      'content-length': String(page.length),
    })
    expect(new TextDecoder().decode(records[3]?.payload)).toBe('redirected-from: http://courier.example/gate\r\n')
  })

  it('has in every record the digest of its block, and says what belongs together', () => {
    const records = [...recordsOf(kept)]
    for (const { record, bytes } of records) {
      const text = gunzipSync(bytes).toString('latin1')
      const head = text.slice(0, text.indexOf('\r\n\r\n'))
      expect(head).toContain(`WARC-Block-Digest: ${sha256(record.block)}`)
      expect(head).toContain(`Content-Length: ${record.block.length}`)
    }
    expect(records[2]?.record.concurrentTo).toBe(records[1]?.record.id)
  })

  it('is the same bytes every time, and no two records have one id', () => {
    expect(warcOf(kept)).toEqual(warcOf([...kept]))
    const ids = [...recordsOf(kept)].map(({ record }) => record.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids[0]).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('is dated by its last retrieval, unless it is told', () => {
    const dates = (date?: string) => [...recordsOf(kept, { date })].map(({ record }) => record.date)
    expect(dates()[0]).toBe('2024-03-12T09:10:00.000Z')
    expect(dates('2024-04-01T00:00:00Z').at(-1)).toBe('2024-04-01T00:00:00Z')
  })
})
