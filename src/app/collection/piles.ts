import { findablesOf, sourcesUnder } from '../../collection/findable.ts'
import type { KeptDocument } from '../../collection/kept.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Report } from '../../model/report.ts'
import type { Store, Traced, TracedPile, Writing } from '../../ports/store.ts'
import type { InForce } from '../../tracing/in-force.ts'
import { openWholeParting, type Parted, partedAgain } from '../../tracing/kept-piles.ts'
import { isSmall } from '../../tracing/piles.ts'
import { readForTracing, traceTopic } from '../../tracing/topic.ts'
import { concernedBy, namesOf, openTouching, type Touching } from '../../tracing/touching.ts'
import { type Acting, pipeline } from './acting.ts'
import type { Aside } from './aside.ts'
import { hexOf } from './digest.ts'
import { heldReadingsOf, type Member, memberKey } from './held-readings.ts'
import { heldReportsOf } from './held-reports.ts'
import { listingOf, listingVersion } from './listing.ts'

/** What has to be done so that the piles of a collection are those of all that is in it. */
export interface Plan {
  /** Whether nothing stays of what was kept of the parting. */
  readonly isWhole: boolean
  /** Piles of before that are no more. */
  readonly gone: readonly TracedPile[]
  /** Piles that were traced before and have to be kept again, since nothing stays. */
  readonly stay: readonly TracedPile[]
  readonly trace: readonly PileToTrace[]
  /** What changes in the forest of topics. */
  readonly placed: Parted['placed']
}

/** What is to be traced. */
export interface PileGiven {
  /** In canonical order. */
  readonly members: readonly Member[]
  /** Where its first document stands in the order of all. */
  readonly order: string
  /** All that were in force when it was planned. */
  readonly decisions: readonly InForce[]
}

/** A pile whose documents are others than before, or that other decisions touch. */
export interface PileToTrace {
  readonly given: PileGiven
  readonly members: readonly Member[]
  /** What names them. */
  readonly base: string
  /** Whether somebody has traced it and kept it, and it only has to be found. */
  isKept(): Promise<boolean>
  /**
   * Undefined where it is not to be traced any more: one of its reports was set aside since it was planned.
   *
   * @param keeping who keeps it; it is not kept when nobody does
   */
  traced(keeping: Acting | undefined, tracer?: Tracer): Promise<PileTraced | undefined>
}

export interface PileTraced {
  readonly report: Report
  readonly pile: TracedPile
}

/** What computes, and nothing else. */
export interface Tracer {
  read(document: Document): Reading
  trace(readings: readonly Reading[], decisions: readonly InForce[]): Report
}

/** What changed since a tracing. */
export interface Changes {
  /** Ids of documents that came, came in another version, were set aside, or could be read after all. */
  readonly documents: readonly string[]
  /** The decisions in force then and now. */
  readonly was: readonly InForce[]
  readonly is: readonly InForce[]
  /** The reports that are set aside now. */
  readonly aside: Aside
}

/**
 * Plans how the answers are brought up to what changed. Only what changed and its neighbours are read, however large the collection is;
 * all of it where it is small, or was never parted.
 *
 * @param before the last tracing; undefined where nothing of it is to be taken on
 */
export async function plan(store: Store, before: Traced | undefined, changes: Changes): Promise<Plan> {
  const { documents } = await store.counts()
  const isFew = isSmall(documents) || isSmall(before?.documents ?? 0)
  return before === undefined || isFew ? wholePlan(store, changes) : changedPlan(store, changes)
}

async function changedPlan(store: Store, { documents, was, is, aside }: Changes): Promise<Plan> {
  const changed = new Set(documents)
  const latest = (await store.latest(documents)).map(({ document }) => document)
  const concerned = concernedBy(was, is)
  const parted = await partedAgain(store, latest, concerned.documents, is)
  const named = await store.pilesNaming(concerned.voices)
  const old = await store.tracedPiles([...new Set([...parted.gone, ...named])])
  const left = new Set(parted.gone)
  const byMembers = new Map(old.map((pile) => [JSON.stringify(pile.documents), pile]))
  const touching = openTouching(is)
  const trace: PileToTrace[] = []
  const stay = new Set<string>()
  for (const { documents, order } of [...parted.come, ...old.filter(({ key }) => !left.has(key))]) {
    const known = documents.some((id) => changed.has(id)) ? undefined : byMembers.get(JSON.stringify(documents))
    if (known && known.key === keyOf(known.base, touching, documents, known.names)) stay.add(known.key)
    else
      trace.push(toTrace(store, { members: await membersOf(store, documents, aside), order, decisions: is }, touching))
  }
  return { isWhole: false, gone: old.filter(({ key }) => !stay.has(key)), stay: [], trace, placed: parted.placed }
}

