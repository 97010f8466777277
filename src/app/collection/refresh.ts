import type { NewAlert } from '../../collection/alerts.ts'
import { changesBetween } from '../../collection/changes.ts'
import { editAlert, editsOf } from '../../collection/edits.ts'
import { findablesOf } from '../../collection/findable.ts'
import type { KeptDocument } from '../../collection/kept.ts'
import { read } from '../../extract/read.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Report } from '../../model/report.ts'
import type { Store, TracedPile } from '../../ports/store.ts'
import { type InForce, inForce } from '../../tracing/in-force.ts'
import { joined } from '../../tracing/joined.ts'
import { pilesOf } from '../../tracing/piles.ts'
import { readForTracing, traceTopic } from '../../tracing/topic.ts'
import { namesOf, touching } from '../../tracing/touching.ts'
import { type Acting, pipeline } from './acting.ts'
import { hexOf } from './add.ts'
import { decisionsOf } from './decide.ts'

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

  const decisions = inForce(await decisionsOf(store, upTo))
  const kept = new Map<string, KeptDocument>()
  for await (const one of store.documents()) kept.set(one.document.id, one)
  const known = new Map(before?.piles.map((pile) => [pile.base, pile]))
  const documents = [...kept.values()].map(({ document }) => document)

  let [ready, traced] = [0, 0]
  const piles: TracedPile[] = []
  const changed: Report[] = []
  for (const pile of pilesOf(documents, decisions)) {
    const members = pile.flatMap(({ id }) => kept.get(id) ?? [])
    if (members.length === 0) continue
    const base = baseOf(members)
    const before = known.get(base)
    const keyBy = (names: readonly string[]): string => keyOf(base, touchingNow(decisions, pile, names))
    if (before?.key === keyBy(before?.names ?? [])) piles.push(before)
    else {
      const report =
        // Kept by who was interrupted, or by who works on the same beside this one.
        [...(await store.pilesOf(base))].find(([key, found]) => key === keyBy(namesIn(found)))?.[1] ??
        (await tracedPile(store, members, decisions, (found) => [keyBy(namesIn(found)), base]))
      piles.push({ base, names: namesIn(report), key: keyBy(namesIn(report)) })
      changed.push(report)
      traced += members.length
    }
    ready += members.length
    progress(ready, kept.size)
  }

  const stay = new Set(piles.map(({ key }) => key))
  const gone: Report[] = []
  for (const { key } of before?.piles ?? []) {
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
    await writing.keepTracing({ piles, pipeline, upTo })
    for (const alert of alerts) await writing.addAlert(alert)
  })
  return { traced, alerts }
}

/** The answer that is kept: that of all documents in their last version, the same as tracing them all at once. */
export async function reportOf(store: Store): Promise<Report> {
  const refusals = await store.refusals()
  const { reports, upTo } = await pilesKept(store)
  return joined(
    reports.length > 0 ? reports : [traceTopic([])],
    refusals.map(({ input, code, says }) => ({ input, code, says })),
    inForce(await decisionsOf(store, upTo)),
  )
}

/** All piles of the last tracing. Another process may put new ones in their place meanwhile: then those are taken. */
async function pilesKept(store: Store): Promise<{ readonly reports: readonly Report[]; readonly upTo: number }> {
  for (;;) {
    const { piles, upTo } = (await store.tracing()) ?? { piles: [], upTo: 0 }
    const reports: Report[] = []
    for (const { key } of piles) {
      const pile = await store.pile(key)
      if (pile) reports.push(pile)
    }
    if (reports.length === piles.length) return { reports, upTo }
  }
}

/** What names the documents of a pile in the versions that they have. */
const baseOf = (members: readonly KeptDocument[]): string =>
  hexOf(
    [pipeline, ...members.map(({ document, version }) => JSON.stringify([document.id, version, document.sha256]))].join(
      '\n',
    ),
  )

const keyOf = (base: string, decisions: readonly InForce[]): string =>
  hexOf(JSON.stringify([base, decisions.map(({ id, decision }) => [id, decision])]))

const touchingNow = (decisions: readonly InForce[], pile: readonly Document[], names: readonly string[]) =>
  touching(
    decisions,
    pile.map(({ id }) => id),
    new Set(names),
  )

const namesIn = ({ sources }: Report): readonly string[] => [...namesOf(sources)].sort()

/** Traces a pile and keeps what came of it at once. */
async function tracedPile(
  store: Store,
  members: readonly KeptDocument[],
  decisions: readonly InForce[],
  keysFor: (report: Report) => readonly [key: string, base: string],
): Promise<Report> {
  const readings: Reading[] = []
  const fresh: { readonly version: number; readonly reading: Reading }[] = []
  for (const { document, version } of members) {
    const known = await store.reading(document.id, version, pipeline)
    const reading = known ?? readForTracing(document)
    readings.push(reading)
    if (!known) fresh.push({ version, reading })
  }
  const report = traceTopic(readings, decisions)
  await store.write(async (writing) => {
    for (const { version, reading } of fresh) await writing.keepReading(version, pipeline, reading)
    await writing.keepPile(...keysFor(report), report)
  })
  return report
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
