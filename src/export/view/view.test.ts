import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import type { Figure } from '../../model/report.ts'
import { claimView } from './claim-view.ts'
import { dayWords, spanOfDays } from './day-words.ts'
import { figureWords, numberWords } from './figure-words.ts'
import { bodyOf, lookup } from './lookup.ts'
import { type Only, onlyClaims } from './only.ts'
import { plain, shorten } from './plain.ts'
import { moves, seriesViews } from './series-view.ts'
import { summarise, summarySentences } from './summary.ts'
import { wordDiff } from './word-diff.ts'

describe('figures in words', () => {
  it.each<[Partial<Figure>, string]>([
    [{ low: 25000, high: 25000, approximate: true, of: 'bottles', per: 'month' }, 'about 25,000 bottles a month'],
    [{ low: 300, high: null, of: 'jobs' }, '300 or more jobs'],
    [{ low: null, high: 80, of: 'people' }, '80 or fewer people'],
    [{ low: 180, high: 310, of: 'posts' }, '180 to 310 posts'],
    [{ low: 14.8, high: 14.8, unit: 'percentage', of: 'children' }, '14.8% of children'],
    [{ low: 12e6, high: 12e6, unit: 'euro' }, '12 million euros'],
    [{ low: 24, high: 99, vague: true, quote: 'dozens', of: 'houses' }, '“dozens” (24 to 99) houses'],
  ])('%j', (figure, words) => {
    const empty = {
      start: 0,
      end: 0,
      quote: '',
      low: null,
      high: null,
      approximate: false,
      vague: false,
      of: null,
      unit: null,
      per: null,
    }
    expect(figureWords({ ...empty, ...figure })).toBe(words)
  })

  it('never rounds a number', () => {
    expect([0.1, 1234.5678, -4200, 31_500_000, 1_234_567, 2.5e9].map(numberWords)).toEqual([
      '0.1',
      '1,234.5678',
      '−4,200',
      '31.5 million',
      '1,234,567',
      '2.5 billion',
    ])
  })
})

describe('days', () => {
  it.each([
    ['2025-03-04T06:00:00Z', '4 March 2025'],
    ['2025-03', 'March 2025'],
    ['2025', '2025'],
    ['PAST_REF', 'PAST_REF'],
  ])('%s', (when, words) => {
    expect(dayWords(when)).toBe(words)
  })

  it('tells from when to when', () => {
    expect(spanOfDays(['2025-03-09', null, '2025-03-04T06:00:00Z'])).toBe('4 – 9 March 2025')
  })
})

describe('series in words', () => {
  const held = lookup(glassworks())

  it('tells each figure with its day and who gave it, and the plan apart', () => {
    const [words] = seriesViews(held, new Set(['c4'])).map((view) => view.words)
    expect(words).toBe(
      'Bottles a month: 22,400 in January 2025 (Halvar Glas AB); about 25,000 on 4 March 2025 (Norrvik Courier, in Baltic Wire); 40,000 planned for June 2026 (Halvar Glas AB, in Norrvik Courier).',
    )
  })

  it('leaves out what does not move', () => {
    const [one] = held.report.series
    if (!one) throw new Error('the story has a series')
    const [first, ...others] = one.points
    if (!first) throw new Error('the series has a point')
    const still = {
      ...one,
      points: [first, ...others.map((point) => ({ ...point, low: first.low, high: first.high }))],
    }
    const sameDay = {
      ...one,
      points: one.points.map((point) => ({ ...point, when: '2025-03-04', standing: 'actual' as const })),
    }
    expect([one, still, sameDay].map(moves)).toEqual([true, false, false])
  })

  it('says now where nothing has a day, and points a claim at the series it has a part in', () => {
    const [, one] = held.report.series
    if (!one) throw new Error('the story has a second series')
    const points = one.points.filter(({ standing, low }) => standing === 'planned' || low === 25000).slice(1)
    const undated = { ...one, claims: ['c4', 'c5'], points: points.map((point) => ({ ...point, when: null })) }
    const views = seriesViews(lookup({ ...held.report, series: [undated] }), new Set(['c5']))
    expect(views.map(({ words }) => words)).toEqual([
      'Bottles a month: about 25,000 now (Norrvik Courier, in Baltic Wire); 40,000 planned (Halvar Glas AB, in Norrvik Courier).',
    ])
  })
})

