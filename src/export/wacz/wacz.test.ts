import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { CDXIndexer } from 'warcio'
import { readCapture } from '../../intake/readers.ts'
import type { Kept } from '../warc/warc.ts'
import { sortKey } from './cdxj.ts'
import { waczOf } from './wacz.ts'

const words = 'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.'
const page = (title: string, path: string): Kept => ({
  input: `https://courier.example/${path}`,
  bytes: strToU8(
    `<html>${title}<p>${words}</p><p>Eleven barges were waiting upstream by the evening, said the note.</p></html>`,
  ),
  mediaType: 'text/html',
  title: 'Gate shut',
  text: words,
  retrieval: {
    asked: `https://courier.example/${path}`,
    answered: `https://courier.example/${path}`,
    hops: [`https://courier.example/${path}`],
    status: 200,
    requestHeaders: [],
    responseHeaders: [['content-type', 'text/html']],
    retrievedAt: '2024-03-12T09:10:00.000Z',
  },
})
const kept = [page('<h1>The gate is shut</h1>', 'gate'), page('', 'bare')]
const read = (bytes: Uint8Array, input = 'kept.wacz') =>
  readCapture({ input, bytes, url: undefined, mediaType: undefined })

describe('a web archive collection', () => {
  const files = unzipSync(waczOf(kept, { title: 'The gate' }))
  const text = (path: string): string => new TextDecoder().decode(files[path])

  it('has what the standard asks for, with true digests', () => {
    expect(Object.keys(files)).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdxj',
      'pages/pages.jsonl',
      'datapackage.json',
      'datapackage-digest.json',
    ])
    const manifest = JSON.parse(text('datapackage.json'))
    expect(manifest).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', title: 'The gate' })
    for (const { path, hash, bytes } of manifest.resources)
      expect({ hash, bytes }).toEqual({ hash: sha256(files[path]), bytes: files[path]?.length })
    expect(JSON.parse(text('datapackage-digest.json'))).toEqual({
      path: 'datapackage.json',
      hash: sha256(files['datapackage.json']),
    })
  })

  it('leads from its index to the record', () => {
    const lines = text('indexes/index.cdxj').trim().split('\n')
    expect(lines.map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['example,courier)/bare', '20240312091000'],
      ['example,courier)/gate', '20240312091000'],
    ])
    const { offset, length, url } = JSON.parse(lines[1]?.slice(lines[1].indexOf('{')) ?? '')
    const record = gunzipSync(
      files['archive/data.warc.gz']?.subarray(Number(offset), Number(offset) + Number(length)) ?? '',
    )
    expect(record.toString()).toContain(`WARC-Target-URI: ${url}`)
  })

  it('has the index that others make of the same archive', async () => {
    const pages = ['gate', 'Gate?b=2&a=1', 'a%20b', ''].map((path) => page('<h1>The gate is shut</h1>', path))
    const made = unzipSync(waczOf(pages, { title: 'The gate' }))
    const archive = new Blob([new Uint8Array(made['archive/data.warc.gz'] ?? [])])
    const indexer = new CDXIndexer({ format: 'cdxj' })
    const theirs: string[] = []
    for await (const line of indexer.iterIndex([{ filename: 'data.warc.gz', reader: archive.stream() }]))
      theirs.push(indexer.serializeCDXJ(line))
    // They write the digest without its kind.
    const ours = new TextDecoder().decode(made['indexes/index.cdxj']).replaceAll('"sha256:', '"')
    expect(ours.trim().split('\n')).toEqual(theirs.map((line) => line.trim()).sort())
    expect(theirs).toHaveLength(4)
  })

  it('lists its pages', () => {
    const [head, ...pages] = text('pages/pages.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(head.format).toBe('json-pages-1.0')
    expect(pages).toMatchObject([
      { url: 'https://courier.example/gate', ts: '2024-03-12T09:10:00.000Z', title: 'Gate shut', text: words },
      { url: 'https://courier.example/bare' },
    ])
  })

  it('can be read by this program, with the listed title where a page has none', async () => {
    const { documents, refusals } = await read(waczOf(kept))
    expect(refusals).toEqual([])
    expect(documents.map(({ id, input, title }) => [id, input, title])).toEqual([
      ['kept-1', 'kept.wacz#https://courier.example/gate', 'The gate is shut'],
      ['kept-2', 'kept.wacz#https://courier.example/bare', 'Gate shut'],
    ])
  })

  it('is the same bytes every time', () => {
    expect(waczOf(kept)).toEqual(waczOf(kept))
  })

  it('whose archive is damaged is refused by name, and the rest read', async () => {
    const { documents, refusals } = await read(
      zipSync({
        ...files,
        'archive/bad.warc.gz': strToU8('\u001f not gzip'),
        'pages/extraPages.jsonl': strToU8('{"url": 1}\nno JSON\n'),
      }),
    )
    expect(documents).toHaveLength(2)
    expect(refusals).toMatchObject([{ input: 'kept.wacz#0', code: 'malformed' }])
  })
})

it.each([
  ['https://www.courier.example/Gate/?b=2&a=1', 'example,courier)/gate?a=1&b=2'],
  ['http://courier.example:8080/', 'example,courier:8080)/'],
  ['file:///reports/a.txt', 'file:///reports/a.txt'],
  ['upload:a%20b.txt', 'upload:a%20b.txt'],
])('makes the key of %s', (uri, key) => {
  expect(sortKey(uri)).toBe(key)
})

const sha256 = (bytes: Uint8Array | undefined): string =>
  `sha256:${createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')}`
