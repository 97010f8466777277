import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeptCapture, KeptDocument } from '../../src/collection/kept.ts'
import { rowKey } from '../../src/collection/listing.ts'
import { flawOf, type LogFact, type LogLine } from '../../src/collection/log.ts'
import type { KeptModelAnswer } from '../../src/collection/model-answer.ts'
import { type Findable, type Question, termsOf } from '../../src/collection/search.ts'
import { read } from '../../src/extract/read.ts'
import type { PlacedReport } from '../../src/model/placed-report.ts'
import type { Store, TracingChange } from '../../src/ports/store.ts'
import { documentOf } from '../make.ts'

/** One empty collection that can be opened again and again, also by two at once. */
export interface Place {
  open(): Promise<Store>
  remove(): Promise<void>
}

/** What every adapter of the port `store` must do. */
export function storeConformance(name: string, placeOf: () => Promise<Place>): void {
  describe(`a collection in ${name}`, () => {
    let place: Place
    let store: Store
    beforeEach(async () => {
      place = await placeOf()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.remove()
    })

    it('is empty at first', async () => {
      expect(await store.counts()).toEqual({ captures: 0, documents: 0, versions: 0, lines: 0, alerts: 0 })
      expect(await store.tracing()).toBeUndefined()
      expect(await store.lastLine()).toBeUndefined()
      expect(await store.firstLine()).toBeUndefined()
      expect(await all(store.documents())).toEqual([])
    })

    it('keeps what was captured, byte for byte, and gives it back after it was opened again', async () => {
      const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7 + (i >> 3)) % 256)
      const retrieval = {
        asked: 'https://a.example/x',
        answered: 'https://a.example/y',
        hops: ['https://a.example/x', 'https://a.example/y'],
        status: 200,
        requestHeaders: [['accept', '*/*']],
        responseHeaders: [['etag', '"1"']],
        retrievedAt: '2026-03-04T05:06:07.890Z',
      } as const
      const capture = captureOf('https://a.example/y', bytes, { retrieval, mediaType: 'text/html; charset=utf-8' })
      const kept = await store.write((writing) => writing.addCapture(capture, bytes))
      expect(kept).toEqual({ ...capture, number: 1 })
      await store.close()
      store = await place.open()
      expect(await store.capture(1)).toEqual(kept)
      expect(await all(store.captures())).toEqual([kept])
      expect(await store.bytes(capture.sha256)).toEqual(bytes)
      expect(await store.bytes('0'.repeat(64))).toBeUndefined()
    })

    it('numbers captures from 1 on, keeps the same bytes once, and knows the last of an address', async () => {
      const bytes = Buffer.from('The ferry sank.')
      await store.write(async (writing) => {
        for (const address of ['file:///a', 'file:///b', 'file:///a'])
          await writing.addCapture(captureOf(address, bytes), bytes)
      })
      expect((await store.latestCapture('file:///a'))?.number).toBe(3)
      expect((await store.latestCapture('file:///b'))?.number).toBe(2)
      expect(await store.latestCapture('file:///c')).toBeUndefined()
    })

    it('keeps every version of a report and says which is the last', async () => {
      const [first, second, other] = [
        keptOf('dam', 'It held.', 1),
        keptOf('dam', 'It burst.', 2),
        keptOf('gate', 'Open.', 1),
      ]
      await addDocuments(store, [first, second, other])
      expect(await all(store.documents())).toEqual([second, other])
      expect(await store.versions('dam')).toEqual([{ ...first, current: false }, second])
      expect(await store.documentWithKey('key of dam')).toEqual(second)
      expect(await store.documentWithKey('key of nothing')).toBeUndefined()
      expect(await store.documentsOf(1)).toHaveLength(3)
      expect(await store.counts()).toMatchObject({ documents: 2, versions: 3 })
    })

    it('gives more documents than one page holds, each once and in order', async () => {
      const many = Array.from({ length: 450 }, (_, i) =>
        keptOf(`d${String(i).padStart(4, '0')}`, `Gate ${i} is open.`, 1),
      )
      await addDocuments(store, [...many].reverse())
      expect((await all(store.documents())).map(({ document }) => document.id)).toEqual(
        many.map(({ document }) => document.id),
      )
    })

    it('keeps readings of one pipeline and replaces them whole', async () => {
      const kept = keptOf('dam', 'Officials said on Monday that 14 gates of the dam were open.', 1)
      const reading = read(kept.document)
      await addDocuments(store, [kept])
      await store.write((writing) => writing.keepReading(1, 'p1', reading))
      expect(await store.reading('dam', 1, 'p1')).toEqual(plainly(reading))
      expect(await store.unread([{ id: reading.document.id, version: 1 }], 'p1')).toEqual([])
      await store.write((writing) => writing.keepReading(1, 'p2', reading))
      const versions = [1, 2].map((version) => ({ id: reading.document.id, version }))
      expect(await store.unread(versions, 'p2')).toEqual([versions[1]])
      expect(await store.unread(versions, 'p1')).toEqual(versions)
      expect(await Promise.all(versions.map((version) => store.readBy(version)))).toEqual(['p2', undefined])
      expect(await store.reading('dam', 1, 'p1')).toBeUndefined()
      expect(await store.reading('dam', 1, 'p2')).toEqual(plainly(reading))
    })

    it('forgets piles that the report is not made of any more', async () => {
      const { trace } = await import('../../src/tracing/trace.ts')
      const pile = (key: string, ...documents: readonly string[]) => ({
        key,
        base: `base of ${key}`,
        order: `2026-03-04\n${documents[0]}`,
        documents,
        names: ['the mayor'],
        sources: `sources of ${key}`,
      })
      const change = { isWhole: false, gone: [], come: [], placed: [] }
      const report = trace([documentOf('The gate of the dam was stuck, the mayor said.')])
      await store.write(async (writing) => {
        for (const key of ['k1', 'k2', 'k3']) await writing.keepPile(key, `base of ${key}`, report)
        await writing.keepTracing(
          { pipeline: 'p', upTo: 3 },
          { ...change, come: [pile('k3', 'c'), pile('k2', 'a', 'b')] },
        )
      })
      expect(await store.tracing()).toEqual({ pipeline: 'p', upTo: 3, documents: 0 })
      expect(await all(store.piles())).toEqual([pile('k2', 'a', 'b'), pile('k3', 'c')])
      expect(await store.pile('k1')).toBeUndefined()
      expect(await store.pile('k2')).toEqual(plainly(report))
      expect([...(await store.pilesOf('base of k2')).keys()]).toEqual(['k2'])
      expect(await store.keysOf(['base of k2', 'base of none'])).toEqual(new Map([['base of k2', ['k2']]]))
      expect(await store.pilesHolding(['b', 'c', 'x'])).toEqual(
        new Map([
          ['b', 'k2'],
          ['c', 'k3'],
        ]),
      )
      expect(await store.inPile('k2')).toEqual(['a', 'b'])
      expect([...(await store.pilesNaming(['the mayor', 'nobody']))].sort()).toEqual(['k2', 'k3'])

      await store.write(async (writing) => {
        await writing.keepPile('k4', 'base of k4', report)
        await writing.keepTracing({ pipeline: 'p', upTo: 4 }, { ...change, gone: ['k2'], come: [pile('k4', 'a')] })
      })
      expect((await all(store.piles())).map(({ key }) => key)).toEqual(['k4', 'k3'])
      expect(await store.tracedPiles(['k2', 'k3'])).toEqual([pile('k3', 'c')])
      expect(await store.pile('k2')).toBeUndefined()
      expect(await store.pilesHolding(['b'])).toEqual(new Map())
      expect(await store.lostPiles()).toEqual([])

      await store.write((writing) =>
        writing.keepTracing({ pipeline: 'q', upTo: 5 }, { ...change, isWhole: true, come: [pile('k3', 'a')] }),
      )
      expect(await all(store.piles())).toEqual([pile('k3', 'a')])
      expect(await store.pile('k4')).toBeUndefined()
      expect(await store.pile('k3')).toEqual(plainly(report))
    })

    it('keeps what lists show of a pile for as long as the report is made of it', async () => {
      const { trace } = await import('../../src/tracing/trace.ts')
      const report = trace([documentOf('The gate of the dam was stuck, the mayor said.')])
      const pile = (key: string, id: string) => ({
        key,
        base: `base of ${key}`,
        order: `2026-03-04\n${id}`,
        documents: [id],
        names: [],
        sources: `sources of ${key}`,
      })
      const row = (place: number, words: string, kind: 'claim' | 'document' = 'claim') => ({
        kind,
        place,
        words,
        body: { says: words },
      })
      const rows = [row(0, "gate's 50% shut"), row(1, 'gate_two!\nébène 🚢'), row(2, 'gate', 'document')]
      const keep = (key: string, version: number) =>
        store.write((writing) => writing.keepListing(key, version, { digest: { of: key, version }, rows }))
      await store.write(async (writing) => {
        for (const key of ['k1', 'k2']) await writing.keepPile(key, `base of ${key}`, report)
        await writing.keepTracing(
          { pipeline: 'p', upTo: 1 },
          { isWhole: false, gone: [], come: [pile('k1', 'a'), pile('k2', 'b')], placed: [] },
        )
      })
      expect(await store.pileKeys()).toEqual(['k1', 'k2'])
      expect(await store.unlistedPiles(1)).toEqual(['k1', 'k2'])
      await keep('k1', 1)
      await keep('k1', 1)
      await keep('k2', 1)
      await keep('k2', 2)
      expect(await store.unlistedPiles(1)).toEqual(['k2'])
      expect(await all(store.listings(1))).toEqual([['k1', { of: 'k1', version: 1 }]])
      expect([await store.listing('k2', 2), await store.listing('k2', 1)]).toEqual([
        { of: 'k2', version: 2 },
        undefined,
      ])
      const key = (of: string, place: number) => rowKey(of, 'claim', place)
      expect(await store.listed([key('k1', 1), key('k2', 0), key('k2', 9)])).toEqual(
        new Map([
          [key('k1', 1), { says: 'gate_two!\nébène 🚢' }],
          [key('k2', 0), { says: "gate's 50% shut" }],
        ]),
      )
      expect([...(await store.listedOf('document', ['k1', 'k2', 'k3'])).values()]).toEqual([
        { says: 'gate' },
        { says: 'gate' },
      ])
      const with_ = async (...words: readonly string[]) => [...(await store.listedWith('claim', ['k1'], words))].sort()
      expect(await with_('gate')).toEqual([key('k1', 0), key('k1', 1)])
      expect(await with_()).toEqual([key('k1', 0), key('k1', 1)])
      for (const [words, place] of [['50%'], ["e's 5"], ['gate', 'shut']].map((words) => [words, 0] as const))
        expect(await with_(...words)).toEqual([key('k1', place)])
      for (const word of ['_', '!', 'o!', 'bène', '🚢']) expect(await with_(word)).toEqual([key('k1', 1)])
      for (const word of ['g%e', 'gate.two', '%%', 'x']) expect(await with_(word)).toEqual([])

      await store.write((writing) =>
        writing.keepTracing({ pipeline: 'p', upTo: 2 }, { isWhole: false, gone: ['k1'], come: [], placed: [] }),
      )
      expect(await store.listing('k1', 1)).toBeUndefined()
      expect(await store.listed([key('k1', 0), key('k2', 0)])).toEqual(
        new Map([[key('k2', 0), { says: "gate's 50% shut" }]]),
      )

      // One who listed it meanwhile comes too late.
      await keep('k1', 2)
      expect(await store.listing('k1', 2)).toBeUndefined()
      expect(await store.listed([key('k1', 0)])).toEqual(new Map())
    })

    it('keeps the forest of topics, whose places are in the order of code units', async () => {
      const ids = ['zz', '\u007f', 'é', '\ue000', '\u{1f6a2}']
      const reports = ids.map(
        (id, i): PlacedReport => ({
          id,
          order: `2026-03-04\n${id}`,
          day: i === 0 ? undefined : 20_516,
          keys: Uint32Array.of(7, 4_000_000_000),
          weights: Float32Array.of(0.6, 0.8),
          leads: Uint32Array.of(4_000_000_000),
          nearest: i === 0 ? null : (ids[0] ?? null),
          likeness: i / 3,
        }),
      )
      const keep = (placed: TracingChange['placed']) =>
        store.write((writing) =>
          writing.keepTracing({ pipeline: 'p', upTo: 1 }, { isWhole: false, gone: [], come: [], placed }),
        )
      await keep(reports.map((is) => ({ was: undefined, is })))
      expect(await store.tracing()).toMatchObject({ documents: 5 })
      expect(await store.placed([...ids, 'nobody'].slice(1))).toHaveLength(4)
      for (const report of reports) expect(await store.placed([report.id])).toEqual([report])
      expect([...(await store.hangingOn(['zz', 'é']))].sort()).toEqual(ids.slice(1).sort())

      const orders = [...reports].map(({ order }) => order).sort()
      const [first = '', , third = ''] = orders
      expect(await store.ledBy(4_000_000_000, 'after', first, 9)).toEqual(orders.slice(1))
      expect(await store.ledBy(4_000_000_000, 'before', third, 1)).toEqual([orders[1]])
      expect(await store.ledBy(7, 'after', first, 9)).toEqual([])

      const [zz, del] = reports
      if (!zz || !del) throw new Error('there are five')
      const moved = { ...del, nearest: 'é', likeness: 0.1 }
      const later = { ...zz, order: '2026-03-05\nzz' }
      await keep([
        { was: del, is: moved },
        { was: zz, is: later },
      ])
      expect(await store.placed(['\u007f'])).toEqual([moved])
      expect(await store.ledBy(4_000_000_000, 'after', orders[3] ?? '', 9)).toEqual([orders[4], later.order])
      await keep([{ was: later, is: undefined }])
      expect(await store.placed(['zz'])).toEqual([])
      expect(await store.ledBy(4_000_000_000, 'after', orders[3] ?? '', 9)).toEqual([orders[4]])
    })

    it('writes all or nothing', async () => {
      const bytes = Buffer.from('x')
      const failing = store.write(async (writing) => {
        await writing.addCapture(captureOf('file:///a', bytes), bytes)
        await writing.addLine(fact('capture'))
        expect((await writing.counts()).captures).toBe(1)
        throw new Error('the lights went out')
      })
      await expect(failing).rejects.toThrow('the lights went out')
      expect(await store.counts()).toMatchObject({ captures: 0, lines: 0 })
      await store.write((writing) => writing.addLine(fact('decision')))
      expect((await store.lastLine())?.number).toBe(1)
      expect((await store.firstLine())?.number).toBe(1)
    })

    it('finds the last line of some kinds', async () => {
      for (const kind of ['capture', 'decision', 'view-saved', 'followed'] as const)
        await store.write((writing) => writing.addLine(fact(kind)))
      expect((await store.lastLine(['decision', 'capture']))?.number).toBe(2)
      expect((await store.lastLine(['view-saved']))?.number).toBe(3)
      expect(await store.lastLine(['timestamp'])).toBeUndefined()
      expect((await store.lastLine())?.number).toBe(4)
    })

    it('lets one write after the other, whoever asks, and loses no line of the log', async () => {
      const second = await place.open()
      try {
        await Promise.all(
          Array.from({ length: 40 }, (_, i) =>
            (i % 2 === 0 ? store : second).write(async (writing) => {
              await writing.addLine(fact('decision', { i }))
            }),
          ),
        )
        const lines = await all(store.log())
        expect(lines).toHaveLength(40)
        expect(lines.map((line, i) => flawOf(line, lines[i - 1]))).toEqual(lines.map(() => undefined))
        expect(new Set(lines.map(({ body }) => (body as { i: number }).i)).size).toBe(40)
        expect(await all(second.log(38))).toEqual(lines.slice(38))
        expect(await all(second.log(38, 'decision'))).toEqual(lines.slice(38))
        expect(await all(second.log(0, 'capture'))).toEqual([])
      } finally {
        await second.close()
      }
    })

    it('shows what is half written to nobody', async () => {
      const second = await place.open()
      try {
        let seen: readonly LogLine[] = []
        await store.write(async (writing) => {
          await writing.addLine(fact('capture'))
          seen = await all(second.log())
        })
        expect(seen).toEqual([])
        expect(await all(second.log())).toHaveLength(1)
      } finally {
        await second.close()
      }
    })

    it('keeps odd letters as they are', async () => {
      const odd = 'Kyïv 😀 “quoted” % _ ~ \' " \\ ? $1 東京'
      await addDocuments(store, [keptOf('odd', odd, 1)])
      await store.write((writing) => writing.keepRefusal({ input: odd, code: 'empty', says: odd, at: '2026-01-01' }))
      expect((await store.versions('odd'))[0]?.document.text).toBe(odd)
      expect((await store.refusals())[0]?.says).toBe(odd)
    })

    it('keeps the first answer of a model to a question, and forgets by model', async () => {
      const answer = (digest: string, model: string, text: string): KeptModelAnswer => ({
        digest,
        model,
        host: 'models.example',
        prompt: { version: 'statements@1', sha256: '0'.repeat(64) },
        subject: { kind: 'text', document: 'a', sha256: '1'.repeat(64), start: 0, end: 9 },
        answer: text,
        answerSha256: '2'.repeat(64),
        tokens: { sent: 1, received: 2 },
        at: '2026-02-03T04:05:06.789Z',
        by: 'ana',
      })
      const many = Array.from({ length: 450 }, (_, n) =>
        answer(`d${`${n}`.padStart(4, '0')}`, 'openai:one', `{"é": ${n}}`),
      )
      await store.write(async (writing) => {
        for (const one of many.toReversed()) await writing.keepModelAnswer(one)
        await writing.keepModelAnswer(answer('e', 'ollama:two', 'first'))
        await writing.keepModelAnswer(answer('e', 'ollama:two', 'second'))
      })
      expect((await store.modelAnswer('e'))?.answer).toBe('first')
      expect(await store.modelAnswer('f')).toBeUndefined()
      expect((await all(store.modelAnswers())).slice(0, 450)).toEqual(many)
      expect(await store.write((writing) => writing.forgetModelAnswers('openai:one'))).toBe(450)
      expect((await all(store.modelAnswers())).map(({ digest }) => digest)).toEqual(['e'])
      expect(await store.write((writing) => writing.forgetModelAnswers())).toBe(1)
      expect(await all(store.modelAnswers())).toEqual([])
    })

    it('keeps what is planned, and how often what failed, until something was traced', async () => {
      const pile = (base: string, upTo: number) => ({ base, upTo, members: [{ id: 'é', version: 2 }] })
      await store.write((writing) => writing.plan(Array.from({ length: 40 }, (_, n) => pile(`b${n}`, 1))))
      await store.write((writing) => writing.plan([pile('b1', 2), pile('b40', 2)]))
      const planned = await store.planned(['b0', 'b1', 'b40', 'b41'])
      expect([...planned.values()].map(({ base, upTo }) => [base, upTo]).sort()).toEqual([
        ['b0', 1],
        ['b1', 2],
        ['b40', 2],
      ])
      expect(planned.get('b0')).toEqual(pile('b0', 1))
      const asked = Array.from({ length: 100 }, (_, n) => `b${n}`)
      expect(await store.countPlanned([...asked, ...asked])).toBe(41)
      expect(await store.countPlanned([])).toBe(0)
      const failed = (about: string) => store.write((writing) => writing.countFailure(about))
      expect([await failed('a'), await failed('b'), await failed('a')]).toEqual([1, 1, 2])
      await store.write((writing) =>
        writing.keepTracing({ pipeline: 'p', upTo: 1 }, { isWhole: false, gone: [], come: [], placed: [] }),
      )
      expect(await store.planned(['b0', 'b1'])).toEqual(new Map())
      expect(await failed('a')).toBe(1)
    })

    it('knows which builds came to it, the last one last', async () => {
      for (const pipeline of ['p', 'q']) await store.write((writing) => writing.addBuild(pipeline))
      expect(await store.builds()).toEqual(['p', 'q'])
      await store.write((writing) => writing.addBuild('p'))
      expect(await store.builds()).toEqual(['q', 'p'])
    })

    it('keeps the last refusal of an input until it is forgotten', async () => {
      await store.write(async (writing) => {
        await writing.keepRefusal({ input: 'a', code: 'empty', says: 'first', at: '1' })
        await writing.keepRefusal({ input: 'a', code: 'binary', says: 'second', at: '2' })
        await writing.keepRefusal({ input: 'b', code: 'empty', says: 'third', at: '3' })
      })
      expect((await store.refusals()).map(({ says }) => says)).toEqual(['second', 'third'])
      await store.write((writing) => writing.forgetRefusal('a', 'set-aside'))
      expect((await store.refusals()).some(({ input }) => input === 'a')).toBe(true)
      await store.write((writing) => writing.forgetRefusal('a'))
      expect((await store.refusals()).map(({ says }) => says)).toEqual(['third'])
    })

    it('remembers what is followed', async () => {
      const follow = {
        address: 'https://a.example/feed',
        every: '15 minutes',
        addedAt: '2026-01-01T00:00:00.000Z',
        nextAt: '2026-01-01T00:15:00.000Z',
        lastAt: null,
        etag: null,
        lastModified: null,
        failures: 0,
        says: null,
      }
      await store.write((writing) => writing.keepFollow({ ...follow, failures: 3 }))
      await store.write((writing) => writing.keepFollow(follow))
      expect(await store.follows()).toEqual([follow])
      expect(await store.write((writing) => writing.dropFollow('https://b.example'))).toBe(false)
      expect(await store.write((writing) => writing.dropFollow(follow.address))).toBe(true)
      expect(await store.follows()).toEqual([])
    })

    it('keeps views by their id, whatever they are called', async () => {
      const view = {
        id: 'b2',
        name: 'Disputed',
        asks: { finding: 'conflict' },
        by: 'ana',
        at: '2026-01-01T00:00:00.000Z',
      }
      const other = { ...view, id: 'a1', name: 'All', asks: {} }
      expect(await store.views()).toEqual([])
      await store.write(async (writing) => {
        await writing.keepView(view)
        await writing.keepView(other)
        await writing.keepView({ ...view, name: 'Disputed figures' })
        expect(await writing.views()).toHaveLength(2)
      })
      await store.close()
      store = await place.open()
      expect(await store.views()).toEqual([other, { ...view, name: 'Disputed figures' }])
      expect(await store.write((writing) => writing.dropView('c3'))).toBe(false)
      expect(await store.write((writing) => writing.dropView('b2'))).toBe(true)
      expect(await store.views()).toEqual([other])
    })

    it('keeps alerts and which of them are to be delivered', async () => {
      const alert = {
        at: '2026-01-01',
        kind: 'conflict',
        about: 'the dam',
        says: 'They differ.',
        evidence: [],
      } as const
      const kept = await store.write((writing) => writing.addAlert(alert))
      expect(kept).toEqual({ ...alert, number: 1 })
      await store.write((writing) => writing.addAlert({ ...alert, kind: 'edited' }))
      expect((await all(store.alerts(1))).map(({ kind }) => kind)).toEqual(['edited'])
      const delivery = {
        alert: 1,
        to: 'command true',
        attempts: 0,
        nextAt: '2026-01-02',
        deliveredAt: null,
        says: null,
      }
      expect(await store.lastDelivery('command true')).toBeUndefined()
      await store.write((writing) => writing.keepDelivery(delivery))
      expect(await store.lastDelivery('command true')).toBe(1)
      expect(await store.dueDeliveries('2026-01-01')).toEqual([])
      expect(await store.dueDeliveries('2026-01-02')).toEqual([delivery])
      await store.write((writing) =>
        writing.keepDelivery({ ...delivery, attempts: 1, nextAt: null, deliveredAt: '2026-01-02' }),
      )
      expect(await store.dueDeliveries('2026-01-03')).toEqual([])
    })

    describe('searching', () => {
      const rows: readonly Findable[] = [
        found('s1', 'The dam at Mayo burst on Monday, flooding 2,000 houses.', {
          outlet: 'The Mayo Post',
          certainty: 'asserted',
          figures: [{ low: 2000, high: 2000 }],
          sources: ['Mayor Ana Ruiz'],
          published: '2026-02-03T10:00:00Z',
        }),
        found('s2', 'Engineers say the dams may burst again.', {
          outlet: 'Wire.example',
          certainty: 'hedged',
          sources: ['engineers'],
          findings: ['drift', 'single-origin'],
          published: '2026-02-04',
        }),
        found('s3', 'No flood was reported at twz.com or in the north-east, nothing who asked.', {
          published: '2026-02-05',
          figures: [{ low: 300, high: null }],
        }),
        found(
          'd1',
          `${'Water rose in the valley. '.repeat(40)}The flooded houses stood near a café. ${'Then it fell. '.repeat(40)}`,
          { kind: 'document' },
        ),
      ]
      beforeEach(() => store.write((writing) => writing.keepFindable('d1', 'x', rows)))
      const ids = async (query: string, more: Partial<Question> = {}): Promise<readonly string[]> =>
        (await store.search(asked(query, more))).hits.map(({ id }) => id).sort()

      it.each([
        ['dam', ['s1', 's2']],
        ['DAMS burst', ['s1', 's2']],
        ['"dam at Mayo"', ['s1']],
        ['"at dam"', []],
        ['burst -flooding', ['s2']],
        ['flood', ['d1', 's1', 's3']],
        ['engin*', ['s2']],
        ['2,000', ['s1']],
        ['twz.com', ['s3']],
        ['north-east', ['s3']],
        ['who', ['s3']],
        ['zebra', []],
        ['-dam', []],
      ])('%s', async (query, expected) => expect(await ids(query)).toEqual(expected))

      it.each<[string, Partial<Question>, readonly string[]]>([
        ['kind', { kinds: ['document'] }, ['d1']],
        ['source', { source: 'ana ruiz' }, ['s1']],
        ['outlet', { outlet: 'mayo' }, ['s1']],
        ['from a day', { from: '2026-02-04' }, ['s2', 's3']],
        ['to a day, all of it', { to: '2026-02-03' }, ['s1']],
        ['a figure of at least', { atLeast: 2500 }, ['s3']],
        ['a figure of at most', { atMost: 1000 }, ['s3']],
        ['a finding', { finding: 'drift' }, ['s2']],
        ['certainty', { certainty: 'hedged' }, ['s2']],
        ['letters that mean something to the engine', { source: '%' }, []],
      ])('by %s alone', async (_, filter, expected) => expect(await ids('', filter)).toEqual(expected))

      it('marks what was found, in its place', async () => {
        const { hits } = await store.search(asked('dams burst', { certainty: 'asserted' }))
        expect(hits[0]?.marks.map(({ start, end }) => hits[0]?.quote.slice(start, end))).toEqual(['dam', 'burst'])
        expect(hits[0]).toMatchObject({ sources: ['Mayor Ana Ruiz'], outlet: 'The Mayo Post' })
      })

      it('shows of a long text the part around what was found', async () => {
        const { hits } = await store.search(asked('flooded houses', { kinds: ['document'] }))
        const [hit] = hits
        expect(hit?.quote.length).toBeLessThan(300)
        expect(rows[3]?.words.slice(hit?.start, (hit?.start ?? 0) + (hit?.quote.length ?? 0))).toBe(hit?.quote)
        expect(hit?.marks.map(({ start, end }) => hit.quote.slice(start, end))).toEqual(['flooded', 'houses'])
      })

      it('counts all and gives a page', async () => {
        const { hits, total } = await store.search(asked('flood', { limit: 1, skip: 1 }))
        expect([hits.length, total]).toEqual([1, 3])
      })

      it('replaces what can be found under a name, and forgets it', async () => {
        await store.write((writing) => writing.keepFindable('d1', 'y', [found('s9', 'A zebra escaped.')]))
        expect([await ids('dam'), await ids('zebra')]).toEqual([[], ['s9']])
        await store.write((writing) => writing.keepFindable('d1', 'y', rows))
        expect(await ids('zebra')).toEqual(['s9'])
        await store.write((writing) => writing.dropFindable(['d2']))
        expect(await ids('zebra')).toEqual(['s9'])
        await store.write((writing) => writing.dropFindable(['d1']))
        expect(await ids('zebra')).toEqual([])
      })

      it('takes a query as words, never as orders', async () => {
        for (const query of [
          `' or 1=1 --`,
          'a" OR "b',
          'NEAR(a b)',
          'a & b | !c',
          '(((',
          '*',
          'a:b',
          '\u0000',
          '"',
          '-',
          '😀',
        ])
          expect((await store.search(asked(query))).total).toBeLessThanOrEqual(4)
      })
    })
  })
}