describe('word diff', () => {
  it('gives both quotations back, whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const diff = wordDiff(before, after)
        expect(diff.before.map(({ text }) => text).join('')).toBe(before)
        expect(diff.after.map(({ text }) => text).join('')).toBe(after)
      }),
    )
  })

  it('marks the words that differ', () => {
    const { before, after } = wordDiff('may be switched off', 'is being switched off')

    expect(before.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['may be'])
    expect(after.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['is being'])
  })
})

describe('plain words', () => {
  it('holds no mark that drives a terminal or turns the reading direction', () => {
    expect(plain('a\u001B[31mb\u202Ec\u2066d\u0000e')).toBe('a [31mbcd e')
  })

  it('cuts between words', () => {
    expect(shorten('one two three four', 12)).toBe('one two…')
  })
})

it('tells of the claims that were asked for, and how many there are', () => {
  const held = lookup(glassworks())
  const of = (only: readonly Only[]) => summarySentences(summarise(held, onlyClaims(held, only)))

  expect(of(['hedge']).slice(-2)).toEqual([
    'Told here: 1 of 6 claims.',
    'Of these, 1 has no origin that is named, 1 changed on the way and 1 is disputed.',
  ])
  expect(of(['time']).slice(-1)).toEqual(['No claim of 6 shows what was asked for.'])
  expect(of(['hedge'])[0]).not.toBe(of([])[0])
})

it.each([
  [['Harbour Post', 'harbour post', 'Gale'], '3 reports by 2 outlets'],
  [['Harbour Post', null, 'Gale', null], '4 reports, 2 of them by 2 outlets'],
  [[null, null], '2 reports of no known outlet'],
])('a report of which no outlet is known counts as none, whatever its title: %j', (publishers, words) => {
  const held = glassworks()
  const documents = held.documents
    .slice(0, publishers.length)
    .map((document, i) => ({ ...document, publisher: publishers[i] ?? null, url: null, title: `Title ${i}` }))
  expect(summarySentences(summarise(lookup({ ...held, documents })))[0]).toContain(`${words}, `)
})

it('tells what is printed by outlets from what stands in a report of none', () => {
  const held = glassworks()
  const known = lookup(held)
  const claim = held.claims.find((each) => (claimView(known, each).answers[0]?.outlets.length ?? 0) > 1)
  if (!claim) throw new Error('the story has a claim that two outlets print')
  const [before] = claimView(known, claim).answers
  const first = before?.statements[0]?.document
  const bare = held.documents.map((each) =>
    each.id === first ? { ...each, publisher: null, url: null, title: 'Bottles to double' } : each,
  )
  const [after] = claimView(lookup({ ...held, documents: bare }), claim).answers
  expect(after?.unplaced).toEqual(['Bottles to double'])
  expect(after?.outlets).toEqual(before?.outlets.slice(1))
})

it('names the body that a person is counted with, and none for whoever stands alone', () => {
  const [first, second] = glassworks().sources
  if (!first || !second) throw new Error('the story has two sources')
  const ring = { ...first, affiliation: second.id }
  const sources = new Map([ring, { ...second, affiliation: null }].map((each) => [each.id, each]))
  expect(bodyOf({ sources }, first.id)).toBe(second.name)
  expect(bodyOf({ sources }, second.id)).toBeUndefined()
  expect(bodyOf({ sources }, 'nobody')).toBeUndefined()
})

it('counts what adds nothing, what is disputed and what has no origin', () => {
  const { published, ...figures } = summarise(lookup(glassworks()))

  expect(published).toBe('4 – 9 March 2025')
  expect(figures).toEqual({
    reports: 9,
    outlets: 8,
    unplaced: 0,
    claims: 6,
    all: 6,
    most: 2,
    origins: 6,
    addNothing: ['a2', 'a3', 'a4'],
    singleOrigin: 0,
    noOrigin: 2,
    changed: 2,
    disputed: 3,
  })
})
