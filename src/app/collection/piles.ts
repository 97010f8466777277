import { findablesOf, sourcesUnder } from '../../collection/findable.ts'
import type { KeptDocument } from '../../collection/kept.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Report } from '../../model/report.ts'
import type { Store, TracedPile, Writing } from '../../ports/store.ts'
import type { InForce } from '../../tracing/in-force.ts'
import { pilesOf } from '../../tracing/piles.ts'
import { readForTracing, traceTopic } from '../../tracing/topic.ts'
import { namesOf, touching } from '../../tracing/touching.ts'
import { pipeline } from './acting.ts'
import { hexOf } from './digest.ts'

/** A pile as it is to be: traced before and unchanged, or to be traced. */
export type PlannedPile = { readonly members: readonly KeptDocument[] } & (
  | { readonly known: TracedPile }
  | { readonly trace: (isKept: boolean) => Promise<{ readonly report: Report; readonly pile: TracedPile }> }
)

/**
 * The piles of a collection under some decisions, and which of them have to be traced: those whose documents are others than before, or
 * that are touched by other decisions.
 *
 * @param before the piles of the last tracing
 */
export async function plan(
  store: Store,
  decisions: readonly InForce[],
  before: readonly TracedPile[],
): Promise<readonly PlannedPile[]> {
  const kept = new Map<string, KeptDocument>()
  for await (const one of store.documents()) kept.set(one.document.id, one)
  const known = new Map(before.map((pile) => [pile.base, pile]))
  return pilesOf(
    [...kept.values()].map(({ document }) => document),
    decisions,
  ).flatMap((pile): readonly PlannedPile[] => {
    const members = pile.flatMap(({ id }) => kept.get(id) ?? [])
    if (members.length === 0) return []
    const base = baseOf(members)
    const keyBy = (names: readonly string[]): string => keyOf(base, decisions, pile, names)
    const old = known.get(base)
    if (old !== undefined && old.key === keyBy(old.names)) return [{ members, known: old }]
    const tracedOf = (report: Report): TracedPile => {
      const names = [...namesOf(report.sources)].sort()
      return { base, names, sources: sourcesUnder(report), key: keyBy(names) }
    }
    return [{ members, trace: (isKept) => traced(store, members, decisions, tracedOf, base, isKept) }]
  })
}

/** What names the documents of a pile in the versions that they have. */
const baseOf = (members: readonly KeptDocument[]): string =>
  hexOf(
    [pipeline, ...members.map(({ document, version }) => JSON.stringify([document.id, version, document.sha256]))].join(
      '\n',
    ),
  )

function keyOf(
  base: string,
  decisions: readonly InForce[],
  pile: readonly Document[],
  names: readonly string[],
): string {
  const ids = pile.map(({ id }) => id)
  return hexOf(
    JSON.stringify([base, touching(decisions, ids, new Set(names)).map(({ id, decision }) => [id, decision])]),
  )
}

/** Traces a pile, unless one who was interrupted, or works on the same beside this one, has kept it already. */
async function traced(
  store: Store,
  members: readonly KeptDocument[],
  decisions: readonly InForce[],
  tracedOf: (report: Report) => TracedPile,
  base: string,
  isKept: boolean,
): Promise<{ readonly report: Report; readonly pile: TracedPile }> {
  for (const [key, report] of await store.pilesOf(base)) {
    const pile = tracedOf(report)
    if (pile.key !== key) continue
    if (isKept) await store.write((writing) => keepFindables(writing, report))
    return { report, pile }
  }
  const readings: Reading[] = []
  const fresh: { readonly version: number; readonly reading: Reading }[] = []
  for (const { document, version } of members) {
    const known = await store.reading(document.id, version, pipeline)
    const reading = known ?? readForTracing(document)
    readings.push(reading)
    if (!known) fresh.push({ version, reading })
  }
  const report = traceTopic(readings, decisions)
  const pile = tracedOf(report)
  if (isKept)
    await store.write(async (writing) => {
      for (const { version, reading } of fresh) await writing.keepReading(version, pipeline, reading)
      await writing.keepPile(pile.key, base, report)
      await keepFindables(writing, report)
    })
  return { report, pile }
}

async function keepFindables(writing: Writing, report: Report): Promise<void> {
  for (const [under, rows] of findablesOf(report)) await writing.keepFindable(under, hexOf(JSON.stringify(rows)), rows)
}
