import type { NewAlert } from '../../collection/alerts.ts'
import { changesBetween } from '../../collection/changes.ts'
import { editAlert, editsOf } from '../../collection/edits.ts'
import { read } from '../../extract/read.ts'
import type { Report } from '../../model/report.ts'
import type { Store, Traced, TracedPile } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { type Acting, pipeline } from './acting.ts'
import { decisionsOf } from './decide.ts'
import { plan } from './piles.ts'

/** How far it has come. */
export type Progress = (ready: number, of: number) => void

/** What bringing a collection up to date has done. */
export interface Refreshed {
  /** Reports in piles that were traced anew. */
  readonly traced: number
  readonly alerts: readonly NewAlert[]
}

/**
 * Brings the answers of a collection up to what is in it. Only piles that changed are traced; each is kept as soon as it is ready, so that
 * what is stopped goes on from there.
 */
export async function refresh(store: Store, acting: Acting, progress: Progress = () => undefined): Promise<Refreshed> {
  for (;;) {
    const [before, last] = [await store.tracing(), await store.lastLine()]
    const upTo = last?.number ?? 0
    if (store.isReadOnly || (before?.upTo === upTo && before.pipeline === pipeline && (await isWhole(store, before))))
      return { traced: 0, alerts: [] }
    const refreshed = await refreshFrom(store, before, upTo, acting, progress)
    if (refreshed) return refreshed
  }
}

/** Whether all that was traced is still there: what a damaged disk or a stranger took away is traced again. */
async function isWhole(store: Store, { piles }: Traced): Promise<boolean> {
  const kept = await store.pileKeys()
  return piles.every(({ key }) => kept.has(key))
}

/** Undefined where somebody else did it meanwhile: then what changed since has to be looked at, or alerts would come twice. */
async function refreshFrom(
  store: Store,
  before: Traced | undefined,
  upTo: number,
  acting: Acting,
  progress: Progress,
): Promise<Refreshed | undefined> {
  const kept = await store.pileKeys()
  const known = (before?.piles ?? []).filter(({ key }) => kept.has(key))
  const planned = await plan(store, inForce(await decisionsOf(store, upTo)), known)
  const all = planned.reduce((sum, { members }) => sum + members.length, 0)
  // What another program finds in the same words is no news; and then nothing has to be held for comparison.
  const isComparable = before !== undefined && before.pipeline === pipeline
  const piles: TracedPile[] = []
  const changed: Report[] = []
  let [ready, traced] = [0, 0]
  for (const one of planned) {
    if ('known' in one) piles.push(one.known)
    else {
      const { report, pile } = await one.trace(true)
      piles.push(pile)
      if (isComparable) changed.push(report)
      traced += one.members.length
    }
    ready += one.members.length
    progress(ready, all)
  }
  const alerts = [
    ...(isComparable ? changesBetween(await goneOf(store, before.piles, piles), changed, acting.now()) : []),
    ...(before ? await edits(store, before.upTo, upTo, acting) : []),
  ]

  return store.write(async (writing) => {
    const now = await writing.tracing()
    if (now?.upTo !== before?.upTo || now?.pipeline !== before?.pipeline) return undefined
    const stay = new Set(piles.map(({ sources }) => sources))
    const gone = (before?.piles ?? []).map(({ sources }) => sources).filter((under) => !stay.has(under))
    await writing.dropFindable(gone)
    await writing.keepTracing({ piles, pipeline, upTo })
    for (const alert of alerts) await writing.addAlert(alert)
    return { traced, alerts }
  })
}

/** The piles of before that are no more. */
async function goneOf(
  store: Store,
  before: readonly TracedPile[],
  now: readonly TracedPile[],
): Promise<readonly Report[]> {
  const stay = new Set(now.map(({ key }) => key))
  const gone: Report[] = []
  for (const { key } of before) {
    const pile = stay.has(key) ? undefined : await store.pile(key)
    if (pile) gone.push(pile)
  }
  return gone
}

/** What outlets edited in reports that came in another version between two lines of the log. */
async function edits(store: Store, after: number, upTo: number, acting: Acting): Promise<readonly NewAlert[]> {
  const edited = new Map<string, { readonly from: number; readonly to: number }>()
  for await (const { number, body } of store.log(after, 'capture')) {
    if (number > upTo) break
    for (const { id, version } of (body as unknown as Logged).documents)
      if (version > 1) edited.set(id, { from: edited.get(id)?.from ?? version - 1, to: version })
  }
  const alerts: NewAlert[] = []
  for (const [id, { from, to }] of edited) {
    const versions = await store.versions(id)
    const [was, is] = [from, to].map((wanted) => versions.find(({ version }) => version === wanted))
    if (!was || !is) continue
    const found = editsOf(read(was.document), read(is.document))
    if (found.length > 0) alerts.push(editAlert(was.document, is.document, found, acting.now()))
  }
  return alerts
}

interface Logged {
  readonly documents: readonly { readonly id: string; readonly version: number }[]
}
