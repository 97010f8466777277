import { Readable } from 'node:stream'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleStories } from '../../test/example-reports.ts'
import { ferryStory, page } from '../../test/fixtures/ferry.ts'
import { manyEvents } from '../../test/fixtures/many-events.ts'
import { intakeOf } from '../app/intake.ts'
import type { Decision, NamedVoice } from '../model/decision.ts'
import type { Document } from '../model/document.ts'
import type { Reading } from '../model/reading.ts'
import type { Claim, Report } from '../model/report.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import { openTracing } from './growing.ts'
import { type InForce, inForce } from './in-force.ts'
import { joined } from './joined.ts'
import { readForTracing, traceTopic } from './topic.ts'
import { trace } from './trace.ts'

const decide = (...decisions: readonly Decision[]): readonly InForce[] =>
  decisions.map((decision, i) => ({ id: `d${i + 1}`, at: '2031-05-06T09:00:00Z', by: 'Runa Holt', decision }))

/** A statement of a report as a person would name it. */
function quoted({ statements }: Report, document: string, words: string) {
  const found = statements.find((one) => one.document === document && one.quote.includes(words))
  if (!found) throw new Error(`${document} does not state “${words}”`)
  return { document, quote: found.quote, start: found.start }
}

const claimWith = ({ claims, statements }: Report, document: string, words: string): Claim | undefined => {
  const { claim } = statements.find((one) => one.document === document && one.quote.includes(words)) ?? {}
  return claims.find(({ id }) => id === claim)
}

/** Two reports on one closure of a bridge, by officers of two bodies. */
const bridge: readonly Document[] = [
  page('b1', 'Norden Courier', '2031-05-04T08:00:00Z', [
    'Lisk bridge to close',
    'The Lisk bridge will be closed for 14 weeks, transport minister Mia Lund said.',
  ]),
  page('b2', 'Island Mail', '2031-05-04T15:00:00Z', [
    'Bridge at Lisk shut this summer',
    'The Lisk bridge will be closed for 14 weeks, roads director Kai Berg said.',
  ]),
]

describe('what people decided of voices', () => {
  const before = trace(bridge)
  const closure = (report: Report) => claimWith(report, 'b1', '14 weeks')

  it('reads two origins where nobody decided anything', () => {
    expect(closure(before)?.origins).toEqual(['kai-berg', 'mia-lund'])
  })

  it('makes one origin of two names that are one voice', () => {
    const report = trace(bridge, [], decide({ kind: 'same-source', a: { name: 'Kai Berg' }, b: { name: 'Mia Lund' } }))
    expect(closure(report)).toMatchObject({ independent: 1, paths: 1 })
    const [one, ...others] = report.sources.filter(({ decisions }) => decisions)
    expect(one?.decisions).toEqual(['d1'])
    expect([one?.name, ...(one?.aliases ?? [])]).toEqual(expect.arrayContaining(['Kai Berg', 'Mia Lund']))
    expect(others).toEqual([])
  })

  it('makes one origin of two who belong to one body, whether or not anybody here has heard of it', () => {
    const of = { name: 'Ministry of Roads' }
    const report = trace(
      bridge,
      [],
      decide(
        { kind: 'affiliation', source: { name: 'Kai Berg' }, of },
        { kind: 'affiliation', source: { name: 'Mia Lund' }, of },
      ),
    )
    expect(closure(report)?.independent).toBe(1)
  })

  it('makes two origins of two voices that were taken for one', () => {
    const namesakes = [
      ...bridge.slice(0, 1),
      page('b2', 'Island Mail', '2031-05-04T15:00:00Z', [
        'Bridge at Lisk shut this summer',
        'The Lisk bridge will be closed for 14 weeks, ferry captain Mia Lund said.',
      ]),
    ]
    expect(closure(trace(namesakes))?.independent).toBe(1)
    const parted: Decision = {
      kind: 'not-same-source',
      a: { name: 'Mia Lund', document: 'b1' },
      b: { name: 'Mia Lund', document: 'b2' },
    }
    const report = trace(namesakes, [], decide(parted))
    expect(closure(report)).toMatchObject({ independent: 2, paths: 2 })
    expect(report.sources.filter(({ decisions }) => decisions).map(({ id }) => id)).toEqual(['mia-lund', 'mia-lund@b2'])
    expect(report.unapplied).toBeUndefined()
  })

  it('makes two origins of two who were taken to belong together', () => {
    const together = decide(
      { kind: 'affiliation', source: { name: 'Kai Berg' }, of: { name: 'Mia Lund' } },
      { kind: 'not-same-source', a: { name: 'Kai Berg' }, b: { name: 'Mia Lund' } },
    )
    expect(closure(trace(bridge, [], together.slice(0, 1)))?.independent).toBe(1)
    expect(closure(trace(bridge, [], together))?.independent).toBe(2)
  })

  it('leads a further name to its voice, and says when the voice is not here', () => {
    const alias = (name: string, further: string): Decision => ({ kind: 'alias', source: { name }, name: further })
    expect(closure(trace(bridge, [], decide(alias('Mia Lund', 'Kai Berg'))))?.independent).toBe(1)
    expect(trace(bridge, [], decide(alias('Ole Dahl', 'the clerk'))).unapplied).toEqual([
      { decision: 'd1', says: 'No voice called “Ole Dahl” is heard here.' },
    ])
  })

  it('gives every claim the grade of its origins, and the outlet its own with what it saw itself', () => {
    const grade = (name: string, letter: 'B' | 'D'): Decision => ({
      kind: 'grade',
      source: { name },
      letter,
      reason: 'known',
    })
    const report = trace(bridge, [], decide(grade('Kai Berg', 'B'), grade('Nobody Here', 'D')))
    expect(closure(report)?.reliability).toEqual({ 'kai-berg': 'B' })
    expect(report.sources.find(({ id }) => id === 'kai-berg')?.grade).toEqual({ letter: 'B', reason: 'known' })
    expect(report.unapplied?.map(({ decision }) => decision)).toEqual(['d2'])
  })
})

