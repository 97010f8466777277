import { describe, expect, it } from 'vitest'
import { contextOf, dated, told } from '../../../test/findings.ts'
import type { Found } from '../../../test/make.ts'
import type { Reading } from '../../model/reading.ts'
import { corrections } from './corrections.ts'
import { drifts } from './drift.ts'

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

const aspectsOf = (readings: readonly Reading[], made: readonly (readonly [string, string])[]) =>
  drifts(contextOf(readings, made)).map(({ aspect, to }) => `${to?.split('#')[0]} ${aspect}`)

describe('drifts along a derivation', () => {
  it('sees a bound, a hedge and a voice lost', () => {
    expect(aspectsOf([first, retold], [['a1', 'a2']])).toEqual(['a2 attribution', 'a2 figure', 'a2 hedge'])
  })

  it('finds none between documents that have nothing to do with each other', () => {
    expect(aspectsOf([first, retold], [])).toEqual([])
  })

  it('finds none in a copy', () => {
    const copy: Reading = { ...first, document: { ...first.document, id: 'a3', publisher: 'Copy Daily' } }
    expect(aspectsOf([first, copy], [['a1', 'a3']])).toEqual([])
  })

  it('reports it where it happened and not again where the changed form is repeated', () => {
    const third = { ...retold, document: { ...retold.document, id: 'a3', publisher: 'Outlet a3' } }
    const made = [
      ['a1', 'a2'],
      ['a2', 'a3'],
    ] as const
    expect(aspectsOf([first, retold, third], made)).toEqual(['a2 attribution', 'a2 figure', 'a2 hedge'])
  })

  it('finds the counterpart although the claim was split', () => {
    const split = contextOf([first, retold], [['a1', 'a2']], (quote) => (/^up to/.test(quote) ? 'c1' : 'c2'))
    expect(drifts(split).map(({ claim, aspect }) => `${claim} ${aspect}`)).toEqual([
      'c1 attribution',
      'c1 figure',
      'c1 hedge',
    ])
  })

  it('says it in one sentence with the words of both', () => {
    const figure = drifts(contextOf([first, retold], [['a1', 'a2']])).find(({ aspect }) => aspect === 'figure')
    expect(figure?.says).toBe('“up to 800 dockers” in Outlet a1 became “800 dockers” in Outlet a2: the bound was lost.')
  })

  it('counts a voice that is named in the words themselves as kept', () => {
    const named = told('a2', '2025-05-02', 'The Ministry of Ports gives 800 dockers who lose their jobs in Gara.', {
      mentions: [['Ministry of Ports', 'organisation']],
      quantities: [{ words: '800 dockers', of: 'dockers' }],
      statements: ['The Ministry of Ports gives 800 dockers who lose their jobs in Gara'],
    })
    expect(aspectsOf([first, named], [['a1', 'a2']])).not.toContain('a2 attribution')
  })
})

/** Two tellings of the same outlets' story, each a bare statement of its whole first sentence. */
function pair(before: string, after: string, was: Found, now: Found): readonly [Reading, Reading] {
  const bare = (words: string, found: Found): Found => ({ statements: [words.slice(0, -1)], ...found })
  return [told('a1', '2025-05-01', before, bare(before, was)), told('a2', '2025-05-02', after, bare(after, now))]
}

