import pako from 'pako'
import { describe, expect, it } from 'vitest'
import { countRecords, warc } from './warc.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const record = (type: string, block: Uint8Array, uri = '', mediaType = 'application/http; msgtype=response') =>
  join(
    bytesOf(
      `WARC/1.0\r\nWARC-Type: ${type}\r\n${uri ? `WARC-Target-URI: ${uri}\r\n` : ''}Content-Type: ${mediaType}\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    bytesOf('\r\n\r\n'),
  )

const story = `<html><title>Gate shut</title><h1>Gate shut</h1><p>The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.</p>
<p>Eleven barges were waiting upstream by the evening, and their crews were told to expect two days of delay.</p></html>`
const http = (headers: string, body: Uint8Array) => join(bytesOf(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), body)
const response = record(
  'response',
  http('Content-Type: text/html; charset=utf-8', bytesOf(story)),
  'https://courier.example/gate',
)
const info = record('warcinfo', bytesOf('software: own\r\n'), '', 'application/warc-fields')
const request = record('request', bytesOf('GET / HTTP/1.1\r\n\r\n'), 'https://courier.example/gate')
const picture = record(
  'response',
  http('Content-Type: image/png', bytesOf('\u0089PNG')),
  'https://courier.example/a.png',
)
const whole = join(info, request, response, picture)

const read = (bytes: Uint8Array, input = 'crawl.warc') =>
  warc.read({ input, bytes, url: undefined, mediaType: undefined })

describe('a web archive', () => {
  it('gives the pages in it, named by archive and address', () => {
    const { documents, refusals } = read(whole)
    expect(refusals).toEqual([])
    expect(documents).toMatchObject([
      {
        id: 'crawl-1',
        input: 'crawl.warc#https://courier.example/gate',
        url: 'https://courier.example/gate',
        title: 'Gate shut',
      },
    ])
    expect(documents[0]?.text).toContain('Eleven barges were waiting upstream')
  })

  it.each([
    ['packed record by record', join(...[info, request, response, picture].map((part) => pako.gzip(part)))],
    ['packed in one piece', pako.gzip(whole)],
    ['plain', whole],
  ])('counts its records, %s', (_, bytes) => {
    expect(countRecords(bytes)).toEqual({ warcinfo: 1, request: 1, response: 2 })
    expect(read(bytes).documents).toHaveLength(1)
  })

  it.each([
    [
      'in chunks',
      http(
        'Transfer-Encoding: chunked\r\nContent-Type: text/html',
        bytesOf(`${story.length.toString(16)}\r\n${story}\r\n0\r\n\r\n`),
      ),
    ],
    [
      'in chunks that were already joined',
      http('Transfer-Encoding: chunked\r\nContent-Type: text/html', bytesOf(story)),
    ],
    ['packed', http('Content-Encoding: gzip\r\nContent-Type: text/html', pako.gzip(bytesOf(story)))],
    ['packed, says the header only', http('Content-Encoding: gzip\r\nContent-Type: text/html', bytesOf(story))],
    [
      'deflated without a header',
      http('Content-Encoding: deflate\r\nContent-Type: text/html', pako.deflateRaw(bytesOf(story))),
    ],
  ])('reads a body that was sent %s', (_, block) => {
    expect(read(record('response', block, 'https://courier.example/gate')).documents[0]?.title).toBe('Gate shut')
  })

  it('passes over redirections and error pages', () => {
    const gone = record(
      'response',
      join(bytesOf('HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n'), bytesOf(story)),
      'https://courier.example/gone',
    )
    expect(read(gone)).toMatchObject({ documents: [], refusals: [{ code: 'no-text' }] })
  })

  it('reads the older ARC format, with spaces in an address', () => {
    const body = http('Content-Type: text/html', bytesOf(story))
    const head = '1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n'
    const arc = join(
      bytesOf(`filedesc://own.arc 0.0.0.0 20240312000000 text/plain ${head.length}\n${head}\n`),
      bytesOf(`https://courier.example/a gate 192.0.2.1 20240312000000 text/html ${body.length}\n`),
      body,
      bytesOf('\n'),
    )
    expect(countRecords(arc)).toEqual({ arc_header: 1, response: 1 })
    expect(read(arc, 'own.arc').documents[0]?.title).toBe('Gate shut')
  })
})

describe('damaged and hostile archives', () => {
  it('are read up to the cut, and the cut is named', () => {
    const packed = pako.gzip(picture)
    const { documents, refusals } = read(join(pako.gzip(response), packed.subarray(0, packed.length - 12)))
    expect(documents).toHaveLength(1)
    expect(refusals).toMatchObject([{ code: 'malformed', says: expect.stringContaining('cut off') }])
  })

  it('are read on after rubbish between records', () => {
    const { documents, refusals } = read(join(info, bytesOf('rubbish\nmore rubbish\n'), response))
    expect(documents).toHaveLength(1)
    expect(refusals).toMatchObject([{ code: 'malformed' }])
  })

  it('say so when a length is a lie', () => {
    const lying = bytesOf(
      'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
    )
    expect(read(lying).refusals).toMatchObject([{ code: 'malformed' }])
  })

  it('do not blow up: a bomb is refused', () => {
    const bomb = pako.gzip(new Uint8Array(80 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    expect(read(bomb).refusals).toContainEqual(expect.objectContaining({ code: 'too-large' }))
  }, 20_000)

  it('never throw, wherever they are cut', () => {
    const packed = join(pako.gzip(info), pako.gzip(response))
    for (let at = 0; at < packed.length; at += 7) expect(() => read(packed.subarray(0, at))).not.toThrow()
    for (let at = 0; at < whole.length; at += 61) expect(() => read(whole.subarray(at))).not.toThrow()
  })
})

it('accepts archives by name or first bytes', () => {
  const capture = (input: string, bytes: Uint8Array) => ({ input, bytes, url: undefined, mediaType: undefined })
  expect(warc.accepts(capture('x', whole))).toBe(true)
  expect(warc.accepts(capture('x', pako.gzip(whole)))).toBe(true)
  expect(warc.accepts(capture('a.warc.gz', bytesOf('')))).toBe(true)
  expect(warc.accepts(capture('x.gz', pako.gzip(bytesOf('plain words'))))).toBe(false)
})
