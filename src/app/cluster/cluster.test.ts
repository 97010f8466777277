import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { queueConformance } from '../../../test/conformance/queue.ts'
import { all } from '../../../test/conformance/store.ts'
import { manyEvents } from '../../../test/fixtures/many-events.ts'
import { randomOf } from '../../../test/fixtures/random.ts'
import { each, openedOf } from '../../../test/fixtures/reports.ts'
import { openUnrulyQueue, type UnrulyQueue, wellBehaved } from '../../../test/fixtures/unruly-queue.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Report } from '../../model/report.ts'
import type { Queue } from '../../ports/queue.ts'
import type { Store } from '../../ports/store.ts'
import { joined } from '../../tracing/joined.ts'
import { pilesOf } from '../../tracing/piles.ts'
import { readForTracing, traceTopic } from '../../tracing/topic.ts'
import { pipeline } from '../collection/acting.ts'
import { addAll } from '../collection/add.ts'
import { asideIn } from '../collection/aside.ts'
import { joinIn } from '../collection/builds.ts'
import { openCollection } from '../collection/open.ts'
import { type Tracer, toTrace } from '../collection/piles.ts'
import { isDue } from '../collection/refresh.ts'
import { reportOf } from '../collection/report.ts'
import { verify } from '../collection/verify.ts'
import { announceChange, announceReports } from './announce.ts'
import type { WorkerEvent } from './events.ts'
import type { Hands } from './hands.ts'
import { openBench } from './jobs.ts'
import { openWorker, type Pace, type Worker } from './worker.ts'

const acting = { by: 'ana', now: () => '2031-06-01T00:00:00.000Z' }
const folder = mkdtempSync(join(tmpdir(), 'headwater-cluster-'))
afterAll(() => rmSync(folder, { recursive: true }))
let serial = 0

const pace: Partial<Pace> = { look: 40, beat: 15, ask: 50, poll: 4, lost: 60, wait: 2, longestWait: 20, tries: 2 }

/** Reading is the same whoever does it: once for all runs. */
const read = new Map<string, Reading>()
const readOnce = (document: Document): Reading => {
  const key = `${document.id} ${document.sha256}`
  const known = read.get(key) ?? readForTracing(document)
  read.set(key, known)
  return known
}

/** So is tracing. */
const traced = new Map<string, Report>()
const traceOnce: Tracer['trace'] = (readings, decisions) => {
  const members = readings.map(({ document, statements }) => [document.id, document.sha256, statements.length])
  const key = JSON.stringify([members, decisions])
  const known = traced.get(key) ?? traceTopic(readings, decisions)
  traced.set(key, known)
  return known
}

/** A machine with workers: the process that all of it runs in may be killed. */
interface Machine {
  readonly store: Store
  readonly worker: Worker
  /** From now on nothing of it reaches anybody, in whatever it is. */
  kill(): void
}

interface MachineOptions {
  /** Ids of reports that break the reader. */
  readonly poison?: readonly string[]
  readonly reader?: Tracer['read']
  readonly tracer?: Tracer['trace']
  readonly tell?: (event: WorkerEvent) => void
  readonly takesOver?: boolean
}

async function machine(
  place: string,
  queue: Pick<UnrulyQueue, 'open'>,
  {
    poison = [],
    reader = readOnce,
    tracer: trace = traceOnce,
    tell = () => undefined,
    takesOver = false,
  }: MachineOptions = {},
): Promise<Machine> {
  const store = await openCollection(place)
  const dead = { is: false }
  const tracer: Tracer = {
    read(document) {
      if (poison.includes(document.id)) throw new RangeError('Maximum call stack size exceeded')
      return reader(document)
    },
    trace,
  }
  const live = mortal(store, dead)
  const [work, parting] = [openBench({ store: live, acting, tracer }), openBench({ store: live, acting, tracer })]
  const hands: Hands = {
    count: 2,
    work: (task) => (task.kind === 'read' ? work.done<'read'>(task) : work.done<'trace'>(task)),
    workApart: (task) => (task.kind === 'read' ? work.done<'read'>(task) : work.done<'trace'>(task)),
    plan: () => parting.done<'plan'>({ kind: 'plan' }),
    finish: () => parting.done<'finish'>({ kind: 'finish' }),
    close: async () => undefined,
  }
  const worker = openWorker({ store: live, queue: deaf(queue.open(), dead), hands, acting, tell, takesOver, pace })
  return {
    store,
    worker,
    kill() {
      dead.is = true
    },
  }
}