describe('what people decided of claims', () => {
  const before = trace(ferryStory)
  const [hurt, board] = [quoted(before, 'a2', '14 passengers were hurt'), quoted(before, 'a1', '212 people')]

  it('brings two claims together, with all that is said to both', () => {
    const report = trace(ferryStory, [], decide({ kind: 'same-claim', a: hurt, b: board }))
    const claim = claimWith(report, 'a1', '212 people')
    expect(claim).toMatchObject({ decisions: ['d1'], independent: 2 })
    expect(claim?.statements).toEqual(
      [
        ...(claimWith(before, 'a1', '212 people')?.statements ?? []),
        ...(claimWith(before, 'a2', '14 passengers')?.statements ?? []),
      ].sort(),
    )
  })

  it('parts two statements of one claim, and each takes along what it is surest like', () => {
    const clinic = quoted(before, 'a2', 'the clinic')
    const report = trace(ferryStory, [], decide({ kind: 'not-same-claim', a: hurt, b: clinic }))
    const [one, other] = [claimWith(report, 'a2', '14 passengers'), claimWith(report, 'a2', 'the clinic')]
    expect(one?.id).not.toBe(other?.id)
    expect(one?.origins).toEqual(['edda-rolund'])
    expect(other?.origins).toEqual(['per-anker'])
    expect(claimWith(report, 'a3', 'the clinic')?.id).toBe(other?.id)
    const clashes = report.findings.filter(({ kind }) => kind === 'conflict')
    expect(clashes).toEqual([])
    expect(before.findings.some(({ kind }) => kind === 'conflict')).toBe(true)
  })

  it('lets the later of two hold that exclude each other, by a chain too, and tells of the other', () => {
    const clinic = quoted(before, 'a3', 'the clinic')
    const chain: readonly Decision[] = [
      { kind: 'same-claim', a: hurt, b: board },
      { kind: 'same-claim', a: board, b: clinic },
      { kind: 'not-same-claim', a: hurt, b: clinic },
    ]
    const report = trace(ferryStory, [], decide(...chain))
    expect(claimWith(report, 'a1', '212 people')?.id).toBe(claimWith(report, 'a3', 'the clinic')?.id)
    expect(claimWith(report, 'a2', '14 passengers')?.id).not.toBe(claimWith(report, 'a3', 'the clinic')?.id)
    expect(report.unapplied).toEqual([{ decision: 'd1', says: 'A later decision parts the two statements.' }])
  })

  it('tells of statements that are no longer there', () => {
    const gone = { document: 'a1', quote: '15 passengers were hurt' }
    const report = trace(
      ferryStory,
      [],
      decide(
        { kind: 'same-claim', a: gone, b: board },
        { kind: 'not-same-claim', a: board, b: { ...gone, document: 'z9' } },
      ),
    )
    expect(report.unapplied).toEqual([
      { decision: 'd1', says: '“15 passengers were hurt” is no longer stated in a1.' },
      { decision: 'd2', says: 'There is no report z9 here.' },
    ])
    expect({ ...report, unapplied: undefined }).toEqual({ ...before, unapplied: undefined })
  })
})

