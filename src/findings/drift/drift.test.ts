import { describe, expect, it } from 'vitest'
import { documentOf, type Found, readingOf } from '../../../test/make.ts'
import type { Derivation } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import { groupClaims } from '../../provenance/claims/claims.ts'
import { resolveVoices } from '../../provenance/sources/voices.ts'
import { conflicts } from '../conflict/conflict.ts'
import type { FindingContext } from '../context.ts'
import { series } from '../series/series.ts'
import { drifts } from './drift.ts'

function contextOf(
  readings: readonly Reading[],
  made: readonly (readonly [from: string, to: string])[],
): FindingContext {
  const voices = resolveVoices(readings)
  const derivations = made.map(
    ([from, to]): Derivation => ({
      from,
      to,
      manner: 'rewrites',
      basis: 'stated',
      confidence: 1,
      evidence: [{ document: to, start: 0, end: 0, quote: '' }],
      rule: 'test/derivation',
    }),
  )
  return { readings, voices, derivations, claims: groupClaims(readings, voices, derivations, []) }
}

const told = (id: string, published: string, text: string, found: Found): Reading =>
  readingOf(documentOf(text, { id, publisher: `Outlet ${id}`, published }), found)

const ministry = { kind: 'institution', source: 'The Ministry of Ports' } as const

const first = told(
  'a1',
  '2025-05-01',
  'The Ministry of Ports said up to 800 dockers could lose their jobs in Gara harbour.',
  {
    mentions: [['Ministry of Ports', 'organisation']],
    attributions: [{ ...ministry, content: 'up to 800 dockers could lose their jobs in Gara harbour' }],
    quantities: [{ words: 'up to 800 dockers', low: null, high: 800, of: 'dockers', change: '<' }],
    statements: [{ words: 'up to 800 dockers could lose their jobs in Gara harbour', certainty: 'hedged' }],
  },
)

const retold = told('a2', '2025-05-02', 'Gara harbour: 800 dockers lose their jobs.', {
  quantities: [{ words: '800 dockers', low: 800, high: 800, of: 'dockers' }],
  statements: ['800 dockers lose their jobs'],
})

describe('drifts', () => {
  it('sees a bound, a hedge and a voice lost along a derivation', () => {
    const found = drifts(contextOf([first, retold], [['a1', 'a2']]))
    expect(found.map(({ aspect }) => aspect)).toEqual(['attribution', 'figure', 'hedge'])
  })

  it('finds none between documents that have nothing to do with each other', () => {
    expect(drifts(contextOf([first, retold], []))).toEqual([])
  })

  it('finds none in a copy', () => {
    const copy: Reading = { ...first, document: { ...first.document, id: 'a3', publisher: 'Copy Daily' } }
    expect(drifts(contextOf([first, copy], [['a1', 'a3']]))).toEqual([])
  })

  it('says it in one sentence with the words of both', () => {
    const figure = drifts(contextOf([first, retold], [['a1', 'a2']])).find(({ aspect }) => aspect === 'figure')
    expect(figure?.says).toBe('“up to 800 dockers” in Outlet a1 became “800 dockers” in Outlet a2: the bound was lost.')
  })

  it('compares two documents that have it from the same person, though neither was made from the other', () => {
    const sent = (id: string, what: string): Reading =>
      told(id, '2025-06-20', `Igor Valen announced that 1,000 ${what} would be sent to Gara harbour.`, {
        mentions: [['Igor Valen', 'person']],
        attributions: [{ source: 'Igor Valen', content: `1,000 ${what} would be sent to Gara harbour` }],
        quantities: [{ words: `1,000 ${what}`, low: 1000, high: 1000, of: what }],
        statements: [{ words: `1,000 ${what} would be sent to Gara harbour`, certainty: 'planned' }],
      })
    const found = drifts(contextOf([sent('a1', 'sappers'), sent('a2', 'workers')], []))
    expect(found.map(({ aspect, rule }) => [aspect, rule])).toEqual([['role', 'drift/counted-thing']])
  })
})

const injured = (id: string, published: string, who: string, count: string): Reading =>
  told(id, published, `${who} said ${count} people were injured by the crane in Gara harbour.`, {
    mentions: [[who.replace(/^The /, ''), 'organisation']],
    attributions: [
      { source: who, content: `${count} people were injured by the crane in Gara harbour`, kind: 'institution' },
    ],
    quantities: [{ words: `${count} people`, of: 'people' }],
    statements: [`${count} people were injured by the crane in Gara harbour`],
  })

describe('conflicts', () => {
  it('sets two origins beside each other that cannot both be right', () => {
    const found = conflicts(
      contextOf(
        [
          injured('a1', '2025-05-01', 'The Port Fire Command', '11'),
          injured('a2', '2025-05-01', 'The Saint Anne Hospital', '34'),
        ],
        [],
      ),
    )
    expect(found.map(({ aspect }) => aspect)).toEqual(['figure'])
  })

  it.each([
    ['agree but for rounding', '2025-05-01', 'The Saint Anne Hospital', '1,010', '1,000'],
    ['are one voice', '2025-05-01', 'The Port Fire Command', '34', '11'],
    ['stand weeks apart', '2025-06-01', 'The Saint Anne Hospital', '34', '11'],
  ])('finds none where they %s', (_, published, who, count, before) => {
    const readings = [
      injured('a1', '2025-05-01', 'The Port Fire Command', before),
      injured('a2', published, who, count),
    ]
    expect(conflicts(contextOf(readings, []))).toEqual([])
  })
})

describe('series', () => {
  it('puts the figures of a claim in order of time', () => {
    const readings = [
      injured('a2', '2025-05-03', 'The Port Fire Command', '34'),
      injured('a1', '2025-05-01', 'The Port Fire Command', '11'),
    ]
    const [found] = series(contextOf(readings, []))
    expect(found?.points.map(({ when, low, planned }) => [when, low, planned])).toEqual([
      ['2025-05-01', 11, false],
      ['2025-05-03', 34, false],
    ])
  })
})