describe('what changed', () => {
  const tonnes = (words: string, rest: object = {}): Found => ({ quantities: [{ words, unit: 'tonne', ...rest }] })
  const count = (words: string, of: string): Found => ({ quantities: [{ words, of }] })
  const money = (words: string, unit: string, rest: object = {}): Found => ({ quantities: [{ words, unit, ...rest }] })
  const share = (words: string, of: string): Found => ({ quantities: [{ words, unit: 'percentage', of }] })

  it.each([
    [
      'another number',
      pair(
        'The tank in Gara lost 9 tonnes of oil.',
        'The tank in Gara lost 12 tonnes of oil.',
        tonnes('9 tonnes'),
        tonnes('12 tonnes'),
      ),
      'figure drift/other-figure',
    ],
    [
      'another currency',
      pair(
        'The quay in Gara cost 340 kroner.',
        'The quay in Gara cost 340 dollars.',
        money('340 kroner', 'krone'),
        money('340 dollars', 'dollar'),
      ),
      'figure drift/other-unit',
    ],
    [
      'a sum for every month',
      pair(
        'Gara port needs 31 euros for the crane.',
        'Gara port needs 31 euros a month for the crane.',
        money('31 euros', 'euro'),
        money('31 euros', 'euro', { per: 'month' }),
      ),
      'scope drift/rate-gained',
    ],
    [
      'another role',
      pair(
        'Gara harbour called in 1,000 sappers on Monday.',
        'Gara harbour called in 1,000 workers on Monday.',
        count('1,000 sappers', 'sappers'),
        count('1,000 workers', 'workers'),
      ),
      'role drift/counted-thing',
    ],
    [
      'households for people',
      pair(
        'The flood in Gara drove out 600 families.',
        'The flood in Gara drove out 600 people.',
        count('600 families', 'families'),
        count('600 people', 'people'),
      ),
      'role drift/counted-thing',
    ],
    [
      'the share of something else',
      pair(
        'In Gara 71 per cent of the votes backed the deal.',
        'In Gara 71 per cent of the dockers backed the deal.',
        share('71 per cent', 'votes'),
        share('71 per cent', 'dockers'),
      ),
      'scope drift/other-whole',
    ],
    [
      'everything for a part',
      pair('The strike closed some quays of the port of Gara.', 'The strike closed the entire port of Gara.', {}, {}),
      'scope drift/widened',
    ],
    [
      'of all time for a span of years',
      pair('It was the worst storm in Gara in 17 years.', 'It was the worst storm in Gara ever recorded.', {}, {}),
      'scope drift/ever',
    ],
  ])('%s', (_, readings, expected) => {
    const found = drifts(contextOf(readings, [['a1', 'a2']]))
    expect(found.map(({ aspect, rule }) => `${aspect} ${rule}`)).toEqual([expected])
  })

  it.each([
    [
      'rounding',
      pair(
        'The tank in Gara lost 9.9 tonnes of oil.',
        'The tank in Gara lost 10 tonnes of oil.',
        tonnes('9.9 tonnes'),
        tonnes('10 tonnes'),
      ),
    ],
    [
      'another word for one thing',
      pair(
        'The flood in Gara hit 340 inhabitants.',
        'The flood in Gara hit 340 residents.',
        count('340 inhabitants', 'inhabitants'),
        count('340 residents', 'residents'),
      ),
    ],
    [
      'a number kept beside a new one',
      pair(
        'The tank in Gara lost 90 tonnes of oil.',
        'The tank in Gara of 200 tonnes lost 90 tonnes of oil.',
        tonnes('90 tonnes'),
        {
          quantities: [
            { words: '200 tonnes', unit: 'tonne' },
            { words: '90 tonnes', unit: 'tonne' },
          ],
        },
      ),
    ],
  ])('none for %s', (_, readings) => {
    expect(drifts(contextOf(readings, [['a1', 'a2']]))).toEqual([])
  })

  it('another date of one thing', () => {
    const [a, b] = pair('The bread in Gara lasts until 20 June.', 'The bread in Gara lasts until 31 July.', {}, {})
    const found = drifts(
      contextOf([dated(a, '20 June', '2025-06-20'), dated(b, '31 July', '2025-07-31')], [['a1', 'a2']]),
    )
    expect(found.map(({ rule }) => rule)).toEqual(['drift/other-date'])
  })

  it('no doubt lost where the plan was carried out between the reports', () => {
    const plan = told('a1', '2025-05-01', 'The port of Gara plans to close the old quay.', {
      statements: [{ words: 'The port of Gara plans to close the old quay', certainty: 'planned' }],
    })
    const done = told('a2', '2025-05-09', 'The port of Gara closed the old quay on 5 May.', {
      statements: ['The port of Gara closed the old quay on 5 May'],
    })
    expect(aspectsOf([plan, done], [['a1', 'a2']])).toEqual(['a2 hedge'])
    expect(aspectsOf([plan, dated(done, '5 May', '2025-05-05')], [['a1', 'a2']])).toEqual([])
  })
})

