import { describe, expect, it } from 'vitest'
import type { Claim, Report, ReportDocument, ReportStatement } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import { joined } from './joined.ts'

const source = (id: string, name: string, kind: Source['kind'], affiliation: string | null = null): Source => ({
  id,
  name,
  aliases: [],
  kind,
  affiliation,
})

const documentIn = (id: string): ReportDocument => ({
  id,
  title: null,
  publisher: null,
  byline: null,
  published: null,
  url: null,
  language: 'en',
  sha256: '',
  words: 1,
  text: 'x',
})

/** A pile of one document with one claim that goes back to one voice. */
function pileOf(document: string, voice: Source, others: readonly Source[] = [], documents = 1): Report {
  const words = { start: 0, end: 1, quote: 'x' }
  const statement: ReportStatement = {
    ...words,
    id: `${document}#0-1`,
    document,
    claim: 'c1',
    attribution: [{ source: voice.id, ...words, cue: 'said' }],
    certainty: 'asserted',
    certaintyScore: 3,
    hedges: [],
    figures: [],
    times: [],
  }
  const claim: Claim = {
    id: 'c1',
    gist: `told in ${document}`,
    statements: [statement.id],
    documents,
    origins: [voice.id],
    independent: 1,
    positions: [
      { figures: null, polarity: 'affirmed', statements: [statement.id], origins: [voice.id], independent: 1 },
    ],
    bottleneck: voice.id,
    paths: 1,
    cut: [voice.id],
    notEstablished: 0,
    doubtful: [voice.id],
    credibility: '3',
    credibilityReason: '',
    reliability: { [voice.id]: 'B' },
    trails: [
      {
        statement: statement.id,
        end: 'origin',
        hops: [{ node: voice.id, basis: 'stated', confidence: 1, document, ...words, rule: 'test/hop' }],
      },
    ],
  }
  const point = { ...words, statement: statement.id, origin: voice.id, when: null, low: 1, high: 1, planned: false }
  return {
    schema: 'headwater/report@1',
    documents: [documentIn(document)],
    sources: [voice, ...others],
    statements: [statement],
    claims: [claim],
    derivations: [
      {
        from: voice.id,
        to: document,
        manner: 'quotes',
        basis: 'stated',
        confidence: 1,
        evidence: [{ document, ...words }],
        rule: 'test/derivation',
      },
    ],
    series: [{ claim: 'c1', claims: ['c1'], of: null, unit: null, per: null, points: [point as never] }],
    findings: [
      {
        kind: 'single-origin',
        aspect: null,
        claim: 'c1',
        from: null,
        to: null,
        statements: [],
        says: document,
        rule: 'test/finding',
      },
    ],
    refusals: [],
    coverage: { documents: 1, statements: 1, unread: 0, languages: { en: 1 } },
  }
}

/** Every source id that a report names anywhere but in its list of sources. */
const namedIn = ({ claims, statements, derivations, series }: Report): readonly string[] => [
  ...statements.flatMap(({ attribution }) => attribution.map((voice) => voice.source)),
  ...claims.flatMap((claim) => [
    ...claim.origins,
    ...(claim.cut ?? []),
    ...(claim.doubtful ?? []),
    ...Object.keys(claim.reliability),
    claim.bottleneck ?? '',
    ...claim.positions.flatMap(({ origins }) => origins),
    ...claim.trails.flatMap(({ hops }) => hops.map(({ node }) => node)),
  ]),
  ...derivations.map(({ from }) => from),
  ...series.flatMap(({ points }) => points.map(({ origin }) => origin ?? '')),
]

describe('joining reports', () => {
  it('takes a person or body of one proper name for one voice, with the affiliation that one report knows', () => {
    const office = source('harbour-office', 'Harbour Office', 'institution')
    const known = source('ada-noor', 'Ada Noor', 'person', office.id)
    const report = joined([pileOf('b', source('ada-noor', 'Ada Noor', 'person')), pileOf('a', known, [office])], [])
    expect(report.sources.map(({ id, affiliation }) => [id, affiliation])).toEqual([
      ['ada-noor', 'harbour-office'],
      ['harbour-office', null],
    ])
  })

  it.each<[string, Source['kind']]>([
    ['an official', 'anonymous'],
    ['police', 'institution'],
    ['the council', 'institution'],
    ['The Draft', 'document'],
  ])('keeps %s of one pile apart from that of another, wherever it is named', (name, kind) => {
    const report = joined([pileOf('a', source('it', name, kind)), pileOf('b', source('it', name, kind))], [])
    expect(report.sources.map(({ id }) => id)).toEqual(['it', 'it-2'])
    const [first, second] = ['a', 'b'].map((document) => report.claims.filter(({ gist }) => gist.endsWith(document)))
    expect(new Set(namedIn({ ...report, claims: first ?? [], statements: [], derivations: [], series: [] }))).toEqual(
      new Set(['it']),
    )
    expect(new Set(namedIn({ ...report, claims: second ?? [], statements: [], derivations: [], series: [] }))).toEqual(
      new Set(['it-2']),
    )
    for (const list of [report.statements, report.derivations, report.series].keys()) {
      const part = { claims: [], statements: [], derivations: [], series: [] }
      const only = [
        { ...report, ...part, statements: report.statements },
        { ...report, ...part, derivations: report.derivations },
        { ...report, ...part, series: report.series },
      ][list]
      expect(new Set(only ? namedIn(only) : [])).toEqual(new Set(['it', 'it-2']))
    }
  })

  it('numbers claims anew, the most widely stated first, wherever they are named', () => {
    const voice = source('ada-noor', 'Ada Noor', 'person')
    const report = joined([pileOf('z', voice), pileOf('a', voice, [], 7)], [])
    expect(report.claims.map(({ id, gist }) => [id, gist])).toEqual([
      ['c1', 'told in a'],
      ['c2', 'told in z'],
    ])
    expect(report.statements.map(({ document, claim }) => [document, claim])).toEqual([
      ['a', 'c1'],
      ['z', 'c2'],
    ])
    expect(report.findings.map(({ says, claim }) => [says, claim])).toEqual([
      ['a', 'c1'],
      ['z', 'c2'],
    ])
    expect(report.series.map(({ claim, claims }) => [claim, claims])).toEqual([
      ['c1', ['c1']],
      ['c2', ['c2']],
    ])
    expect(report.documents.map(({ id }) => id)).toEqual(['a', 'z'])
    expect(report.coverage).toEqual({ documents: 2, statements: 2, unread: 0, languages: { en: 2 } })
  })

  it('gives a voice another id than a document of another pile has', () => {
    const report = joined(
      [pileOf('ferry', source('bo', 'Bo Lind', 'person')), pileOf('b', source('ferry', 'Ferry', 'outlet'))],
      [],
    )
    expect(report.sources.map(({ id }) => id)).toEqual(['bo', 'ferry-2'])
  })
})