describe('what people decided of who was made from whom', () => {
  const copy = page('a9', 'Mirror', '2031-05-06T07:00:00Z', ferryStory[0]?.text.split('\n\n') ?? [])
  const other = page('a8', 'Echo', '2031-05-05T09:00:00Z', ferryStory[0]?.text.split('\n\n') ?? [])
  const madeFrom = (document: string, from: string, kind: 'made-from' | 'not-made-from'): Decision => ({
    kind,
    document,
    from: { kind: 'document', document: from },
  })
  const parents = (report: Report, document: string) =>
    report.derivations.filter(({ to, from }) => to === document && /^a\d$/.test(from)).map(({ from }) => from)

  it('drops a rejected parent, and the next best takes its place', () => {
    const documents = [...ferryStory, copy, other]
    const before = trace(documents)
    expect(parents(before, 'a9')).toEqual(['a1'])
    const report = trace(documents, [], decide(madeFrom('a9', 'a1', 'not-made-from')))
    expect(parents(report, 'a9')).toEqual(['a8'])
    const elsewhere = ({ derivations }: Report) => derivations.filter(({ to }) => to !== 'a9')
    expect(elsewhere(report)).toEqual(elsewhere(before))
  })

  it('is as sure as can be of an accepted one, which stays inferred, with the statements that both make', () => {
    const report = trace(ferryStory, [], decide(madeFrom('a4', 'a1', 'made-from')))
    const made = report.derivations.find(({ from, to }) => from === 'a1' && to === 'a4')
    expect(made).toMatchObject({ confidence: 1, basis: 'inferred', rule: 'decision/made-from', decisions: ['d1'] })
    for (const { document, start, end, quote } of made?.evidence ?? [])
      expect(ferryStory.find(({ id }) => id === document)?.text.slice(start, end)).toBe(quote)
    expect(new Set(made?.evidence.map(({ document }) => document))).toEqual(new Set(['a1', 'a4']))
    expect(
      claimWith(report, 'a4', '212 people')?.trails.find(({ statement }) => statement.startsWith('a4'))?.hops[0],
    ).toMatchObject({ node: 'a1', rule: 'decision/made-from' })
  })

  it('shows both headlines where nothing is shared, and the text behind a voice that nobody else names', () => {
    const weather = page('w1', 'Coast Radio', '2031-05-03T07:00:00Z', [
      'Mild week ahead',
      'The week will be mild, forecaster Tor Ness said.',
    ])
    const gazette = { kind: 'source' as const, source: { name: 'Harbour Gazette', kind: 'outlet' as const } }
    const report = trace(
      [...ferryStory, weather],
      [],
      decide(madeFrom('a4', 'w1', 'made-from'), { kind: 'made-from', document: 'a4', from: gazette }),
    )
    const evidence = (from: string) =>
      report.derivations.find((one) => one.from === from && one.to === 'a4')?.evidence.map(({ quote }) => quote)
    expect(evidence('w1')).toEqual(['Horror on the waves', 'Mild week ahead'])
    expect(evidence('harbour-gazette')).toEqual(['Horror on the waves'])
    expect(report.sources.map(({ id }) => id)).toContain('harbour-gazette')
    expect(report.unapplied).toBeUndefined()
  })

  it('turns a derivation round that was taken the wrong way', () => {
    const documents = [...ferryStory, copy]
    const report = trace(documents, [], decide(madeFrom('a1', 'a9', 'made-from')))
    expect(parents(report, 'a1')).toEqual(['a9'])
    expect(parents(report, 'a9')).toEqual([])
  })
})

describe('notes, tags and states', () => {
  it('are shown with what they are on, and say when that is gone', () => {
    const before = trace(ferryStory)
    const statement = quoted(before, 'a1', '212 people')
    const report = trace(
      ferryStory,
      [],
      decide(
        { kind: 'note', on: { kind: 'claim', statement }, text: 'Ask the ferry company for its list.' },
        { kind: 'state', on: { kind: 'claim', statement }, state: 'unverifiable' },
        { kind: 'tag', on: { kind: 'source', source: { name: 'Edda Rolund' } }, text: 'interviewed' },
        { kind: 'note', on: { kind: 'document', document: 'a1' }, text: 'Paper copy in the drawer.' },
        { kind: 'note', on: { kind: 'document', document: 'z9' }, text: 'Gone.' },
      ),
    )
    const claim = claimWith(before, 'a1', '212 people')?.id
    expect(report.annotations?.map(({ on, kind, text }) => [on.kind, on.id, kind, text])).toEqual([
      ['claim', claim, 'note', 'Ask the ferry company for its list.'],
      ['claim', claim, 'state', 'unverifiable'],
      ['source', 'edda-rolund', 'tag', 'interviewed'],
      ['document', 'a1', 'note', 'Paper copy in the drawer.'],
    ])
    expect(report.unapplied).toEqual([{ decision: 'd5', says: 'There is no report z9 here.' }])
    const { annotations, unapplied, ...rest } = report
    expect(JSON.stringify(rest)).toBe(JSON.stringify(before))
  })
})

