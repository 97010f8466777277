import { describe, expect, it } from 'vitest'
import { contextOf, dated, told } from '../../../test/findings.ts'
import { documentOf } from '../../../test/make.ts'
import { read } from '../../extract/read.ts'
import { withoutInner } from '../../extract/statements/without-inner.ts'
import type { Reading } from '../../model/reading.ts'
import type { Certainty } from '../../model/statement.ts'
import { series } from './series.ts'

const cargo = (id: string, published: string, words: string, per: string | null, certainty: Certainty): Reading =>
  told(id, published, `Gara harbour moves ${words} of salt by June.`, {
    quantities: [{ words, unit: 'tonne', of: 'salt', per }],
    statements: [{ words: `Gara harbour moves ${words} of salt by June`, certainty }],
  })

describe('series', () => {
  it('puts the figures of a claim in order of time and marks the planned ones', () => {
    const readings = [
      cargo('a2', '2025-05-03', '34 tonnes', null, 'asserted'),
      cargo('a1', '2025-05-01', '11 tonnes', null, 'asserted'),
      dated(cargo('a3', '2025-05-02', '90 tonnes', null, 'planned'), 'June', '2025-06'),
      cargo('a4', '2025-05-02', '70 tonnes', null, 'denied'),
    ]
    const [found] = series(contextOf(readings))
    expect(found?.points.map(({ when, low, planned }) => [when, low, planned])).toEqual([
      ['2025-05-01', 11, false],
      ['2025-05-03', 34, false],
      ['2025-06', 90, true],
    ])
  })

  it('keeps rates and totals apart', () => {
    const readings = [
      cargo('a1', '2025-05-01', '11 tonnes', null, 'asserted'),
      cargo('a2', '2025-05-02', '12 tonnes', 'day', 'asserted'),
      cargo('a3', '2025-05-03', '34 tonnes', null, 'asserted'),
    ]
    expect(series(contextOf(readings)).flatMap(({ points }) => points.map(({ low }) => low))).toEqual([11, 34])
  })

  it('names every claim of a series and points at the words of each figure', () => {
    const text = 'The Gara plant makes about 300 engines a month, with plans to scale up to 700.'
    const readings = [withoutInner(read(documentOf(text, { id: 'a1' })))]
    const [found, ...others] = series(contextOf(readings, [], (quote) => (/plans/.test(quote) ? 'c2' : 'c1')))
    expect(others).toEqual([])
    expect(found).toMatchObject({ claim: 'c1', claims: ['c1', 'c2'], of: 'engines', per: 'month' })
    expect(found?.points.map(({ standing, quote, start, end }) => [standing, quote, text.slice(start, end)])).toEqual([
      ['actual', 'about 300', 'about 300'],
      ['planned', '700', '700'],
    ])
  })
})

/** What each sentence gives when every statement of it is a claim of its own: figure, standing and date. */
const figuresIn = (text: string) => {
  const readings = [withoutInner(read(documentOf(text, { id: 'a1', published: '2025-06-02' })))]
  return series(contextOf(readings, [], (quote) => `claim of ${quote}`)).map(({ points }) =>
    points.map(({ quote, standing, when }) => [quote, standing, when].join(' ')),
  )
}

describe('series across claims', () => {
  it.each([
    [
      'Output at the Gara plant will rise from 300 to 700 engines a month by June 2027.',
      ['300 actual 2025-06-02', '700 planned 2027-06'],
    ],
    [
      'The mill now turns out 40 tonnes of flour a day, up from 25 last year.',
      ['25 former 2024', '40 tonnes actual 2025-06-02'],
    ],
    [
      'The yard employs 1,200 welders. It wants to employ 2,000 by the end of next year.',
      ['1,200 actual 2025-06-02', '2,000 planned 2026'],
    ],
    [
      'The dock handles 40 ships a week. Traffic is to rise to 70 next year.',
      ['40 actual 2025-06-02', '70 planned 2026'],
    ],
    ['The number of inspectors rose from 12 to more than 40 in 2024.', ['12 former ', 'more than 40 actual 2024']],
    [
      'By 2028 the line is to carry 12 million passengers a year, against 8 million today.',
      ['8 million actual 2025-06-02', '12 million planned 2028'],
    ],
  ])('%s', (text, points) => {
    expect(figuresIn(text)).toEqual([points])
  })

  it.each([
    ['another thing is counted', 'The camp holds 2,000 people. The ministry plans to send 5,000 tents to the coast.'],
    ['another deed is told', 'The camp holds 2,000 people. The ministry plans to send 5,000 people to the coast.'],
    [
      'another subject',
      'The Mole mill turns out 40 tonnes of flour a day. The Tarn mill plans to turn out 90 tonnes of flour a day.',
    ],
    ['a place is told of', 'The yard bought 300 buses from 12 countries.'],
  ])('joins nothing where %s', (_, text) => {
    expect(figuresIn(text)).toEqual([])
  })
})
