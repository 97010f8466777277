import pako from 'pako'
import { describe, expect, it } from 'vitest'
import { readCapture } from '../readers.ts'

const read = (bytes: Uint8Array, input: string) => readCapture({ input, bytes, url: undefined, mediaType: undefined })
const bytesOf = (text: string) => new TextEncoder().encode(text)
const words = 'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.'

describe('a packed file', () => {
  it.each([
    ['gate.txt.gz', `Gate shut\n\n${words}`],
    ['gate.md.gz', `# Gate shut\n\n${words}`],
    ['gate.html.gz', `<title>Gate shut</title><h1>Gate shut</h1><p>${words}</p>`],
    ['gate.jsonl.gz', JSON.stringify({ id: 'a1', title: 'Gate shut', text: words })],
    [
      'gate.xml.gz',
      `<rss><channel><item><title>Gate shut</title><description>${words}</description></item></channel></rss>`,
    ],
    ['gate.eml.gz', `Subject: Gate shut\n\n${words}`],
  ])('is read as what its name says: %s', async (input, text) => {
    const { documents, refusals } = await read(pako.gzip(bytesOf(text)), input)
    expect(refusals).toEqual([])
    expect(documents).toMatchObject([{ title: 'Gate shut', text: `Gate shut\n\n${words}` }])
  })

  it('may be packed piece by piece', async () => {
    const parts = ['Gate shut\n\n', words].map((part) => pako.gzip(bytesOf(part)))
    const { documents } = await read(Uint8Array.from(parts.flatMap((part) => [...part])), 'gate.gz')
    expect(documents[0]?.text).toBe(`Gate shut\n\n${words}`)
  })

  it('that is cut off gives what could be unpacked, and says so', async () => {
    const whole = pako.gzip(
      bytesOf(`Gate shut\n\n${Array.from({ length: 400 }, (_, i) => `Barge ${i * 7919} waits.`).join(' ')}`),
    )
    const { documents, refusals } = await read(whole.subarray(0, whole.length - 400), 'gate.gz')
    expect(documents[0]?.title).toBe('Gate shut')
    expect(refusals).toMatchObject([{ input: 'gate.gz', code: 'malformed' }])
  })

  it('that is a bomb is refused', async () => {
    const { documents, refusals } = await read(pako.gzip(new Uint8Array(80 * 1024 * 1024)), 'a.gz')
    expect(documents).toEqual([])
    expect(refusals).toMatchObject([{ code: 'too-large' }])
  }, 20_000)

  it('that was packed again and again is read no deeper than archives are', async () => {
    let bytes = bytesOf(words)
    for (let i = 0; i < 5; i++) bytes = pako.gzip(bytes)
    expect((await read(bytes, 'a.gz')).refusals).toMatchObject([{ code: 'too-deep' }])
  })
})