describe('the example of docs/tracing/decisions.md', () => {
  it('comes out as told there', async () => {
    const documents: Document[] = []
    for await (const intake of intakeOf(['examples/tank-seven'], Readable.from([]))) documents.push(...intake.documents)
    const before = trace(documents)
    const gauge = quoted(before, '6-chemsafety-monitor', 'About 14 tonnes')
    const [opening, lost] = [
      quoted(before, '7-diario-do-estuario', 'will open again in May'),
      quoted(before, '1-iberia-wire', 'up to 9 tonnes'),
    ]
    const escaped = (report: Report) => claimWith(report, '6-chemsafety-monitor', 'About 14 tonnes')
    expect(escaped(before)).toMatchObject({
      id: claimWith(before, opening.document, opening.quote)?.id,
      independent: 2,
    })
    expect(escaped(before)?.doubtful).toHaveLength(2)
    expect(claimWith(before, lost.document, lost.quote)?.independent).toBe(1)

    const authority = { name: 'Estuary Environment Authority' }
    const report = trace(
      documents,
      [],
      decide(
        { kind: 'not-same-claim', a: gauge, b: opening },
        { kind: 'same-claim', a: gauge, b: lost },
        { kind: 'same-source', a: { name: 'regulator' }, b: authority },
        { kind: 'grade', source: authority, letter: 'B', reason: 'reads the level gauge itself' },
      ),
    )
    expect(escaped(report)).toMatchObject({
      id: claimWith(report, lost.document, lost.quote)?.id,
      documents: 6,
      origins: ['adubos-ribamar', 'estuary-environment-authority'],
      reliability: { 'estuary-environment-authority': 'B' },
    })
    expect(report.findings.some(({ kind, claim }) => kind === 'conflict' && claim === escaped(report)?.id)).toBe(true)
    expect(claimWith(report, opening.document, opening.quote)?.doubtful).toBeUndefined()
    expect(report.unapplied).toBeUndefined()
  }, 60_000)
})

