import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleStories } from '../../../test/example-reports.ts'
import { expectAsOneReport } from '../../../test/fixtures/as-one-report.ts'
import { ferryStory, page } from '../../../test/fixtures/ferry.ts'
import { manyEvents } from '../../../test/fixtures/many-events.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Decided, Decision } from '../../model/decision.ts'
import type { Document } from '../../model/document.ts'
import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { joined } from '../../tracing/joined.ts'
import { readForTracing, traceTopic } from '../../tracing/topic.ts'
import { addAll } from '../collection/add.ts'
import { decide, decisionsOf } from '../collection/decide.ts'
import { digestIn, listingOf } from '../collection/listing.ts'
import { openCollection } from '../collection/open.ts'
import { openedFrom } from '../collection/opened.ts'
import { refresh } from '../collection/refresh.ts'
import { reportOf } from '../collection/report.ts'
import { answerOf } from './answer.ts'
import { openAnswers } from './answers.ts'
import { rowsHeld } from './rows.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
/** Two reports on one thing, so that a voice of the ferry story is heard in another pile, with what it belongs to. */
const bridge: readonly Document[] = [
  page('b1', 'Norden Courier', '2031-05-04T08:00:00Z', [
    'Lisk bridge to close',
    'The Lisk bridge will be closed for 14 weeks, transport minister Mia Lund said.',
    'The bridge is 40 years old, officials said.',
  ]),
  page('b2', 'Island Mail', '2031-05-04T15:00:00Z', [
    'Bridge at Lisk shut this summer',
    'The Lisk bridge will be closed for 13 weeks, roads director Kai Berg said.',
    'The bridge is 40 years old, officials said.',
  ]),
]
const gate: readonly Document[] = [
  page('g1', 'Norden Courier', '2031-06-01T08:00:00Z', [
    'Flood gate stuck at Tamm',
    'The gate was stuck for 9 hours, Mia Lund said.',
    'According to the Island Mail, 30 cellars were flooded, officials said.',
  ]),
  page('g2', 'Tamm Post', '2031-06-01T12:00:00Z', [
    'Cellars flooded',
    'The gate was stuck for 9 hours, Mia Lund said.',
    'Some 50 cellars were flooded, Kai Berg said.',
  ]),
]
/** Piles as they would be parted; their order is none of their names. */
const piles = [ferryStory, gate, manyEvents.slice(0, 4), bridge, manyEvents.slice(4, 8)]
const readings = piles.map((pile) => pile.map(readForTracing))