async function wholePlan(store: Store, { is, aside }: Changes): Promise<Plan> {
  const old: TracedPile[] = []
  for await (const pile of store.piles()) old.push(pile)
  const lost = new Set(await store.lostPiles())
  const known = new Map(old.filter(({ key }) => !lost.has(key)).map((pile) => [pile.base, pile]))
  const all = new Map<string, Member>()
  const parting = openWholeParting()
  for await (const { document, version } of store.documents()) {
    all.set(document.id, memberOf({ document, version }, aside))
    parting.add(document)
  }
  const { come, placed } = parting.parted(is)
  const touching = openTouching(is)
  const [stay, trace]: [TracedPile[], PileToTrace[]] = [[], []]
  for (const { documents, order } of come) {
    const members = documents.flatMap((id) => all.get(id) ?? [])
    const pile = known.get(baseOf(members))
    if (pile && pile.key === keyOf(pile.base, touching, documents, pile.names)) stay.push(pile)
    else trace.push(toTrace(store, { members, order, decisions: is }, touching))
  }
  const kept = new Set(stay.map(({ key }) => key))
  return { isWhole: true, gone: old.filter(({ key }) => !kept.has(key)), stay, trace, placed }
}

async function membersOf(store: Store, documents: readonly string[], aside: Aside): Promise<readonly Member[]> {
  const latest = new Map((await store.latest(documents)).map((one) => [one.document.id, one]))
  return documents.flatMap((id): readonly Member[] => {
    const kept = latest.get(id)
    return kept ? [memberOf(kept, aside)] : []
  })
}

/** A report as it stands in a pile. */
export function memberOf({ document, version }: Pick<KeptDocument, 'document' | 'version'>, aside: Aside): Member {
  const { id, sha256 } = document
  return { id, version, sha256, isSetAside: aside.has({ id, version }) }
}

/** What names the documents of a pile in the versions that they have, each read or set aside. */
const baseOf = (members: readonly Member[]): string => hexOf([pipeline, ...members.map(memberKey)].join('\n'))

/** What names a pile with what people decided of it. */
const keyOf = (base: string, touching: Touching, documents: readonly string[], names: readonly string[]): string =>
  hexOf(JSON.stringify([base, touching(documents, names).map(({ id, decision }) => [id, decision])]))

/** A pile that is to be traced. */
export function toTrace(
  store: Store,
  given: PileGiven,
  touching: Touching = openTouching(given.decisions),
): PileToTrace {
  const { members, order, decisions } = given
  const documents = members.map(({ id }) => id)
  const base = baseOf(members)
  const pileOf = (report: Report): TracedPile => {
    const names = [...namesOf(report.sources)].sort()
    const key = keyOf(base, touching, documents, names)
    return { key, base, order, documents, names, sources: sourcesUnder(report) }
  }
  /** One who was interrupted, or works on the same beside this one, may have kept it already. */
  const kept = async (): Promise<PileTraced | undefined> => {
    for (const [key, report] of await store.pilesOf(base)) {
      const pile = pileOf(report)
      if (pile.key === key) return { report, pile }
    }
    return undefined
  }
  return {
    given,
    members,
    base,
    isKept: async () => (await kept()) !== undefined,
    async traced(keeping, tracer = here) {
      const known = await kept()
      if (known) {
        if (keeping) await store.write((writing) => keepLists(writing, known.pile.key, known.report))
        return known
      }
      const held = heldReadingsOf(store)
      const readings = await held.of(members, tracer.read)
      if (!readings) return undefined
      const report = tracer.trace(
        readings.map(({ reading }) => reading),
        decisions,
      )
      const pile = pileOf(report)
      if (keeping) {
        const listing = listingOf(report)
        await held.keep(readings, keeping, async (writing) => {
          await writing.keepPile(pile.key, base, report)
          await keepFindables(writing, report)
          await writing.keepListing(pile.key, listingVersion, listing)
        })
        heldReportsOf(store).hold(pile.key, report)
      }
      return { report, pile }
    },
  }
}

/** Computes in this very thread. */
export const here: Tracer = { read: readForTracing, trace: traceTopic }

/** What is searched and listed of a pile that somebody kept, perhaps before it was listed. */
async function keepLists(writing: Writing, key: string, report: Report): Promise<void> {
  await keepFindables(writing, report)
  if ((await writing.listing(key, listingVersion)) === undefined)
    await writing.keepListing(key, listingVersion, listingOf(report))
}

async function keepFindables(writing: Writing, report: Report): Promise<void> {
  for (const [under, rows] of findablesOf(report)) await writing.keepFindable(under, hexOf(JSON.stringify(rows)), rows)
}