describe.each(['ferry', ...exampleStories])('the laws of decisions, in the story %s', (story) => {
  let readings: readonly Reading[] = []
  let before: Report

  beforeAll(async () => {
    const documents: Document[] = []
    if (story === 'ferry') documents.push(...ferryStory)
    else
      for await (const { documents: some } of intakeOf([`examples/${story}`], Readable.from([])))
        documents.push(...some)
    readings = withDistinctIds(documents).map(readForTracing)
    before = decidedReport([])
  })

  const decidedReport = (decisions: readonly InForce[]): Report =>
    joined([traceTopic(readings, decisions)], [], decisions)
  const under = (...decisions: readonly Decision[]) => decidedReport(decide(...decisions))
  const named = (kinds: readonly string[]): readonly NamedVoice[] =>
    before.sources.filter(({ kind }) => kinds.includes(kind)).map(({ name, kind }) => ({ name, kind }))
  /** Claims are the same under every decision but those on claims, and so are their ids. */
  const compare = (now: Report, holds: (now: Claim, old: Claim) => void) => {
    expect(now.claims.map(({ id }) => id).sort()).toEqual(before.claims.map(({ id }) => id).sort())
    const old = new Map(before.claims.map((claim) => [claim.id, claim]))
    for (const claim of now.claims) holds(claim, old.get(claim.id) ?? claim)
  }
  const numRuns = story === 'ferry' ? 12 : 5
  const pick = <T>(list: readonly T[]) => fc.nat(Math.max(0, list.length - 1)).map((i) => list[i])

  it('what names nothing here changes no byte', () => {
    const nobody = { name: 'Nobody Atall' }
    const gone = { document: 'z9', quote: 'gone' }
    const { unapplied, ...rest } = under(
      { kind: 'same-source', a: nobody, b: { name: 'No One Either' } },
      { kind: 'affiliation', source: nobody, of: null },
      { kind: 'not-same-claim', a: gone, b: gone },
      { kind: 'made-from', document: 'z9', from: { kind: 'document', document: 'z8' } },
    )
    expect(unapplied).toHaveLength(4)
    expect(JSON.stringify(rest)).toBe(JSON.stringify(before))
  }, 60_000)

  it('joining two persons or bodies raises no count of origins, and telling them apart lowers none', () => {
    const voices = named(['person', 'institution'])
    const bodyOf = ({ name }: NamedVoice): string | null =>
      before.sources.find((source) => source.name === name)?.affiliation ?? null
    fc.assert(
      fc.property(pick(voices), pick(voices), (a, b) => {
        if (!a || !b || a === b) return
        // Whoever speaks for two bodies is counted for one of them only, where another voice of the second was his before.
        if (bodyOf(a) === null || bodyOf(b) === null || bodyOf(a) === bodyOf(b))
          compare(under({ kind: 'same-source', a, b }), (now, old) =>
            expect(now.independent, `${a.name} is ${b.name}: ${now.gist}`).toBeLessThanOrEqual(old.independent),
          )
        compare(under({ kind: 'not-same-source', a, b }), (now, old) =>
          expect(now.independent, `${a.name} is not ${b.name}: ${now.gist}`).toBeGreaterThanOrEqual(old.independent),
        )
      }),
      { numRuns },
    )
  }, 120_000)

  it('rejecting a derivation lowers neither origins nor ways; accepting one raises neither, outside of rings', () => {
    const ids = readings.map(({ document }) => document.id)
    const rings = new Set(before.findings.flatMap(({ kind, claim }) => (kind === 'circular' ? [claim] : [])))
    fc.assert(
      fc.property(pick(ids), pick(ids), (document, other) => {
        if (document === undefined || other === undefined || document === other) return
        const from = { kind: 'document' as const, document: other }
        compare(under({ kind: 'not-made-from', document, from }), (now, old) => {
          expect(now.independent, now.gist).toBeGreaterThanOrEqual(old.independent)
          expect(now.paths, now.gist).toBeGreaterThanOrEqual(old.paths)
        })
        compare(under({ kind: 'made-from', document, from }), (now, old) => {
          if (rings.has(old.id)) return
          expect(now.independent, now.gist).toBeLessThanOrEqual(old.independent)
          expect(now.paths, now.gist).toBeLessThanOrEqual(old.paths)
        })
      }),
      { numRuns },
    )
  }, 120_000)

  it('joining and parting statements moves no statement out of sight, leaves other claims alone, and can be taken back', () => {
    const statements = before.statements.filter(({ claim }) => claim !== null)
    const byClaim = new Map(before.claims.map((claim) => [claim.id, JSON.stringify(claim)]))
    fc.assert(
      fc.property(pick(statements), pick(statements), fc.boolean(), (a, b, same) => {
        if (!a || !b || a === b) return
        const kind = same ? 'same-claim' : 'not-same-claim'
        const decision: Decision = {
          kind,
          a: { document: a.document, quote: a.quote, start: a.start },
          b: { document: b.document, quote: b.quote, start: b.start },
        }
        const log = [...decide(decision), { id: 'd2', at: '', by: '', decision: null, undoes: 'd1' }]
        const report = decidedReport(inForce(log.slice(0, 1)))
        const held = report.statements.filter(({ claim }) => claim !== null).map(({ id }) => id)
        expect(held).toEqual(statements.map(({ id }) => id))
        const claimOf = (id: string) => report.statements.find((one) => one.id === id)?.claim
        if (same) expect(claimOf(a.id)).toBe(claimOf(b.id))
        else if (!report.unapplied) expect(claimOf(a.id)).not.toBe(claimOf(b.id))
        for (const claim of report.claims)
          if (!claim.decisions) expect(JSON.stringify(claim)).toBe(byClaim.get(claim.id))
        const sum = before.claims
          .filter(({ id }) => id === a.claim || id === b.claim)
          .reduce((total, { independent, doubtful = [] }) => total + independent + doubtful.length, 0)
        if (same) expect(report.claims.find(({ id }) => id === claimOf(a.id))?.independent).toBeLessThanOrEqual(sum)
        expect(JSON.stringify(decidedReport(inForce(log)))).toBe(JSON.stringify(before))
      }),
      { numRuns },
    )
  }, 120_000)
})