/** A store whose process may be killed: a writing that was begun is then never kept. */
function mortal(store: Store, dead: { readonly is: boolean }): Store {
  const alive = (): void => {
    if (dead.is) throw new Error('killed')
  }
  return {
    ...store,
    write: (work) =>
      store.write(async (writing) => {
        alive()
        const result = await work(writing)
        alive()
        return result
      }),
    latest: async (ids) => {
      alive()
      return store.latest(ids)
    },
  }
}

/** A queue as a process sees it that may be killed: its acknowledgements are never heard then. */
const deaf = (queue: Queue, dead: { readonly is: boolean }): Queue => ({
  ...queue,
  publish: async (hint) => dead.is || queue.publish(hint),
  async take(subject, within) {
    const delivery = await queue.take(subject, within)
    if (!delivery) return undefined
    return {
      ...delivery,
      ack: () => (dead.is ? undefined : delivery.ack()),
      nak: (after) => (dead.is ? undefined : delivery.nak(after)),
      inProgress: () => (dead.is ? undefined : delivery.inProgress()),
    }
  },
})

/** Breaks on a pile in which one of these is read. */
const breaksOn =
  (poison: readonly string[]): Tracer['trace'] =>
  (readings, decisions) => {
    if (readings.some(({ document, statements }) => poison.includes(document.id) && statements.length > 0))
      throw new RangeError('Maximum call stack size exceeded')
    return traceOnce(readings, decisions)
  }

/** The reports that are set aside in their last version. */
async function setAsideIn(store: Store): Promise<readonly string[]> {
  const aside = await asideIn(store)
  const documents = await all(store.documents())
  return documents.flatMap(({ document: { id }, version }) => (aside.has({ id, version }) ? [id] : []))
}

/** What one process makes of all of it, without what could not be read. */
async function inOneProcess(store: Store, poison: readonly string[]): Promise<string> {
  const documents = (await all(store.documents())).map(({ document }) => document)
  const nothing = { sentences: [], tokens: [], mentions: [], quantities: [], times: [], attributions: [] }
  const readings = (pile: readonly Document[]): readonly Reading[] =>
    pile.map((document) =>
      poison.includes(document.id) ? { document, ...nothing, hedges: [], statements: [] } : readOnce(document),
    )
  const refusals = (await store.refusals()).map(({ input, code, says }) => ({ input, code, says }))
  return JSON.stringify(
    joined(
      pilesOf(documents).map((pile) => traceOnce(readings(pile), [])),
      refusals,
    ),
  )
}

const untilUpToDate = (store: Store): Promise<void> => until(async () => !(await isDue(store)))

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const started = performance.now()
  while (!(await isSo())) {
    if (performance.now() - started > 50_000) throw new Error('it never comes to an end')
    await new Promise((again) => setTimeout(again, 10))
  }
}

/** A promise, and what fulfils it. */
function whenever(): { readonly is: Promise<void>; so(): void } {
  let so = (): void => undefined
  const is = new Promise<void>((done) => {
    so = done
  })
  return { is, so: () => so() }
}

const lineOf = ({ id, text, publisher, published }: Document, edit = ''): string =>
  JSON.stringify({ id, text: `${text}${edit}`, publisher, published, url: `https://news.example/${id}` })

/** Adds as `headwater add --queue` does. @param isTold whether workers are told of each report: where not, they hear of it when it is planned */
async function add(store: Store, queue: Queue, documents: readonly string[], isTold = true): Promise<void> {
  for await (const added of addAll(store, each(openedOf(`/r/${serial++}.jsonl`, documents.join('\n'))), acting))
    if (isTold) await announceReports(queue, added.documents)
  await announceChange(queue, store)
}

