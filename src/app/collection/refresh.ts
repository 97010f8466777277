import type { NewAlert } from '../../collection/alerts.ts'
import { changesBetween } from '../../collection/changes.ts'
import { editAlert, editsOf } from '../../collection/edits.ts'
import { findablesOf } from '../../collection/findable.ts'
import type { KeptDocument } from '../../collection/kept.ts'
import { read } from '../../extract/read.ts'
import type { Reading } from '../../model/reading.ts'
import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { joined } from '../../tracing/joined.ts'
import { pilesOf } from '../../tracing/piles.ts'
import { readForTracing, traceTopic } from '../../tracing/topic.ts'
import { type Acting, pipeline } from './acting.ts'
import { hexOf } from './add.ts'

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
  const [before, last] = [await store.tracing(), await store.lastLine()]
  const upTo = last?.number ?? 0
  if (before?.upTo === upTo && before.pipeline === pipeline) return { traced: 0, alerts: [] }

  const kept = new Map<string, KeptDocument>()
  for await (const one of store.documents()) kept.set(one.document.id, one)
  const piles = pilesOf([...kept.values()].map(({ document }) => document)).map((pile) => {
    const members = pile.flatMap(({ id }) => kept.get(id) ?? [])
    return { members, key: keyOf(members) }
  })

  let [ready, traced] = [0, 0]
  const changed: Report[] = []
  const known = new Set(before?.piles ?? [])
  for (const { key, members } of piles) {
    if (!known.has(key) && members.length > 0) {
      changed.push((await store.pile(key)) ?? (await tracedPile(store, key, members)))
      traced += members.length
    }
    ready += members.length
    progress(ready, kept.size)
  }

  const keys = piles.map(({ key }) => key)
  const stay = new Set(keys)
  const gone: Report[] = []
  for (const key of known) {
    const pile = stay.has(key) ? undefined : await store.pile(key)
    if (pile) gone.push(pile)
  }
  // What another program finds in the same words is no news.
  const isComparable = before !== undefined && before.pipeline === pipeline
  const alerts = isComparable
    ? [...changesBetween(gone, changed, acting.now()), ...(await edits(store, before.upTo, acting))]
    : []

  await store.write(async (writing) => {
    const names: string[] = []
    for (const report of changed)
      for (const [under, rows] of findablesOf(report)) {
        names.push(under)
        await writing.keepFindable(under, hexOf(JSON.stringify(rows)), rows)
      }
    await writing.dropFindable(
      gone.flatMap((report) => [...findablesOf(report).keys()]).filter((name) => !names.includes(name)),
    )
    await writing.keepTracing({ piles: keys, pipeline, upTo })
    for (const alert of alerts) await writing.addAlert(alert)
  })
  return { traced, alerts }
}

/** The answer that is kept: that of all documents in their last version, the same as tracing them all at once. */
export async function reportOf(store: Store): Promise<Report> {
  const refusals = await store.refusals()
  const reports = await pilesKept(store)
  return joined(
    reports.length > 0 ? reports : [traceTopic([])],
    refusals.map(({ input, code, says }) => ({ input, code, says })),
  )
}

/** All piles of the last tracing. Another process may put new ones in their place meanwhile: then those are taken. */
async function pilesKept(store: Store): Promise<readonly Report[]> {
  for (;;) {
    const { piles } = (await store.tracing()) ?? { piles: [] }
    const reports: Report[] = []
    for (const key of piles) {
      const pile = await store.pile(key)
      if (pile) reports.push(pile)
    }
    if (reports.length === piles.length) return reports
  }
}

const keyOf = (members: readonly KeptDocument[]): string =>
  hexOf(
    [pipeline, ...members.map(({ document, version }) => JSON.stringify([document.id, version, document.sha256]))].join(
      '\n',
    ),
  )

async function tracedPile(store: Store, key: string, members: readonly KeptDocument[]): Promise<Report> {
  const readings: Reading[] = []
  const fresh: { readonly version: number; readonly reading: Reading }[] = []
  for (const { document, version } of members) {
    const known = await store.reading(document.id, version, pipeline)
    const reading = known ?? readForTracing(document)
    readings.push(reading)
    if (!known) fresh.push({ version, reading })
  }
  const report = traceTopic(readings)
  await store.write(async (writing) => {
    for (const { version, reading } of fresh) await writing.keepReading(version, pipeline, reading)
    await writing.keepPile(key, report)
  })
  return report
}

/** What outlets edited in reports that came in another version since a line of the log. */
async function edits(store: Store, after: number, acting: Acting): Promise<readonly NewAlert[]> {
  const edited = new Map<string, number>()
  for await (const { kind, body } of store.log(after)) {
    if (kind !== 'capture') continue
    for (const { id, version } of (body as unknown as Logged).documents)
      if (version > 1) edited.set(id, Math.min(version - 1, edited.get(id) ?? version - 1))
  }
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
