import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../test/make.ts'
import { read } from '../extract/read.ts'
import { trace } from '../tracing/trace.ts'
import { changesBetween } from './changes.ts'
import { editsOf } from './edits.ts'
import { canonicalJson, chained, flawOf, type Json, type LogLine } from './log.ts'
import { cutAround, isDay, termsOf } from './search.ts'
import { isVersionOf, plainAddress, reportKey } from './versions.ts'

describe('the log', () => {
  const first = chained(undefined, { kind: 'capture', at: '2026-01-01', by: 'ana', body: { i: 0 } })
  const second = chained(first, { kind: 'decision', at: '2026-01-01', by: 'ana', body: { i: 1 } })
  const lines: readonly LogLine[] = [
    first,
    second,
    chained(second, { kind: 'capture', at: '2026-01-01', by: 'ana', body: { i: 2 } }),
  ]
  const flaws = (log: readonly LogLine[]) => log.map((line, i) => flawOf(line, log[i - 1])).filter(Boolean)

  it('holds together as it was written', () => {
    expect(flaws(lines)).toEqual([])
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it.each<[string, (log: readonly LogLine[]) => readonly LogLine[]]>([
    ['a body that was changed', (log) => log.map((line, i) => (i === 1 ? { ...line, body: { i: 9 } } : line))],
    ['a time that was changed', (log) => log.map((line, i) => (i === 0 ? { ...line, at: '2025-01-01' } : line))],
    ['a line that was taken out', ([a, , c]) => [a, c].filter((line) => line !== undefined)],
    ['a first line that was taken out', (log) => log.slice(1)],
    ['lines that changed places', ([a, b, c]) => [a, c, b].filter((line) => line !== undefined)],
    [
      'a line that was written anew with its digest',
      (log) => log.map((line, i) => (i === 1 ? chained(log[0], { ...line, by: 'bob' }) : line)),
    ],
  ])('shows %s', (_, spoil) => {
    expect(flaws(spoil(lines)).length).toBeGreaterThan(0)
  })

  it('writes any JSON in one way, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(turned as Json)).toBe(canonicalJson(object as Json))
        expect(JSON.parse(canonicalJson(object as Json))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })
})

describe('versions of a report', () => {
  it.each([
    ['https://a.example/x#part', 'https://a.example/x'],
    ['http://a.example/x?utm_source=b&id=3', 'https://a.example/x?id=3'],
    ['https://a.example/x?fbclid=9', 'https://a.example/x'],
    ['no address', 'no address'],
  ])('%s is named by %s', (address, plain) => expect(plainAddress(address)).toBe(plain))

  it('is named by its own address, by the id its feed gives it, or by its place', () => {
    const file = 'file:///reports.jsonl'
    expect(reportKey({ url: 'https://a.example/x', guid: 'g', id: 'a1' }, file)).toBe('https://a.example/x')
    expect(reportKey({ url: undefined, guid: 'g', id: 'a1' }, file)).toBe(`${file} g`)
    expect(reportKey({ url: undefined, guid: undefined, id: 'a1' }, file)).toBe(`${file} a1`)
  })

  const dam =
    'The dam at Mayo burst on Monday. Two thousand houses were flooded, the mayor said. Engineers had warned of cracks.'
  it.each<[boolean, string, string]>([
    [true, 'an edited text', dam.replace('Two thousand', 'Three thousand')],
    [true, 'a longer text', `${dam} A second wall held. The valley was cleared in the night by boats of the navy.`],
    [
      false,
      'another text',
      'The ferry to the islands will sail again from Friday, the company said in a letter to its customers.',
    ],
  ])('%s for %s under the same address', (expected, _, text) => {
    expect(isVersionOf(documentOf(text), documentOf(dam))).toBe(expected)
  })
})

describe('what an outlet edited', () => {
  const edits = (before: string, after: string) =>
    editsOf(read(documentOf(before)), read(documentOf(after))).map(({ aspect, gone, come }) => [aspect, gone, come])
  const story = (second: string) =>
    `The dam at Mayo burst on Monday morning. ${second} The valley below was empty of people at the time.`

  it.each<[string, string, string, readonly unknown[]]>([
    [
      'a figure',
      'Police counted 40 flooded houses in the lower town.',
      'Police counted 60 flooded houses in the lower town.',
      [['figure', ['40'], ['60']]],
    ],
    [
      'a source',
      'The mayor said the wall had cracked in the spring.',
      'An engineer said the wall had cracked in the spring.',
      [['source', ['the mayor'], ['an engineer']]],
    ],
    [
      'a hedge',
      'The wall had reportedly cracked in the spring.',
      'The wall had cracked in the spring.',
      [['hedge', ['reportedly'], []]],
    ],
    [
      'a quotation',
      'The mayor said: “We had warned them for years.”',
      'The mayor said: “We had warned them for months.”',
      [['quotation', ['we had warned them for years'], ['we had warned them for months']]],
    ],
    [
      'a sentence that is gone',
      'Police counted 40 flooded houses in the lower town.',
      '',
      [['removed', ['40', 'police'], []]],
    ],
    [
      'a comma and a spelling',
      'The wall, which was of grey stone, had cracks.',
      'The wall which was of gray stone had cracks.',
      [],
    ],
    ['nothing', 'The wall had cracks.', 'The wall had cracks.', []],
  ])('%s', (_, before, after, expected) => {
    const found = edits(story(before), story(after))
    if (expected.length === 0) expect(found).toEqual([])
    else expect(found[0]?.[0]).toBe((expected[0] as readonly unknown[])[0])
    if (expected.length > 0 && found[0]?.[0] !== 'removed') expect(found).toEqual(expected)
  })

  it('takes a sentence that only moved for the same', () => {
    const [a, b, c] = ['Police counted 40 houses.', 'The mayor said the wall had cracked.', 'Rain fell for 3 days.']
    expect(edits(`${a} ${b} ${c}`, `${c} ${a} ${b}`)).toEqual([])
  })

  it('stands on words of both versions', () => {
    const [before, after] = [story('Police counted 40 houses there.'), story('Police counted 60 houses there.')]
    const [edit] = editsOf(read(documentOf(before)), read(documentOf(after)))
    expect([
      before.slice(edit?.before?.start, edit?.before?.end),
      after.slice(edit?.after?.start, edit?.after?.end),
    ]).toEqual(['Police counted 40 houses there.', 'Police counted 60 houses there.'])
  })
})

describe('what a report that came in has changed', () => {
  const about = (id: string, publisher: string, day: number) => ({ id, publisher, published: `2026-02-0${day}` })
  const first = documentOf(
    'PORT MAYO - Flood water destroyed 40 houses in Mayo on Monday, the Mayo fire brigade said.',
    about('a1', 'Mayo Post', 3),
  )
  const copy = documentOf(
    'Flood water destroyed 40 houses in Mayo on Monday, the Mayo fire brigade said, according to the Mayo Post.',
    about('a2', 'Coast Mail', 4),
  )
  const other = documentOf(
    'Flood water destroyed 60 houses in Mayo on Monday, the provincial governor Ana Ruiz told reporters.',
    about('a3', 'Valley Radio', 5),
  )
  const kinds = (before: readonly (typeof first)[], after: readonly (typeof first)[]) =>
    changesBetween([trace(before)], [trace(after)], '2026-02-06').map(({ kind }) => kind)

  it('is nothing where a copy came in, or nothing was there before', () => {
    expect(kinds([first], [first, copy])).toEqual([])
    expect(kinds([], [first, other])).toEqual([])
  })

  it('is nothing where the words around what was said were edited', () => {
    const retitled = (document: typeof first, title: string) =>
      documentOf(`${title}\n\n${document.text}`, {
        id: document.id,
        publisher: document.publisher,
        published: document.published,
      })
    for (const title of ['Flood', 'Flood water in Mayo', 'Mayo under water, and more rain is on its way'])
      expect(kinds([retitled(first, 'Flood'), other], [retitled(first, title), other])).toEqual([])
  })

  it('is an origin, a figure and a conflict where another voice gives another figure', () => {
    const found = changesBetween([trace([first, copy])], [trace([first, copy, other])], '2026-02-06')
    expect(found.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['second-origin', 'figure-changed', 'conflict']),
    )
    for (const { evidence } of found)
      for (const { document, start, end, quote } of evidence)
        expect([first, copy, other].find(({ id }) => id === document)?.text.slice(start, end)).toBe(quote)
  })
})

describe('searching', () => {
  it.each([
    [
      'dam burst',
      [
        { words: ['dam'], not: false, begins: false },
        { words: ['burst'], not: false, begins: false },
      ],
    ],
    [
      '"burst open" -rumour flood*',
      [
        { words: ['burst', 'open'], not: false, begins: false },
        { words: ['rumour'], not: true, begins: false },
        { words: ['flood'], not: false, begins: true },
      ],
    ],
    ['twz.com', [{ words: ['twz', 'com'], not: false, begins: false }]],
    ['"not closed', [{ words: ['not', 'closed'], not: false, begins: false }]],
    [' - "" * ', []],
  ])('takes %s for words', (query, terms) => expect(termsOf(query)).toEqual(terms))

  it.each([
    ['2024', true],
    ['2024-02', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13', false],
    ['2024-00-01', false],
    ['24-02-01', false],
    ['2024-02-01T10:00', false],
    ['', false],
  ])('takes %j for a day: %s', (text, is) => expect(isDay(text)).toBe(is))

  it('cuts a long text at words, where most was found, and its marks are in place', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('dam', 'water', 'wall', 'x'), { minLength: 1, maxLength: 400 }), (words) => {
        const text = words.join(' ')
        const marked = words.map((word) => (word === 'dam' ? `\u0002${word}\u0003` : word)).join(' ')
        const { quote, at, marks } = cutAround(text, marked, 120)
        expect(text.slice(at, at + quote.length)).toBe(quote)
        expect(quote.length).toBeLessThanOrEqual(160)
        for (const { start, end } of marks) expect(quote.slice(start, end)).toBe('dam')
        if (words.includes('dam')) expect(marks.length).toBeGreaterThan(0)
      }),
    )
  })
})
