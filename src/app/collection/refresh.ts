import type { NewAlert } from '../../collection/alerts.ts'
import { changesBetween } from '../../collection/changes.ts'
import { answeringKinds } from '../../collection/log.ts'
import type { Refusal } from '../../model/document.ts'
import type { Report } from '../../model/report.ts'
import type { Store, Traced, TracedPile } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { type Acting, pipeline } from './acting.ts'
import { asideIn, movedAside } from './aside.ts'
import { joinIn, replacing } from './builds.ts'
import { decisionsOf } from './decide.ts'
import { compared, type Edited, editedBetween } from './edited.ts'
import { heldReportsOf } from './held-reports.ts'
import { listPiles } from './listing.ts'
import { orSetAside } from './or-set-aside.ts'
import { type Changes, here, type PileToTrace, type Plan, plan, type Tracer } from './piles.ts'
import { type Threads, tracedSideBySide } from './side-by-side.ts'

/** How far it has come. */
export type Progress = (ready: number, of: number) => void

export interface Refreshing {
  readonly progress?: Progress
  /** Threads that trace side by side what is worth their while; all is traced here when not given. */
  readonly threads?: Threads | undefined
  /** What reads and traces in this thread. */
  readonly tracer?: Tracer
  /** Told of each report that breaks the reader here, and is set aside. */
  readonly refused?: (refusal: Refusal) => void
}

/** What bringing a collection up to date has done. */
export interface Refreshed {
  /** Reports in piles that were traced anew. */
  readonly traced: number
  readonly alerts: readonly NewAlert[]
  /** The newer build to which the answers are left as they are; undefined where they are up to date now. */
  readonly leftTo: string | undefined
}

/**
 * Brings the answers of a collection up to what is in it. Only piles that changed are traced; each is kept as soon as it is ready, so that
 * what is stopped goes on from there. Where a newer build of Headwater makes the answers, they are left to it.
 */
export async function refresh(store: Store, acting: Acting, refreshing: Refreshing = {}): Promise<Refreshed> {
  if (!store.isReadOnly) await listPiles(store)
  for (;;) {
    const leftTo = store.isReadOnly ? undefined : await replacing(store, pipeline)
    if (leftTo !== undefined && (await isDue(store))) return { traced: 0, alerts: [], leftTo }
    const due = await whatIsDue(store)
    if (!due) return { traced: 0, alerts: [], leftTo: undefined }
    const refreshed = await carryOut(store, due, acting, refreshing)
    if (refreshed) return refreshed
  }
}

/** What has to be done to bring a collection up to date. */
export interface Due {
  /** The last tracing. */
  readonly before: Traced | undefined
  /** The last line of the log that is taken into account. */
  readonly upTo: number
  readonly planned: Plan
  /** Reports that came in another version since the last tracing. */
  readonly edited: readonly Edited[]
}

/** Plans how a collection is brought up to date, by looking only; undefined where it is. */
export async function whatIsDue(store: Store): Promise<Due | undefined> {
  if (store.isReadOnly || !(await isDue(store))) return undefined
  const [before, { documents }, last] = [
    await store.tracing(),
    await store.counts(),
    await store.lastLine(answeringKinds),
  ]
  const upTo = last?.number ?? 0
  const isOfThis = before?.pipeline === pipeline
  const lost = isOfThis && before.upTo === upTo ? await lostDocuments(store) : []
  const changes = await changesSince(store, before, upTo)
  // What a damaged disk or a stranger took away is parted or traced again.
  const isDamaged = documents > (before?.documents ?? 0) + changes.documents.length
  const planned = await plan(store, isOfThis && !isDamaged ? before : undefined, {
    ...changes,
    documents: [...changes.documents, ...lost],
  })
  return { before, upTo, planned, edited: before ? await editedBetween(store, before.upTo, upTo) : [] }
}

/** Whether something has to be done. */
export async function isDue(store: Store): Promise<boolean> {
  const [before, last] = [await store.tracing(), await store.lastLine(answeringKinds)]
  if (before?.pipeline !== pipeline || before.upTo !== (last?.number ?? 0)) return true
  return (await store.lostPiles()).length > 0
}

