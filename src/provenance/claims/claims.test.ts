import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import type { Reading } from '../../model/reading.ts'
import { resolveVoices } from '../sources/voices.ts'
import { type ClaimGroup, groupClaims } from './claims.ts'

const port = readingOf(
  documentOf(
    'Seventeen people were killed when the crane fell on Pier Nine in Gara. The harbour office said 43 people were missing. The crane fell on 112 containers. About 200 dockers stopped work in Gara.',
    { id: 'a1' },
  ),
  {
    quantities: [
      { words: 'Seventeen people', low: 17, high: 17, of: 'people' },
      { words: '43 people', low: 43, high: 43, of: 'people' },
      { words: '112 containers', low: 112, high: 112, of: 'containers' },
      { words: 'About 200 dockers', low: 200, high: 200, of: 'dockers', approximate: true },
    ],
    attributions: [{ source: 'The harbour office', content: '43 people were missing', kind: 'institution' }],
    statements: [
      'Seventeen people were killed when the crane fell on Pier Nine in Gara',
      '43 people were missing',
      'The crane fell on 112 containers',
      'About 200 dockers stopped work in Gara',
    ],
  },
)

const later = readingOf(
  documentOf(
    'The death toll of the crane on Pier Nine in Gara rose to 21. Some 112 people had vanished, a docker said.',
    { id: 'a2' },
  ),
  {
    quantities: [
      { words: '21', of: 'people' },
      { words: 'Some 112 people', low: 112, high: 112, of: 'people' },
    ],
    attributions: [{ source: 'a docker', content: 'Some 112 people had vanished', kind: 'anonymous' }],
    statements: ['The death toll of the crane on Pier Nine in Gara rose to 21', 'Some 112 people had vanished'],
  },
)

const groupsOf = (readings: readonly Reading[]): readonly ClaimGroup[] =>
  groupClaims(readings, resolveVoices(readings), [], [])

/** The words of each group of two or more, for reading. */
function together(readings: readonly Reading[]): readonly (readonly string[])[] {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  return groupsOf(readings)
    .filter(({ statements }) => statements.length > 1)
    .map(({ statements }) => statements.map((ref) => byId.get(ref.document)?.statements[ref.statement]?.quote ?? '?'))
}

describe('groupClaims', () => {
  it('joins different answers to one question and keeps equal numbers of other things apart', () => {
    expect(together([port, later])).toEqual([
      [
        'Seventeen people were killed when the crane fell on Pier Nine in Gara',
        'The death toll of the crane on Pier Nine in Gara rose to 21',
      ],
      ['43 people were missing', 'Some 112 people had vanished'],
    ])
  })

  it('keeps the answers of a claim side by side', () => {
    const killed = groupsOf([port, later]).find(({ gist }) => /crane/.test(gist) && /toll|killed/.test(gist))
    expect(killed?.positions.map(({ figures }) => figures?.map(({ low }) => low))).toEqual([[17], [21]])
  })

  it('puts a copy into the claim of its original and changes nothing else', () => {
    const copy: Reading = { ...port, document: { ...port.document, id: 'a3', publisher: 'Copy Daily' } }
    const before = together([port, later])
    const after = groupsOf([port, later, copy])
    for (const words of before) expect(words.length).toBeGreaterThan(1)
    for (const { statements } of after) {
      const own = statements.filter(({ document }) => document === 'a1').map(({ statement }) => statement)
      const copied = statements.filter(({ document }) => document === 'a3').map(({ statement }) => statement)
      expect(copied).toEqual(own)
    }
    expect(after.map(({ statements }) => statements.filter(({ document }) => document !== 'a3').length).sort()).toEqual(
      groupsOf([port, later])
        .map(({ statements }) => statements.length)
        .sort(),
    )
  })

  it('says the same whatever the order', () => {
    expect(groupsOf([later, port])).toEqual(groupsOf([port, later]))
  })

  it('asks nothing of questions', () => {
    const asking = readingOf(documentOf('Who will pay for the crane in Gara?', { id: 'a1' }), {
      statements: ['Who will pay for the crane in Gara?'],
    })
    expect(groupsOf([asking])).toEqual([])
  })

  it('reads a long repetitive text in seconds', () => {
    const line = 'The crane in Gara fell on 12 containers. '
    const text = line.repeat(400)
    const document = documentOf(text, { id: 'a1' })
    const base = readingOf(document)
    const long: Reading = {
      ...base,
      statements: base.sentences.map(({ start, end }) => ({
        start,
        end,
        quote: text.slice(start, end),
        certainty: 'asserted',
        certaintyScore: 3,
        hedges: [],
        attribution: [],
        quantities: [],
        times: [],
      })),
    }
    const started = Date.now()
    expect(groupsOf([long])).toHaveLength(1)
    expect(Date.now() - started).toBeLessThan(5000)
  })
})
