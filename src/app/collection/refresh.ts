import type { NewAlert } from '../../collection/alerts.ts'
import { changesBetween } from '../../collection/changes.ts'
import { editAlert, editsOf } from '../../collection/edits.ts'
import { findablesOf } from '../../collection/findable.ts'
import { read } from '../../extract/read.ts'
import type { Report } from '../../model/report.ts'
import type { Store, Traced, TracedPile } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { type Acting, pipeline } from './acting.ts'
import { hexOf } from './add.ts'
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
    if (before?.upTo === upTo && before.pipeline === pipeline) return { traced: 0, alerts: [] }
    const refreshed = await refreshFrom(store, before, upTo, acting, progress)
    if (refreshed) return refreshed
  }
}

/** Undefined where somebody else did it meanwhile: then what changed since has to be looked at, or alerts would come twice. */
async function refreshFrom(
  store: Store,
  before: Traced | undefined,
  upTo: number,
  acting: Acting,
  progress: Progress,
): Promise<Refreshed | undefined> {
  const planned = await plan(store, inForce(await decisionsOf(store, upTo)), before?.piles ?? [])
  const all = planned.reduce((sum, { members }) => sum + members.length, 0)
  const piles: TracedPile[] = []
  const changed: Report[] = []
  let [ready, traced] = [0, 0]
  for (const one of planned) {
    if ('known' in one) piles.push(one.known)
    else {
      const { report, pile } = await one.trace(true)
      piles.push(pile)
      changed.push(report)
      traced += one.members.length
    }
    ready += one.members.length
    progress(ready, all)
  }
  const gone = await goneOf(store, before?.piles ?? [], piles)
  // What another program finds in the same words is no news.
  const isComparable = before !== undefined && before.pipeline === pipeline
  const alerts = isComparable
    ? [...changesBetween(gone, changed, acting.now()), ...(await edits(store, before.upTo, acting))]
    : []

  return store.write(async (writing) => {
    const now = await writing.tracing()
    if (now?.upTo !== before?.upTo || now?.pipeline !== before?.pipeline) return undefined
    const names = new Set<string>()
    for (const report of changed)
      for (const [under, rows] of findablesOf(report)) {
        names.add(under)
        await writing.keepFindable(under, hexOf(JSON.stringify(rows)), rows)
      }
    await writing.dropFindable(
      gone.flatMap((report) => [...findablesOf(report).keys()]).filter((name) => !names.has(name)),
    )
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

/** What outlets edited in reports that came in another version since a line of the log. */
async function edits(store: Store, after: number, acting: Acting): Promise<readonly NewAlert[]> {
  const edited = new Map<string, number>()
  for await (const { body } of store.log(after, 'capture'))
    for (const { id, version } of (body as unknown as Logged).documents)
      if (version > 1) edited.set(id, Math.min(version - 1, edited.get(id) ?? version - 1))
  const alerts: NewAlert[] = []
  for (const [id, from] of edited) {
    const versions = await store.versions(id)
    const [was, is] = [versions.find(({ version }) => version === from), versions.at(-1)]
    if (!was || !is) continue
    const found = editsOf(read(was.document), read(is.document))
    if (found.length > 0) alerts.push(editAlert(was.document, is.document, found, acting.now()))
  }
  return alerts
}

interface Logged {
  readonly documents: readonly { readonly id: string; readonly version: number }[]
}