describe('decisions on a collection of many stories', () => {
  const before = trace(manyEvents)
  const two = before.claims.filter(({ documents }) => documents > 1).slice(0, 2)
  const [a, b] = two.map(({ statements: [id] }) => before.statements.find((one) => one.id === id))
  const place = (one: typeof a) => ({ document: one?.document ?? '', quote: one?.quote ?? '', start: one?.start ?? 0 })

  it('bring the piles of two statements together that answer one question', () => {
    expect(a?.document.split('-')[0]).not.toBe(b?.document.split('-')[0])
    const report = trace(manyEvents, [], decide({ kind: 'same-claim', a: place(a), b: place(b) }))
    const claimOf = (id = '') => report.statements.find((one) => one.id === id)?.claim
    expect(claimOf(a?.id)).toBe(claimOf(b?.id))
    expect(report.unapplied).toBeUndefined()
    expect(
      JSON.stringify(trace([...manyEvents].reverse(), [], decide({ kind: 'same-claim', a: place(a), b: place(b) }))),
    ).toBe(JSON.stringify(report))
  }, 60_000)

  it('make one voice of two that are heard in different stories, and two of one', () => {
    const lone = page('m1', 'Ebbing Sheet', '2031-05-05', [
      'Rink and choir',
      'The ice rink lost 2,400 litres of ammonia in Ebbing, warden Ola Brandt said.',
    ])
    const [choir, reindeer] = ['Tamm', 'Rusk'].map((place) =>
      page(`${place}-5`, 'Evening Sheet', undefined, [
        ...(manyEvents.find(({ id }) => id === `${place}-1`)?.text.split('\n\n') ?? []),
        'Mayor Mia Lund was told by telephone, Mia Lund said.',
      ]),
    )
    const documents = [...manyEvents, lone, ...(choir && reindeer ? [choir, reindeer] : [])]
    const names = (report: Report) =>
      report.sources.filter(({ name, aliases }) => [name, ...aliases].includes('Mia Lund')).map(({ id }) => id)
    expect(names(trace(documents))).toEqual(['mia-lund'])
    const ola = { name: 'Ola Brandt', document: 'm1' }
    const joined = trace(
      documents,
      [],
      decide({ kind: 'same-source', a: { name: 'Mia Lund', document: 'Tamm-5' }, b: ola }),
    )
    expect(
      joined.sources.filter(({ name }) => name === 'Ola Brandt' || name === 'Mia Lund').map(({ id }) => id),
    ).toEqual(names(joined))
    expect(joined.unapplied).toBeUndefined()
    const mia = (document: string) => ({ name: 'Mia Lund', document })
    const parted = trace(documents, [], decide({ kind: 'not-same-source', a: mia('Tamm-5'), b: mia('Rusk-5') }))
    expect(names(parted)).toHaveLength(2)
    expect(parted.unapplied).toBeUndefined()
  }, 60_000)

  it('give the same report as all at once when the collection grows, and trace only the piles again that they touch', () => {
    const asked: string[] = []
    const known = new Map<Document, Reading>()
    const tracing = openTracing((document) => {
      asked.push(document.id)
      const reading = known.get(document) ?? readForTracing(document)
      known.set(document, reading)
      return reading
    })
    const since = () => [...new Set(asked.splice(0).map((id) => id.split('-')[0]))].sort()
    const port = (one: typeof a) => one?.document.split('-')[0] ?? ''
    tracing.add(manyEvents)
    tracing.report()
    since()
    const steps: readonly [readonly Decision[], readonly (string | undefined)[]][] = [
      [[{ kind: 'same-claim', a: place(a), b: place(b) }], [port(a), port(b)].sort()],
      [[{ kind: 'note', on: { kind: 'claim', statement: place(a) }, text: 'odd' }], [port(a), port(b)].sort()],
      [
        [
          { kind: 'note', on: { kind: 'claim', statement: place(a) }, text: 'odd' },
          { kind: 'affiliation', source: { name: 'Hask Courier' }, of: { name: 'Port Office' } },
        ],
        ['Hask'],
      ],
      [[], ['Hask']],
    ]
    for (const [decisions, touched] of steps) {
      tracing.decide(decide(...decisions))
      const report = tracing.report()
      expect(since()).toEqual(touched)
      expect(JSON.stringify(report)).toBe(JSON.stringify(trace(manyEvents, [], decide(...decisions))))
    }
    expect(JSON.stringify(tracing.report())).toBe(JSON.stringify(before))
    expect(since()).toEqual([])
  }, 120_000)
})
