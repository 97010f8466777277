import type { PlannedPile, ReportVersion, Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { type Acting, pipeline } from '../collection/acting.ts'
import { asideIn } from '../collection/aside.ts'
import { decisionsOf } from '../collection/decide.ts'
import { versionsOf } from '../collection/edited.ts'
import { computed, Fault } from '../collection/fault.ts'
import type { Member } from '../collection/held-readings.ts'
import { here, memberOf, type Tracer, toTrace } from '../collection/piles.ts'
import { documentIn, keepReading } from '../collection/readings.ts'
import { carryOut, type Due, whatIsDue } from '../collection/refresh.ts'
import type { ReadTask, TraceTask } from './tasks.ts'

/** What a thread of a worker does. */
export type Job = ReadTask | TraceTask | { readonly kind: 'plan' } | { readonly kind: 'finish' }

/** What comes of each kind. */
export interface Done {
  readonly read: Outcome
  readonly trace: Outcome
  /** Undefined where the answers are up to date. */
  readonly plan: Planned | undefined
  /** Undefined where somebody else did it meanwhile, or the plan is not there any more. */
  readonly finish: { readonly traced: number; readonly alerts: number } | undefined
}

/** `known`: it was there already. `stale`: what is there now is another, and another task is about it. A fault lies in the texts themselves. */
export type Outcome = 'done' | 'known' | 'stale' | { readonly fault: string }

/** What nobody has done yet of a plan. */
export interface Planned {
  readonly upTo: number
  readonly piles: readonly OpenPile[]
  /** What is to be read besides: versions of edited reports, to be compared. */
  readonly unread: readonly ReportVersion[]
}

export interface OpenPile extends PlannedPile {
  /** How many piles of these documents are kept, each with other decisions. */
  readonly kept: number
}

/** One who does jobs, one after the other. */
export interface Bench {
  done<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Done[K]>
}

export interface BenchOptions {
  readonly store: Store
  readonly acting: Acting
  /** Called when it begins to compute and when it ends to; it waits for nothing meanwhile. */
  readonly computing?: (isComputing: boolean) => void
  readonly tracer?: Tracer
}

export function openBench({ store, acting, computing = () => undefined, tracer = here }: BenchOptions): Bench {
  /** The plan that is to be carried out: what came since then belongs to the next. */
  let due: Due | undefined

  const guarded: Tracer = {
    read: (document) => told(() => tracer.read(document)),
    trace: (readings, decisions) => told(() => tracer.trace(readings, decisions)),
  }

  return { done: done as Bench['done'] }

  async function done(job: Job): Promise<Done[Job['kind']]> {
    try {
      switch (job.kind) {
        case 'read':
          return await read(job)
        case 'trace':
          return await trace(job)
        case 'plan':
          return await plan()
        case 'finish':
          return await finish()
      }
    } catch (error) {
      if (error instanceof Fault) return { fault: error.message }
      throw error
    }
  }

  async function read({ id, version }: ReadTask): Promise<Outcome> {
    if ((await store.unread([{ id, version }], pipeline)).length === 0) return 'known'
    const document = await documentIn(store, id, version)
    if (!document) return 'stale'
    const reading = guarded.read(document)
    await store.write((writing) => keepReading(writing, version, reading, acting))
    return 'done'
  }

  async function trace({ base }: TraceTask): Promise<Outcome> {
    // As it was planned last, whoever planned it: one base names the same reports, each read or set aside.
    const planned = (await store.planned([base])).get(base)
    if (!planned) return 'stale'
    const { members, upTo } = planned
    // Each is read by itself first: one that cannot be read is no matter of the others.
    if ((await store.unread(members, pipeline)).length > 0) return 'stale'
    const aside = await asideIn(store, upTo)
    const found: Member[] = []
    for (const { id, version } of members) {
      const document = await documentIn(store, id, version)
      if (document) found.push(memberOf({ document, version }, aside))
    }
    // Of no matter here: whoever finishes knows where the pile stands.
    const order = ''
    const pile = toTrace(store, { members: found, order, decisions: inForce(await decisionsOf(store, upTo)) })
    if (pile.base !== base) return 'stale'
    if (await pile.isKept()) return 'known'
    return (await pile.traced(acting, guarded)) ? 'done' : 'stale'
  }

  async function plan(): Promise<Planned | undefined> {
    due = await whatIsDue(store)
    if (!due) return undefined
    const { upTo, planned, edited } = due
    const keys = await store.keysOf(planned.trace.map(({ base }) => base))
    const piles: OpenPile[] = []
    for (const { base, members, isKept } of planned.trace) {
      const kept = keys.get(base)?.length ?? 0
      if (kept > 0 && (await isKept())) continue
      piles.push({ base, upTo, members: members.map(({ id, version }) => ({ id, version })), kept })
    }
    await store.write((writing) => writing.plan(piles.map(({ base, upTo, members }) => ({ base, upTo, members }))))
    return { upTo, piles, unread: await store.unread(edited.flatMap(versionsOf), pipeline) }
  }

  async function finish(): Promise<Done['finish']> {
    const held = due
    due = undefined
    const refreshed = held && (await carryOut(store, held, acting, { tracer }))
    return refreshed && { traced: refreshed.traced, alerts: refreshed.alerts.length }
  }

  function told<T>(compute: () => T): T {
    computing(true)
    try {
      return computed(compute)
    } finally {
      computing(false)
    }
  }
}
