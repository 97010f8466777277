import { strToU8, zipSync } from 'fflate'
import pako from 'pako'
import { describe, expect, it } from 'vitest'
import { docxFile, paragraph } from '../../../test/fixtures/docx-file.ts'
import { readCapture } from '../readers.ts'

const read = (bytes: Uint8Array, input = 'reports.zip') =>
  readCapture({ input, bytes, url: undefined, mediaType: undefined })

const words = 'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.'
const text = (title: string) => strToU8(`${title}\n\n${words}`)

describe('a ZIP archive', () => {
  it('gives what is in it, each member under a name of its own', async () => {
    const { documents, refusals } = await read(
      zipSync({
        'march/gate.txt': text('Gate shut'),
        'march/memo.docx': docxFile(paragraph(words)),
        '__MACOSX/._gate.txt': strToU8('x'),
        '.DS_Store': strToU8('x'),
      }),
    )
    expect(refusals).toEqual([])
    expect(documents.map(({ id, input, title }) => [id, input, title])).toEqual([
      ['gate', 'reports.zip/march/gate.txt', 'Gate shut'],
      ['memo', 'reports.zip/march/memo.docx', undefined],
    ])
  })

  it('is opened inside another, and no deeper than that', async () => {
    const nested = (depth: number): Uint8Array =>
      zipSync(depth === 0 ? { 'gate.txt': text('Gate shut') } : { 'inner.zip': nested(depth - 1) })
    expect((await read(nested(1))).documents[0]?.input).toBe('reports.zip/inner.zip/gate.txt')
    expect(await read(nested(3))).toMatchObject({
      documents: [],
      refusals: [{ input: 'reports.zip/inner.zip/inner.zip', code: 'too-deep' }],
    })
  })

  it('is told from what is only made of one', async () => {
    const sheet = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') })
    expect((await read(sheet)).refusals).toMatchObject([
      { code: 'unsupported', says: expect.stringContaining('spreadsheet') },
    ])
  })

  it('with no files is refused', async () => {
    expect((await read(zipSync({}))).refusals).toMatchObject([{ code: 'no-text' }])
  })
})

describe('a hostile ZIP archive', () => {
  it.each(['../gate.txt', 'a/../../gate.txt', '/etc/gate.txt', 'C:/gate.txt', '..\\gate.txt', 'a\u0007.txt'])(
    'has its member %s refused, and the others read',
    async (name) => {
      const { documents, refusals } = await read(zipSync({ [name]: text('Out'), 'gate.txt': text('Gate shut') }))
      expect(documents.map(({ title }) => title)).toEqual(['Gate shut'])
      expect(refusals).toMatchObject([{ input: `reports.zip/${name.replace('\\', '/')}`, code: 'unsupported' }])
    },
  )

  it('has links refused', async () => {
    const bytes = zipSync({
      link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
      'gate.txt': text('Gate shut'),
    })
    expect(await read(bytes)).toMatchObject({
      documents: [{ title: 'Gate shut' }],
      refusals: [{ input: 'reports.zip/link', says: expect.stringContaining('link') }],
    })
  })

  it('has an encrypted member refused', async () => {
    const bytes = zipSync({ 'a.txt': text('Secret'), 'gate.txt': text('Gate shut') })
    const at = directoryOf(bytes)
    bytes[at + 8] = (bytes[at + 8] ?? 0) | 1
    expect(await read(bytes)).toMatchObject({
      documents: [{ title: 'Gate shut' }],
      refusals: [{ input: 'reports.zip/a.txt', code: 'unreadable' }],
    })
  })

  it('has a damaged member refused', async () => {
    const bytes = zipSync({ 'a.txt': text('Damaged'), 'gate.txt': text('Gate shut') }, { level: 0 })
    bytes[45] = (bytes[45] ?? 0) ^ 1
    expect(await read(bytes)).toMatchObject({
      documents: [{ title: 'Gate shut' }],
      refusals: [{ input: 'reports.zip/a.txt', code: 'malformed' }],
    })
  })

  it('is not blown up by a member that lies about its size', async () => {
    const bytes = zipSync({ 'a.txt': new Uint8Array(80 * 1024 * 1024), 'gate.txt': text('Gate shut') })
    const at = directoryOf(bytes)
    bytes.set([10, 0, 0, 0], at + 24)
    expect(await read(bytes)).toMatchObject({
      documents: [{ title: 'Gate shut' }],
      refusals: [{ input: 'reports.zip/a.txt', code: 'too-large' }],
    })
  }, 20_000)

  it('is not read beyond what one file may unpack to', async () => {
    const member = pako.deflateRaw(new Uint8Array(15 * 1024 * 1024))
    const bomb = zipOf(
      Array.from({ length: 400 }, (_, i) => ({ name: `${i}.txt` })),
      member,
    )
    const { refusals } = await read(bomb)
    expect(refusals.at(-1)).toMatchObject({ input: 'reports.zip', code: 'too-large' })
  }, 120_000)

  it('that holds itself comes to an end', async () => {
    const shell = zipSync({ 'r.zip': new Uint8Array(0) }, { level: 0 })
    // An archive cannot easily be packed into itself; one whose member is the archive before it, a dozen times over, is as deep.
    let bytes = shell
    for (let i = 0; i < 12; i++) bytes = zipSync({ 'r.zip': bytes, 's.zip': bytes }, { level: 0 })
    expect(bytes.length).toBeGreaterThan(400_000)
    const { documents, refusals } = await read(bytes)
    expect(documents).toEqual([])
    expect(refusals.length).toBeLessThan(10)
  }, 60_000)

  it('never throws, wherever it is cut', async () => {
    const whole = zipSync({ 'gate.txt': text('Gate shut'), 'b.html': strToU8(`<html><p>${words}</p></html>`) })
    for (let at = 1; at < whole.length; at += 5) {
      const { documents, refusals } = await read(whole.subarray(0, at))
      expect(documents.length + refusals.length).toBeGreaterThan(0)
    }
  })
})

/** Where the first entry of the table of contents stands. */
function directoryOf(bytes: Uint8Array): number {
  for (let at = 0; ; at++)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) return at
}

/** An archive whose entries all point at one packed member. */
function zipOf(entries: readonly { readonly name: string }[], packed: Uint8Array): Uint8Array {
  const local = new Uint8Array(30)
  local.set([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])
  const directory = entries.map(({ name }) => {
    const entry = new Uint8Array(46 + name.length)
    const view = new DataView(entry.buffer)
    entry.set([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0])
    view.setUint32(16, crc, true)
    view.setUint32(20, packed.length, true)
    view.setUint32(24, 1, true)
    view.setUint16(28, name.length, true)
    entry.set(strToU8(name), 46)
    return entry
  })
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  end.set([0x50, 0x4b, 5, 6])
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(12, size, true)
  view.setUint32(16, 30 + packed.length, true)
  return Uint8Array.from([local, packed, ...directory, end].flatMap((part) => [...part]))
}

/** Of 15 MB of nothing. */
const crc = (() => {
  const zip = zipSync({ a: new Uint8Array(15 * 1024 * 1024) })
  return new DataView(zip.buffer).getUint32(14, true)
})()