const step = fc.record({
  /** Reports that come, some of them edited. */
  from: fc.nat(manyEvents.length - 1),
  count: fc.integer({ min: 1, max: 6 }),
  isEdited: fc.boolean(),
  isTold: fc.boolean(),
  /** A machine that is killed in the midst of it, and begun again; the queue that forgets all; how long nobody does anything. */
  kills: fc.option(fc.nat(2), { nil: undefined }),
  loses: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  waits: fc.integer({ min: 0, max: 40 }),
})

const manners = fc.record({
  drops: fc.constantFrom(0, 0.3, 0.9),
  doubles: fc.constantFrom(0, 0.3),
  forgets: fc.constantFrom(0, 0.2),
  late: fc.constantFrom(0, 30),
  silence: fc.constantFrom(60, 200),
  remembers: fc.constantFrom(100, 400),
  most: fc.constantFrom(undefined, 5),
})

describe('a collection that several processes work on', () => {
  it('answers as one process would, whatever the queue does and whoever is killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 5 }),
        manners,
        fc.integer({ min: 1, max: 3 }),
        fc.nat(),
        fc.option(fc.record({ one: fc.nat(45), breaks: fc.constantFrom('read', 'trace') }), { nil: undefined }),
        async (steps, bad, count, seed, poisoned) => {
          const place = join(folder, `${serial++}.db`)
          const queue = openUnrulyQueue(bad, randomOf(seed))
          const poison = poisoned === undefined ? [] : [manyEvents[poisoned.one]?.id ?? '']
          const options = poisoned?.breaks === 'trace' ? { tracer: breaksOn(poison) } : { poison }
          const store = await openCollection(place)
          const machines = await Promise.all(Array.from({ length: count }, () => machine(place, queue, options)))
          const gone: Machine[] = []
          await add(
            store,
            queue.open(),
            manyEvents.slice(0, 46).map((one) => lineOf(one)),
            steps[0]?.isTold,
          )
          for (const { from, count, isEdited, isTold, kills, loses, waits } of steps) {
            const some = manyEvents.slice(from, from + count)
            await add(
              store,
              queue.open(),
              some.map((one) => lineOf(one, isEdited ? ` It rained on day ${serial}.` : '')),
              isTold,
            )
            await new Promise((later) => setTimeout(later, waits))
            const killed = kills === undefined ? undefined : machines[kills]
            if (killed) {
              killed.kill()
              gone.push(killed)
              machines[kills ?? 0] = await machine(place, queue, options)
            }
            if (loses) queue.lose()
          }
          await untilUpToDate(store)
          await Promise.all([...machines, ...gone].map(({ worker }) => worker.stop(5_000)))
          const aside = await setAsideIn(store)
          expect(aside).toEqual(poisoned?.breaks === 'trace' ? expect.arrayContaining(poison) : poison)
          const refusals = await store.refusals()
          const versions = await Promise.all(aside.map((id) => store.versions(id)))
          const unreadable = new Set(versions.flat().map(({ document }) => document.input))
          expect(refusals.filter(({ code, input }) => code !== 'set-aside' || !unreadable.has(input))).toEqual([])
          const last = versions.flatMap((one) => one.at(-1)?.document.input ?? [])
          expect(refusals.map(({ input }) => input)).toEqual(expect.arrayContaining(last))
          expect(JSON.stringify(await reportOf(store))).toEqual(await inOneProcess(store, aside))
          expect((await verify(store)).flaws).toEqual([])
          for (const one of [...machines, ...gone]) await one.store.close()
          await store.close()
        },
      ),
      { numRuns: process.env.HEADWATER_NOTHING_SKIPPED === '1' ? 20 : 6, endOnFailure: true },
    )
  }, 240_000)

  it('sets aside what cannot be read, by name, and nothing else', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue(wellBehaved)
    const store = await openCollection(place)
    const events: WorkerEvent[] = []
    const { worker, store: own } = await machine(place, queue, {
      poison: ['Dorn-2'],
      tell: (event) => events.push(event),
    })
    await add(
      store,
      queue.open(),
      manyEvents.map((one) => lineOf(one)),
    )
    await untilUpToDate(store)
    await worker.stop(1_000)
    expect(events.filter(({ kind }) => kind === 'suspected' || kind === 'set-aside')).toHaveLength(2)
    const report = await reportOf(store)
    expect(report.refusals).toMatchObject([{ code: 'set-aside', says: expect.stringContaining('RangeError') }])
    expect(report.documents.map(({ id }) => id)).toContain('Dorn-2')
    expect(report.statements.filter(({ document }) => document === 'Dorn-2')).toEqual([])
    expect(report.statements.filter(({ document }) => document === 'Dorn-1')).not.toEqual([])
    await own.close()
    await store.close()
  }, 60_000)

  it.each([
    ['read', { poison: ['Dorn-2'] }],
    ['traced', { tracer: breaksOn(['Dorn-2']) }],
  ])(
    'plans anew what cannot be %s in the midst of a plan, and nothing else of it',
    async (_, breaking) => {
      const place = join(folder, `${serial++}.db`)
      const queue = openUnrulyQueue(wellBehaved)
      const store = await openCollection(place)
      const lines = manyEvents.map((one) => lineOf(one))
      await add(store, queue.open(), lines, false)
      const events: WorkerEvent[] = []
      const { worker, store: own } = await machine(place, queue, { ...breaking, tell: (event) => events.push(event) })
      await untilUpToDate(store)
      await worker.stop(1_000)
      const kinds = events.map(({ kind }) => kind)
      const aside = kinds.indexOf('set-aside')
      expect(kinds.indexOf('planned')).toBeLessThan(aside)
      expect(kinds.indexOf('finished')).toBe(kinds.lastIndexOf('finished'))
      const plans = events.flatMap((event) => (event.kind === 'planned' ? [event.piles] : []))
      expect(plans).toEqual([expect.toSatisfy((piles: number) => piles > 1), 1])
      expect(kinds.lastIndexOf('planned')).toBeGreaterThan(aside)
      const done = events.flatMap((event) => (event.kind === 'done' && event.outcome === 'done' ? [event.about] : []))
      expect(done.length).toBe(new Set(done).size)
      expect(await setAsideIn(store)).toContain('Dorn-2')
      expect(JSON.stringify(await reportOf(store))).toEqual(await inOneProcess(store, await setAsideIn(store)))
      await own.close()
      await store.close()
    },
    60_000,
  )

  it('has an edited version that breaks the reader set aside by workers before anything is compared', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue(wellBehaved)
    const store = await openCollection(place)
    const [last, ...others] = manyEvents.slice(0, 12) as [Document, ...Document[]]
    const events: WorkerEvent[] = []
    const broken = ' Nineteen herrings hung over the gate.'
    const { worker, store: own } = await machine(place, queue, {
      reader(document) {
        if (document.text.includes(broken)) throw new RangeError('Maximum call stack size exceeded')
        return readOnce(document)
      },
      tell: (event) => events.push(event),
    })
    const adder = queue.open()
    await add(
      store,
      adder,
      others.map((one) => lineOf(one)),
    )
    await untilUpToDate(store)
    const edits = [broken, ' The mayor said that 90 people were missing.']
    await all(addAll(store, each(...edits.map((edit) => openedOf('/r/one.jsonl', lineOf(last, edit)))), acting))
    await announceChange(adder, store)
    await untilUpToDate(store)
    await worker.stop(1_000)
    expect(events.filter(({ kind }) => kind === 'set-aside')).toMatchObject([{ about: `${last.id} (version 1)` }])
    expect(await store.refusals()).toMatchObject([
      { code: 'set-aside', says: expect.stringMatching(/^version 1 of .+ is not compared with version 2.+RangeError/) },
    ])
    expect(await setAsideIn(store)).toEqual([])
    expect(JSON.stringify(await reportOf(store))).toEqual(await inOneProcess(store, []))
    await own.close()
    await store.close()
  }, 60_000)

  it('carries out a plan though somebody made another since, and went', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue(wellBehaved)
    const store = await openCollection(place)
    const [last, ...others] = manyEvents.slice(0, 12)
    await add(
      store,
      queue.open(),
      others.map((one) => lineOf(one)),
    )
    const tracer = { read: readOnce, trace: traceOnce }
    const [stays, goes] = [openBench({ store, acting, tracer }), openBench({ store, acting, tracer })]
    const plan = await stays.done<'plan'>({ kind: 'plan' })
    if (last) await add(store, queue.open(), [lineOf(last)])
    expect(await goes.done<'plan'>({ kind: 'plan' })).toBeDefined()
    for (const { base, upTo, members } of plan?.piles ?? []) {
      for (const report of members) await stays.done<'read'>({ kind: 'read', ...report })
      expect(await stays.done<'trace'>({ kind: 'trace', base, upTo })).toBe('done')
    }
    expect(await stays.done<'finish'>({ kind: 'finish' })).toBeDefined()
    await store.close()
  }, 60_000)

  it('sets nothing aside for a hint that somebody made up', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue(wellBehaved)
    const store = await openCollection(place)
    const some = manyEvents.slice(0, 12)
    await add(
      store,
      queue.open(),
      some.map((one) => lineOf(one)),
    )
    // No pile of theirs: nothing that somebody planned holds all twelve.
    const members = (await all(store.documents())).map(({ document, version }) => ({
      id: document.id,
      version,
      sha256: document.sha256,
      isSetAside: false,
    }))
    const { base } = toTrace(store, { members, order: '', decisions: [] })
    const { worker, store: own } = await machine(place, queue, {
      tracer(readings, decisions) {
        if (readings.length === members.length) throw new RangeError('Maximum call stack size exceeded')
        return traceOnce(readings, decisions)
      },
    })
    await untilUpToDate(store)
    const attacker = queue.open()
    const versions = members.map(({ id, version }) => ({ id, version }))
    const upTo = (await store.tracing())?.upTo ?? 0
    await attacker.publish({ subject: 'work', id: 'x', body: { kind: 'trace', base, upTo, members: versions } })
    await attacker.publish({ subject: 'work', id: 'y', body: { kind: 'read', id: 'Dorn\0', version: 2 ** 40 } })
    await until(async () => (await attacker.open('work')) === 0)
    await worker.stop(1_000)
    expect(await store.refusals()).toEqual([])
    expect(JSON.stringify(await reportOf(store))).toEqual(await inOneProcess(store, []))
    await own.close()
    await store.close()
  }, 60_000)

  it('counts for itself how often a report failed, whatever the queue says of its hint', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue(wellBehaved)
    const store = await openCollection(place)
    const open = (): Queue => {
      const honest = queue.open()
      return {
        ...honest,
        async take(subject, within) {
          const delivery = await honest.take(subject, within)
          return delivery && { ...delivery, times: 1_000 }
        },
      }
    }
    let failures = 0
    const { worker, store: own } = await machine(
      place,
      { open },
      {
        reader(document) {
          if (document.id === 'Dorn-2' && failures++ < (pace.tries ?? 0)) throw new RangeError('out of memory')
          return readOnce(document)
        },
      },
    )
    await add(
      store,
      queue.open(),
      manyEvents.map((one) => lineOf(one)),
    )
    await untilUpToDate(store)
    await worker.stop(1_000)
    expect(failures).toBeGreaterThan(pace.tries ?? 0)
    expect(await store.refusals()).toEqual([])
    await own.close()
    await store.close()
  }, 60_000)

  it('goes on where the queue takes no hint at all', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue({ ...wellBehaved, most: 0 })
    const store = await openCollection(place)
    const { worker, store: own } = await machine(place, queue)
    await add(
      store,
      queue.open(),
      manyEvents.slice(0, 12).map((one) => lineOf(one)),
    )
    await untilUpToDate(store)
    await worker.stop(1_000)
    expect(JSON.stringify(await reportOf(store))).toEqual(await inOneProcess(store, []))
    await own.close()
    await store.close()
  }, 60_000)

  it('holds one plan at a time, also where it was told to part while it parted because the queue was full', async () => {
    const place = join(folder, `${serial++}.db`)
    const store = await openCollection(place)
    const [last, ...others] = manyEvents.slice(0, 12) as [Document, ...Document[]]
    const silent: Queue = { ...openUnrulyQueue(wellBehaved).open(), publish: async () => false }
    await add(
      store,
      silent,
      others.map((one) => lineOf(one)),
    )
    const bench = openBench({ store, acting, tracer: { read: readOnce, trace: traceOnce } })
    const [begun, handed] = [whenever(), whenever()]
    const held: (number | undefined)[] = []
    let isEnding = false
    const hands: Hands = {
      count: 1,
      work: (task) => (task.kind === 'read' ? bench.done<'read'>(task) : bench.done<'trace'>(task)),
      workApart: (task) => (task.kind === 'read' ? bench.done<'read'>(task) : bench.done<'trace'>(task)),
      async plan() {
        const plan = await bench.done<'plan'>({ kind: 'plan' })
        held.push(plan?.upTo)
        begun.so()
        await handed.is
        return plan
      },
      async finish() {
        held.push(undefined)
        return bench.done<'finish'>({ kind: 'finish' })
      },
      close: async () => undefined,
    }
    let [isHanded, isAcknowledged] = [false, false]
    const queue: Queue = {
      ...silent,
      async take(subject) {
        await new Promise((again) => setTimeout(again, 3))
        if (isEnding || isHanded || subject === 'work') return undefined
        isHanded = true
        // It was planned before this came, and something came with it.
        await begun.is
        await add(store, silent, [lineOf(last)])
        setTimeout(handed.so, 50)
        const ack = () => {
          isAcknowledged = true
        }
        return { body: { kind: 'part', upTo: 99 }, times: 1, ack, nak: () => undefined, inProgress: () => undefined }
      },
      open: async () => 0,
      drain() {
        isEnding = true
      },
    }
    const worker = openWorker({ store, queue, hands, acting, pace })
    await until(async () => isAcknowledged && !(await isDue(store)))
    await worker.stop(1_000)
    // Nothing is planned while a plan is held.
    expect(held.filter((upTo, i) => upTo !== undefined && held[i - 1] !== undefined)).toEqual([])
    expect(JSON.stringify(await reportOf(store))).toEqual(await inOneProcess(store, []))
    await store.close()
  }, 60_000)

  it('leaves the answers to a newer build, also when it is begun again, until somebody goes back', async () => {
    const place = join(folder, `${serial++}.db`)
    const queue = openUnrulyQueue({ ...wellBehaved, remembers: 100 })
    const store = await openCollection(place)
    const first = await machine(place, queue)
    await add(
      store,
      queue.open(),
      manyEvents.slice(0, 6).map((one) => lineOf(one)),
    )
    await untilUpToDate(store)
    await first.worker.stop(1_000)
    await first.store.close()

    // A newer build traced it all.
    const { upTo = 0 } = (await store.tracing()) ?? {}
    const newer = `${pipeline} of the day after`
    const change = { isWhole: false, gone: [], come: [], placed: [] }
    await store.write(async (writing) => {
      await joinIn(writing, newer)
      await writing.keepTracing({ pipeline: newer, upTo }, change)
    })
    const events: WorkerEvent[] = []
    const again = await machine(place, queue, { tell: (event) => events.push(event) })
    const isOfThis = async (): Promise<boolean> => (await store.tracing())?.pipeline === pipeline
    await until(async () => events.some(({ kind }) => kind === 'replaced') || isOfThis())
    await add(store, queue.open(), [lineOf(manyEvents[7] as Document)])
    await until(async () => (await queue.open().open('part')) + (await queue.open().open('work')) === 0)
    expect(events).toEqual([{ kind: 'replaced', by: newer }])
    expect(await store.tracing()).toMatchObject({ pipeline: newer, upTo })
    await again.worker.stop(1_000)
    await again.store.close()

    const back = await machine(place, queue, { takesOver: true })
    await untilUpToDate(store)
    expect(await isOfThis()).toBe(true)
    await back.worker.stop(1_000)
    await back.store.close()
    await store.close()
  }, 60_000)
})

queueConformance(
  'memory, for tests',
  (() => {
    const queues = new Map<string, UnrulyQueue>()
    return async (collection) => {
      const known = queues.get(collection) ?? openUnrulyQueue(wellBehaved)
      queues.set(collection, known)
      return known.open()
    }
  })(),
)