/** The documents of piles that are not there any more. */
async function lostDocuments(store: Store): Promise<readonly string[]> {
  const lost = await store.tracedPiles(await store.lostPiles())
  return lost.flatMap(({ documents }) => documents)
}

async function changesSince(store: Store, before: Traced | undefined, upTo: number): Promise<Changes> {
  const after = before?.upTo ?? 0
  const documents = new Set<string>()
  for await (const { number, body } of store.log(after, 'capture')) {
    if (number > upTo) break
    for (const { id } of (body as unknown as Logged).documents) documents.add(id)
  }
  for (const { id } of await movedAside(store, after)) documents.add(id)
  const [was, is] = [after, upTo].map((line) => decisionsOf(store, line))
  return {
    documents: [...documents],
    was: inForce((await was) ?? []),
    is: inForce((await is) ?? []),
    aside: await asideIn(store, upTo),
  }
}

/**
 * Does what was planned. Undefined, and nothing but piles written, where somebody else did it meanwhile, a newer build came, or a report was set
 * aside: then what changed since has to be looked at, or alerts would come twice.
 */
export async function carryOut(
  store: Store,
  { before, upTo, planned, edited }: Due,
  acting: Acting,
  { progress = () => undefined, threads, tracer = here, refused = () => undefined }: Refreshing = {},
): Promise<Refreshed | undefined> {
  const all = planned.trace.reduce((sum, { members }) => sum + members.length, 0)
  let ready = 0
  const counted = (documents: number): void => {
    ready += documents
    progress(ready, all)
  }
  const tracedHere = async (pile: PileToTrace): Promise<TracedPile | undefined> =>
    (await orSetAside(store, acting, refused, () => pile.traced(acting, tracer)))?.pile
  const made =
    (threads && (await tracedSideBySide(store, planned.trace, acting, threads, tracedHere, counted))) ??
    (await tracedInTurn(planned.trace, tracedHere, counted))
  const come = made.filter((pile) => pile !== undefined)
  if (come.length < planned.trace.length) return undefined
  const edits = await compared(store, edited, acting, tracer.read, refused)
  if (!edits) return undefined
  // What another program finds in the same words is no news.
  const isComparable = before !== undefined && before.pipeline === pipeline
  const alerts = [
    ...(isComparable
      ? changesBetween(await reportsOn(store, planned.gone), await reportsOn(store, come), acting.now())
      : []),
    ...edits.alerts,
  ]

  return store.write(async (writing) => {
    const now = await writing.tracing()
    if (now?.upTo !== before?.upTo || now?.pipeline !== before?.pipeline) return undefined
    await joinIn(writing, pipeline)
    // A newer build came meanwhile.
    if ((await replacing(writing, pipeline)) !== undefined) return undefined
    const { isWhole, gone, stay, placed } = planned
    const heard = new Set(come.map(({ sources }) => sources))
    await writing.dropFindable(gone.flatMap(({ sources }) => (heard.has(sources) ? [] : [sources])))
    await writing.keepTracing(
      { pipeline, upTo },
      { isWhole, gone: isWhole ? [] : gone.map(({ key }) => key), come: [...stay, ...come], placed },
    )
    for (const refusal of edits.refusals) await writing.keepRefusal(refusal)
    for (const alert of alerts) await writing.addAlert(alert)
    return { traced: ready, alerts, leftTo: undefined }
  })
}

/** One pile after the other, up to one that is not to be traced any more. */
async function tracedInTurn(
  piles: readonly PileToTrace[],
  traced: (pile: PileToTrace) => Promise<TracedPile | undefined>,
  done: (documents: number) => void,
): Promise<readonly TracedPile[]> {
  const come: TracedPile[] = []
  for (const pile of piles) {
    const made = await traced(pile)
    if (!made) break
    come.push(made)
    done(pile.members.length)
  }
  return come
}

async function reportsOn(store: Store, piles: readonly TracedPile[]): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const { key } of piles) {
    const report = await heldReportsOf(store).of(key)
    if (report) reports.push(report)
  }
  return reports
}

interface Logged {
  readonly documents: readonly { readonly id: string }[]
}