describe('one voice in two documents', () => {
  const sent = (id: string, published: string, words: string, of: string): Reading =>
    told(id, published, `Igor Valen announced that ${words} would be sent to Gara harbour.`, {
      mentions: [['Igor Valen', 'person']],
      attributions: [{ source: 'Igor Valen', content: `${words} would be sent to Gara harbour` }],
      quantities: [{ words, of }],
      statements: [{ words: `${words} would be sent to Gara harbour`, certainty: 'planned' }],
    })

  it('is compared though neither document was made from the other', () => {
    const readings = [
      sent('a1', '2025-06-20', '1,000 sappers', 'sappers'),
      sent('a2', '2025-06-20', '1,000 workers', 'workers'),
    ]
    expect(drifts(contextOf(readings)).map(({ rule }) => rule)).toEqual(['drift/counted-thing'])
    expect(corrections(contextOf(readings))).toEqual([])
  })

  it('corrects itself on a later day', () => {
    const context = contextOf([
      sent('a1', '2025-06-20', '1,000 sappers', 'sappers'),
      sent('a2', '2025-06-24', '700 sappers', 'sappers'),
    ])
    expect(drifts(context).map(({ rule }) => rule)).toEqual(['drift/revised-by-its-source'])
    expect(corrections(context).map(({ kind, says }) => [kind, says])).toEqual([
      ['correction', 'Igor Valen gave “1,000 sappers” first (Outlet a1) and “700 sappers” later (Outlet a2).'],
    ])
  })
})

it('takes a rate that was just given for the rate of the figure that goes on from it', () => {
  const read = (id: string, published: string, text: string, per: string | null, words: string) =>
    told(id, published, text, {
      quantities: [
        { words: '40 tonnes', unit: 'tonne', of: 'flour', per: 'day' },
        { words: words.includes('tonnes') ? '90 tonnes' : '90', unit: 'tonne', of: 'flour', per },
      ],
      statements: [{ words, certainty: 'planned' }],
    })
  const mill = read(
    'a1',
    '2025-05-01',
    'The Gara mill grinds 40 tonnes of flour a day and plans to raise that to 90.',
    null,
    'plans to raise that to 90',
  )
  const later = read(
    'a2',
    '2025-05-02',
    'The Gara mill, at 40 tonnes, plans to reach 90 tonnes of flour a day.',
    'day',
    'plans to reach 90 tonnes of flour a day',
  )
  expect(drifts(contextOf([mill, later], [['a1', 'a2']])).map(({ rule }) => rule)).not.toContain('drift/rate-gained')
})

describe('drifts on the way from one voice', () => {
  const radio = { kind: 'outlet', source: 'Gara Radio' } as const
  const inTwoMinds = (published: string) =>
    told(
      'a1',
      published,
      'Gara Radio said Norden is considering sending welders to Brisk for the shipyard programme.',
      {
        mentions: [['Gara Radio', 'organisation']],
        attributions: [
          { ...radio, content: 'Norden is considering sending welders to Brisk for the shipyard programme' },
        ],
        statements: [
          { words: 'Norden is considering sending welders to Brisk for the shipyard programme', certainty: 'planned' },
        ],
      },
    )
  const flat = (names: string, certainty: 'asserted' | 'planned' = 'asserted') =>
    told(
      'a2',
      '2025-05-02',
      `Norden is sending welders to Brisk for the shipyard programme. ${names} said the yard has forty berths.`,
      {
        mentions: [[names, 'organisation']],
        attributions: [{ ...radio, source: names, content: 'the yard has forty berths' }],
        statements: [
          { words: 'Norden is sending welders to Brisk for the shipyard programme', certainty },
          'the yard has forty berths',
        ],
      },
    )
  const rules = (readings: readonly Reading[], made: readonly (readonly [string, string])[] = []) =>
    drifts(contextOf(readings, made, (quote) => quote))
      .filter(({ aspect }) => aspect === 'hedge')
      .map(({ rule }) => rule)

  it('sees doubt in the one report and none in the other, though they stand in two claims', () => {
    expect(rules([inTwoMinds('2025-05-01'), flat('Gara Radio')])).toEqual(['drift/doubt-in-one-only'])
  })

  it('tells it once where the one was made from the other', () => {
    expect(rules([inTwoMinds('2025-05-01'), flat('Gara Radio')], [['a1', 'a2']])).toEqual(['drift/hedge-lost'])
  })

  it.each([
    ['the other names somebody else', [inTwoMinds('2025-05-01'), flat('Brisk Post')]],
    ['the doubtful one came out later', [inTwoMinds('2025-05-03'), flat('Gara Radio')]],
  ])('finds none where %s', (_, readings) => {
    expect(rules(readings)).toEqual([])
  })
})
