import { type Shelf, shelving } from '../../export/workbench/shelf.ts'
import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { joining } from '../../tracing/joined.ts'
import { traceTopic } from '../../tracing/topic.ts'
import { decisionsOf } from '../collection/decide.ts'
import { pilesKept } from '../collection/report.ts'
import { gradually } from './gradually.ts'

/** The answer of a collection, kept in memory with everything found by its id until a newer one is there. */
export interface Answer {
  /** The last line of the log that it takes into account; 0 before the first tracing. */
  readonly upTo: number
  readonly shelf: Shelf
  /** The pile that each story was traced in, by the id of the story: a digest of what it was made from. */
  readonly pileOf: ReadonlyMap<string, string>
}

export interface Answers {
  /** What is known now. Whether there is a newer one is looked up now and then, and nobody waits for it but the first. */
  now(): Promise<Answer>
  /** Looks whether there is a newer answer, and reads it. True when there was. */
  renew(): Promise<boolean>
}

/** Opens the answers of a collection. */
export function openAnswers(store: Store): Answers {
  const arrivals = openArrivals(store)
  /** The reports on the piles of the answer that is held: where a few are new, only those are read. */
  let read: ReadonlyMap<string, Report> = new Map()
  let held: (Answer & { readonly stamp: string }) | undefined
  let reading: Promise<boolean> | undefined

  return {
    async now() {
      if (!held) await renew()
      if (!held) throw new Error('the answer of the collection could not be read')
      return held
    },
    renew,
  }

  /** One at a time: who asks meanwhile waits for the same. */
  function renew(): Promise<boolean> {
    reading ??= readNewer().finally(() => {
      reading = undefined
    })
    return reading
  }

  async function readNewer(): Promise<boolean> {
    const stamp = await stampOf(store)
    if (held?.stamp === stamp) return false
    const { piles, reports, upTo } = await pilesKept(store, (key) => read.get(key))
    read = new Map(piles.flatMap(({ key }, i): readonly [string, Report][] => (reports[i] ? [[key, reports[i]]] : [])))
    const refusals = (await store.refusals()).map(({ input, code, says }) => ({ input, code, says }))
    const decisions = inForce(await decisionsOf(store, upTo))
    const report = await gradually(joining(reports.length > 0 ? reports : [traceTopic([])], refusals, decisions))
    const arrival = await arrivals()
    const members = piles.map(({ documents }) => documents)
    const shelf = await gradually(shelving(report, members, (id) => arrival.get(id) ?? Number.POSITIVE_INFINITY))
    const keyOf = new Map(piles.flatMap(({ key, documents }) => documents.map((id) => [id, key] as const)))
    held = { stamp, upTo, shelf, pileOf: new Map(shelf.stories.map(({ id }) => [id, keyOf.get(id) ?? ''])) }
    return true
  }
}

/** Differs when the report may. */
async function stampOf(store: Store): Promise<string> {
  const traced = await store.tracing()
  return traced ? `${traced.upTo} ${traced.pipeline}` : ''
}

/** The order in which documents came into a collection, as its log has it; the log is read on from where it was left. */
function openArrivals(store: Store): () => Promise<ReadonlyMap<string, number>> {
  const arrival = new Map<string, number>()
  let last = 0
  return async () => {
    for await (const { number, body } of store.log(last, 'capture')) {
      last = number
      for (const { id } of (body as unknown as Logged).documents ?? [])
        if (!arrival.has(id)) arrival.set(id, arrival.size)
    }
    return arrival
  }
}

interface Logged {
  readonly documents?: readonly { readonly id: string }[]
}
