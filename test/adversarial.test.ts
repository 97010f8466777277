import { describe, expect, it } from 'vitest'
import { read } from '../src/extract/read.ts'
import { readCapture } from '../src/intake/readers.ts'
import type { Document } from '../src/model/document.ts'

/** Text that nobody writes but anybody can send. Reading it may not take more than a fixed time for each letter. */
const hostile: Readonly<Record<string, string>> = {
  'quotation marks': '"',
  'opening quotation marks': '“',
  'quotes that never close': '"a ',
  apostrophes: "'",
  'rows of digits': '12 12 12 ',
  'digits and hyphens': '1-1-1',
  'digits and commas': '1,11,',
  'opening brackets': '(',
  'closing brackets': ']',
  'one letter again and again': 'a a a ',
  'a sentence without an end': 'the crew of the old ship went down to the harbour and ',
  'lines of one word': 'word\n',
  'paragraphs of one word': 'word\n\n',
  'full stops': '.',
  'full stops and spaces': '. ',
  'one place': 'Paris ',
  'one speaker': 'John Smith said ',
  'a place and its state': 'Springfield, Ill. ',
  'a chain of hyphens': 'Jean-',
  'a chain of stops': 'a.',
  'relayed reports': 'citing Kystposten reported ',
  'months and years': 'May 2019 June 2020 ',
  'dollar signs': '$',
  'per cent signs': '5% ',
  'names of programmes': 'the word is 60 Minutes and ',
  'nouns in a row': 'tank gate ',
  'words that hedge': 'may might reportedly ',
  'names in a list': 'Ana Holm, Bo Lind and ',
  'scales without a number': 'million ',
  'open ranges': '5 to ',
  'embedded clauses': 'who said that ',
  'denials in a row': 'not ',
  'mail addresses': 'a@b.co ',
  'page furniture': 'Share this article | Read more: ',
  'bare slashes': '/',
}

/** Marks that only some file kinds know. */
const files: readonly (readonly [name: string, file: string, of: (size: number) => string])[] = [
  ['quotes nested in Markdown', 'a.md', (size) => `${'> '.repeat(size / 2)}words`],
  ['lists nested in Markdown', 'a.md', (size) => rows(size, (i) => `${'  '.repeat(i % 40)}- word`)],
  ['emphasis that never closes', 'a.md', (size) => '*a **b '.repeat(size / 7)],
  ['underscores', 'a.md', (size) => '_a__b'.repeat(size / 5)],
  ['brackets of links', 'a.md', (size) => '[a]('.repeat(size / 4)],
  ['opening square brackets', 'a.md', (size) => '['.repeat(size)],
  ['back quotes', 'a.md', (size) => rows(size, (i) => '`'.repeat(i % 30))],
  ['nested elements', 'a.html', (size) => `<html><body>${'<div>'.repeat(size / 5)}words`],
  ['elements side by side', 'a.html', (size) => `<html><body>${'<p>a<b>b</b></p>'.repeat(size / 16)}`],
  ['open tags', 'a.html', (size) => `<html><body>${'<a href='.repeat(size / 8)}`],
  ['entities', 'a.html', (size) => `<html><body><p>${'&amp;'.repeat(size / 5)}`],
  ['lines that are no JSON', 'a.jsonl', (size) => '{"id":\n'.repeat(size / 7)],
  ['nested JSON', 'a.jsonl', (size) => `${'['.repeat(size)}\n`],
]

const rows = (size: number, row: (i: number) => string): string =>
  Array.from({ length: size / 20 }, (_, i) => row(i)).join('\n')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Takes a file in and reads all that is in it. */
async function readAll(input: string, text: string): Promise<readonly Document[]> {
  const { documents, refusals } = await readCapture({ input, bytes: bytes(text), url: undefined, mediaType: undefined })
  expect(documents.length + refusals.length).toBeGreaterThan(0)
  for (const document of documents) read(document)
  return documents
}

/** Milliseconds of processor time; other programs on the machine do not count. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function leastOf(times: number, work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) least = Math.min(least, await cost(work))
  return least
}

/**
 * Twice the text costs twice the time; a quadratic part would come near four times. The floor hides a collector's pause. No text is read
 * twice, for a sentence met again is not parsed again: each is a little longer than the one before.
 */
async function expectLinear(of: (size: number) => string, input: string, size = 12_000): Promise<void> {
  let turn = 0
  const least = (size: number) => leastOf(3, () => readAll(input, of(size + longer * turn++)))
  await least(size)
  let [small, large] = [await least(size), await least(2 * size)]
  // A machine that is busy with something else may be twice as slow for a moment; what is quadratic is so each time.
  for (let again = 0; again < 3 && isSteep(small, large); again++)
    [small, large] = [await least(size), await least(2 * size)]
  expect(isSteep(small, large), `${small.toFixed()} ms, then ${large.toFixed()} ms`).toBe(false)
}

const isSteep = (small: number, large: number): boolean => large >= 3.2 * Math.max(small, 40)

/** Longer than any of the units that the texts are made of. */
const longer = 97

const repeated = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length))

describe('hostile text', { timeout: 60_000 }, () => {
  it.each(Object.entries(hostile))('costs twice as much at twice the length: %s', async (_, unit) => {
    await expectLinear((size) => repeated(unit, size), 'a.txt')
  })

  it.each(files)('costs twice as much at twice the length: %s', async (_, file, of) => {
    await expectLinear(of, file)
  })

  it('is taken in from JSONL as from a file', async () => {
    await expectLinear((size) => `${JSON.stringify({ id: 'a', text: repeated('"a 12 Paris', size) })}\n`, 'a.jsonl')
  })

  it('reads 300 KB of all kinds of it within seconds', async () => {
    const mixed = Object.values(hostile).map((unit) => repeated(unit, 300_000 / Object.keys(hostile).length))
    expect(await cost(() => readAll('a.txt', mixed.join('\n\n')))).toBeLessThan(30_000)
  })

  it('reads a hundred thousand lines of one word', async () => {
    expect(await cost(() => readAll('a.txt', 'word\n'.repeat(100_000)))).toBeLessThan(30_000)
  })
})