export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const asked = (query: string, more: Partial<Question> = {}): Question => ({
  terms: termsOf(query),
  kinds: [],
  limit: 20,
  skip: 0,
  ...more,
})

function captureOf(address: string, bytes: Uint8Array, more: Partial<KeptCapture> = {}): Omit<KeptCapture, 'number'> {
  return {
    address,
    input: address,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mediaType: null,
    retrieval: null,
    addedAt: '2026-01-02T03:04:05.678Z',
    tool: 'headwater test',
    ...more,
  }
}

const keptOf = (id: string, text: string, version: number): KeptDocument => ({
  document: plainly(documentOf(text, { id })),
  version,
  key: `key of ${id}`,
  capture: 1,
  current: true,
})

async function addDocuments(store: Store, documents: readonly KeptDocument[]): Promise<void> {
  const bytes = Buffer.from('all of it')
  await store.write(async (writing) => {
    await writing.addCapture(captureOf('file:///all', bytes), bytes)
    for (const document of documents) await writing.addDocument(document)
  })
}

const fact = (kind: LogFact['kind'], body: LogFact['body'] = {}): LogFact => ({
  kind,
  at: '2026-01-01T00:00:00.000Z',
  by: 'ana',
  body,
})

const found = (id: string, words: string, more: Partial<Findable> = {}): Findable => ({
  kind: 'statement',
  id,
  document: 'd1',
  start: 0,
  words,
  outlet: null,
  published: null,
  certainty: null,
  sources: [],
  findings: [],
  figures: [],
  ...more,
})

/** As JSON keeps it. */
const plainly = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