describe('the answer on piles', () => {
  it('is that on all of them as one report, whatever people decide', async () => {
    const plain = joined(
      readings.map((pile) => traceTopic(pile)),
      [],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(decisionOn(plain), { maxLength: 7 }), fc.nat(6), async (decided, turn) => {
        const log = decided.map((decision, i): Decided => ({ id: `d${i + 1}`, at: '2031-05-06', by: 'Runa', decision }))
        const decisions = inForce(log)
        const some = readings.slice(0, turn === 0 ? 1 : readings.length)
        const reports = some.map((pile) => traceTopic(pile, decisions))
        const stories = some.map((pile) => pile.map(({ document }) => document.id))
        const arrival = (id: string): number => (id.length * 7 + turn) % 5
        const listings = new Map(reports.map((report, i) => [`k${i}`, listingOf(report)]))
        const answer = await answerOf({
          upTo: 1,
          piles: [...listings].map(([key, { digest }]) => ({ ...digestIn(JSON.parse(JSON.stringify(digest))), key })),
          decisions,
          stories,
          rows: rowsHeld(listings),
          report: async (key) => reports[Number(key.slice(1))],
          arrival,
          anchors: new Map(),
        })
        await expectAsOneReport(answer, joined(reports, [], decisions), stories, log, arrival)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

/** Decisions on whatever a report has, and on what it has not. */
function decisionOn({ statements, sources, documents }: Report): fc.Arbitrary<Decision> {
  const quote = fc
    .constantFrom(...statements)
    .chain(({ document, quote, start, end }) =>
      fc.constantFrom(
        { document, quote, start, end },
        { document, quote: 'nobody said so' },
        { document: 'none', quote },
      ),
    )
  const voice = fc
    .constantFrom(...sources)
    .chain(({ name, kind }) =>
      fc.constantFrom({ name }, { name, kind }, { name, document: 'g1' }, { name: 'Nobody At All' }),
    )
  const document = fc.constantFrom(...documents.map(({ id }) => id), 'none')
  const on = fc.oneof(
    fc.record({ kind: fc.constant('document' as const), document }),
    fc.record({ kind: fc.constant('source' as const), source: voice }),
    fc.record({ kind: fc.constantFrom('statement' as const, 'claim' as const), statement: quote }),
  )
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('same-claim' as const, 'not-same-claim' as const), a: quote, b: quote }),
    fc.record({ kind: fc.constantFrom('same-source' as const, 'not-same-source' as const), a: voice, b: voice }),
    fc.record({ kind: fc.constant('alias' as const), source: voice, name: fc.constantFrom('Mia L.', 'Kai Berg') }),
    fc.record({ kind: fc.constant('affiliation' as const), source: voice, of: voice }),
    fc.record({
      kind: fc.constant('grade' as const),
      source: voice,
      letter: fc.constantFrom('A' as const, 'C' as const, 'F' as const),
      reason: fc.constant('its record'),
    }),
    fc.record({
      kind: fc.constantFrom('made-from' as const, 'not-made-from' as const),
      document,
      from: fc.oneof(
        fc.record({ kind: fc.constant('document' as const), document }),
        fc.record({ kind: fc.constant('source' as const), source: voice }),
      ),
    }),
    fc.record({ kind: fc.constantFrom('note' as const, 'tag' as const), on, text: fc.constantFrom('look', 'again') }),
    fc.record({ kind: fc.constant('state' as const), on, state: fc.constantFrom('open' as const, 'settled' as const) }),
  )
}

describe('the answer of a collection', () => {
  const kept = temporaryCollection()
  let store: Store
  beforeAll(async () => {
    store = await openCollection(kept.place)
    await add(store, ...exampleStories.map((story) => `examples/${story}`))
    await refresh(store, acting)
  }, 120_000)
  afterAll(async () => {
    await store.close()
    kept.remove()
  })

  it('is that on all piles as one report: the bundled stories together', async () => {
    const answers = openAnswers(store)
    expect((await answers.now()).catalogue.stories.length).toBeGreaterThan(1)
    await expectWhole(store, answers)
  }, 60_000)

  it('takes in what came since, and what was decided, and reads no more of the rest', async () => {
    const read: string[] = []
    const answers = openAnswers({
      ...store,
      listing: (key, version) => {
        read.push(key)
        return store.listing(key, version)
      },
    })
    const before = await answers.now()
    const [claim] = before.catalogue.claims
    const [document = ''] = claim?.key.split('#') ?? []
    const quote = (await before.shelf(document))?.statements.get(claim?.key ?? '')?.quote ?? ''
    const [source] = before.catalogue.sources.values()
    await decide(
      store,
      { decision: { kind: 'tag', on: { kind: 'claim', statement: { document, quote } }, text: 'first' } },
      acting,
    )
    await decide(
      store,
      { decision: { kind: 'grade', source: { name: source?.name ?? '' }, letter: 'B', reason: 'its record' } },
      acting,
    )
    await refresh(store, acting)
    expect(await answers.renew()).toBe(true)
    expect(read).toEqual([])
    const [renewed] = await answers.tell(async (answer) => answer.claimRows(answer.catalogue.claims.slice(0, 1)))
    expect(renewed?.tags).toEqual(['first'])
    await expectWhole(store, answers)
  }, 60_000)

  it('is told anew where a pile that it needs was put away meanwhile', async () => {
    const answers = openAnswers(store)
    const { catalogue } = await answers.now()
    const [first] = catalogue.stories
    const [voice] = [...catalogue.sources.values()].filter(({ kind }) => kind === 'person')
    await decide(
      store,
      { decision: { kind: 'alias', source: { name: voice?.name ?? '' }, name: 'Somebody Else' } },
      acting,
    )
    await refresh(store, acting)
    const pages = catalogue.stories.map(({ id }) => answers.tell(async (answer) => (await answer.shelf(id))?.report))
    for (const report of await Promise.all(pages)) expect(report?.documents.length).toBeGreaterThan(0)
    expect((await answers.now()).catalogue.stories.map(({ id }) => id)).toContain(first?.id)
    await expectWhole(store, answers)
  }, 60_000)

  it('is the same where an earlier version traced the piles and nothing may be written', async () => {
    const unlisted: Store = {
      ...store,
      isReadOnly: true,
      listing: async () => undefined,
      async *listings() {},
      listed: async () => new Map(),
      listedOf: async () => new Map(),
      listedWith: async () => [],
    }
    const answers = openAnswers(unlisted)
    await expectWhole(store, answers)
    // Somebody else goes on writing: rows of the piles that stay are still there.
    await decideOn(store, answers, 'Yet Another')
    await refresh(store, acting)
    expect(await answers.renew()).toBe(true)
    await expectWhole(store, answers)
  }, 60_000)

  it('loses no decision whose pile is put away while its words are looked for', async () => {
    const { document, quote } = await decideOn(store, openAnswers(store), 'Somebody')
    await decide(
      store,
      { decision: { kind: 'note', on: { kind: 'claim', statement: { document, quote } }, text: 'look' } },
      acting,
    )
    await refresh(store, acting)
    let isPutAway = false
    const answers = openAnswers({
      ...store,
      async pile(key) {
        if (!isPutAway) {
          isPutAway = true
          await decideOn(store, openAnswers(store), 'Somebody New')
          await refresh(store, acting)
        }
        return store.pile(key)
      },
    })
    await expectWhole(store, answers)
    expect(isPutAway).toBe(true)
  }, 60_000)

  it('shows whoever renews it what was traced before, also where a reading was under way', async () => {
    const own = temporaryCollection()
    const store = await openCollection(own.place)
    const [first, second] = exampleStories.map((story) => `examples/${story}`)
    await add(store, first ?? '')
    await refresh(store, acting)
    let reached = () => {}
    let go = () => {}
    const isReached = new Promise<void>((is) => {
      reached = is
    })
    const isLetGo = new Promise<void>((is) => {
      go = is
    })
    const answers = openAnswers({
      ...store,
      async *log(after, kind) {
        if (kind === 'capture') {
          reached()
          await isLetGo
        }
        yield* store.log(after, kind)
      },
    })
    const early = answers.renew()
    await isReached
    await add(store, second ?? '')
    await refresh(store, acting)
    const late = [answers.renew(), answers.renew()]
    go()
    expect(await Promise.all([early, ...late])).toEqual([true, true, true])
    await expectWhole(store, answers)
    await store.close()
    own.remove()
  }, 60_000)
})

/** Gives a voice of the first claim's pile another name, so that the pile is traced anew; tells what the claim says first, and where. */
async function decideOn(store: Store, answers: ReturnType<typeof openAnswers>, name: string) {
  const { catalogue, shelf } = await answers.now()
  const key = catalogue.claims[0]?.key ?? ''
  const [document = ''] = key.split('#')
  const own = await shelf(document)
  const voice = own?.report.sources.find(({ kind }) => kind === 'person')
  await decide(store, { decision: { kind: 'alias', source: { name: voice?.name ?? '' }, name } }, acting)
  return { document, quote: own?.statements.get(key)?.quote ?? '' }
}

async function expectWhole(store: Store, answers: ReturnType<typeof openAnswers>): Promise<void> {
  const members: (readonly string[])[] = []
  for await (const { documents } of store.piles()) members.push(documents)
  const arrived: string[] = []
  for await (const { body } of store.log(0, 'capture'))
    arrived.push(...(body as unknown as { documents: { id: string }[] }).documents.map(({ id }) => id))
  const log = await decisionsOf(store)
  await expectAsOneReport(await answers.now(), await reportOf(store), members, log, (id) => arrived.indexOf(id))
}

async function add(store: Store, ...inputs: readonly string[]): Promise<void> {
  for await (const _ of addAll(store, openedFrom(inputs, Readable.from([])), acting));
}
