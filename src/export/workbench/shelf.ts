import type { Derivation } from '../../model/derivation.ts'
import type { Claim, CopiedPassage, Report, ReportDocument, ReportStatement, Series } from '../../model/report.ts'
import { addTo } from '../../text/listed.ts'
import { byCodeUnit } from '../../text/order.ts'
import { ended, type Steps } from '../../text/steps.ts'
import { type DocumentHead, type Lookup, lookingUp, type Named, nameOf } from '../view/lookup.ts'
import { type Summary, summarising } from '../view/summary.ts'

/**
 * A report in the order in which people go through it: by story, by claim, by voice. Made once for a report, so that no page that is asked
 * for searches a list.
 */
export interface Shelf extends Lookup {
  /** Those with most reports first. */
  readonly stories: readonly Story[]
  /** By the documents in them. */
  readonly storyOf: ReadonlyMap<string, Story>
  /** By the statements in them: whatever moved in the order of claims, a statement leads to its claim. */
  readonly claimOf: ReadonlyMap<string, Claim>
  /** Passages that stand in a document, there first or taken over. */
  readonly passagesIn: ReadonlyMap<string, readonly CopiedPassage[]>
  /** By the document or source at either end. */
  readonly derivationsAt: ReadonlyMap<string, readonly Derivation[]>
  /** What each source is said to have said, by source id. */
  readonly saidBy: ReadonlyMap<string, readonly ReportStatement[]>
  /** Claims that go back to a document or source. */
  readonly originOf: ReadonlyMap<string, readonly Claim[]>
  readonly seriesOf: ReadonlyMap<string, readonly Series[]>
  /** When the first report that makes a claim was published, by claim id. */
  readonly firstSeen: ReadonlyMap<string, string>
  /** Ids of documents whose every claim came out of another document. */
  readonly addNothing: ReadonlySet<string>
  readonly summary: Summary
  /** The most independent origins behind any one claim. */
  readonly most: number
  /** Voices that are named, each counted once over all claims. */
  readonly voices: number
}

/** Reports on one event. It goes by the report that came into the collection first; every other of its reports leads to it too. */
export interface Story extends StoryHead {
  readonly documents: readonly ReportDocument[]
  readonly claims: readonly Claim[]
}

export interface StoryHead {
  readonly id: string
  readonly title: string
  /** Days of publication, where known. */
  readonly from: string | null
  readonly to: string | null
}

/** What is the same for every pile of a collection, whatever the report on one pile has of it. */
export type Spanning = Pick<Lookup, 'sources' | 'roots' | 'annotations'>

/**
 * @param piles the documents of each story, by id, in whatever order
 * @param arrival where a document stands in the order in which documents came into the collection
 * @param spanning what is taken from all piles of the collection that the report is one pile of
 */
export const shelved = (
  report: Report,
  piles: readonly (readonly string[])[],
  arrival?: (document: string) => number,
  spanning?: Spanning,
): Shelf => ended(shelving(report, piles, arrival, spanning))

/** As `shelved`, step by step. */
export function* shelving(
  report: Report,
  piles: readonly (readonly string[])[],
  arrival: (document: string) => number = () => 0,
  spanning?: Spanning,
): Steps<Shelf> {
  const own = yield* lookingUp(report)
  const { sources, roots, annotations } = spanning ?? own
  const held = { ...own, sources, roots, annotations }
  yield
  const claimOf = new Map<string, Claim>()
  for (const claim of report.claims) for (const id of claim.statements) claimOf.set(id, claim)
  yield
  const stories = storiesOf(held, piles, arrival)
  yield
  const summary = yield* summarising(held)
  yield
  const storyOf = new Map(stories.flatMap((story) => story.documents.map(({ id }) => [id, story] as const)))
  const passagesIn = lists(report.passages ?? [], ({ document, from }) => [document, from])
  yield
  const derivationsAt = lists(report.derivations, ({ from, to }) => [from, to])
  yield
  const saidBy = lists(report.statements, ({ attribution }) => attribution.map(({ source }) => source))
  yield
  const originOf = lists(report.claims, (claim) => claim.origins)
  const seriesOf = lists(report.series, ({ claim, claims }) => [claim, ...claims])
  yield
  const firstSeenOf = new Map(report.claims.flatMap((claim) => firstSeen(held, claim)))
  const { addNothing, most, origins } = summary
  return {
    ...held,
    stories,
    storyOf,
    claimOf,
    passagesIn,
    derivationsAt,
    saidBy,
    originOf,
    seriesOf,
    firstSeen: firstSeenOf,
    summary,
    addNothing: new Set(addNothing),
    most,
    voices: origins,
  }
}

/** The id of the first statement of a claim: what it is addressed by, because ids of claims move when something comes in. */
export const keyOf = ({ statements, id }: Claim): string => statements[0] ?? id

function firstSeen(held: Lookup, claim: Claim): readonly (readonly [string, string])[] {
  const [first] = claim.statements
    .flatMap((id) => held.documents.get(held.statements.get(id)?.document ?? '')?.published ?? [])
    .sort(byCodeUnit)
  return first === undefined ? [] : [[claim.id, first]]
}

function storiesOf(
  held: Lookup,
  piles: readonly (readonly string[])[],
  arrival: (document: string) => number,
): readonly Story[] {
  const claimsIn = new Map<string, Claim[]>()
  const pileOf = new Map(piles.flatMap((pile) => pile.map((id) => [id, pile[0] ?? id] as const)))
  for (const claim of held.report.claims) {
    const document = held.statements.get(claim.statements[0] ?? '')?.document ?? ''
    addTo(claimsIn, pileOf.get(document) ?? '', claim)
  }
  return piles
    .flatMap((pile): readonly Story[] => {
      const documents = pile.flatMap((id) => held.documents.get(id) ?? []).sort(inTimeOrder)
      const head = storyHead(held, documents, arrival)
      return head ? [{ ...head, documents, claims: claimsIn.get(pile[0] ?? '') ?? [] }] : []
    })
    .sort((a, b) => largestFirst({ ...a, documents: a.documents.length }, { ...b, documents: b.documents.length }))
}

/** @param documents in the order of time */
export function storyHead(
  held: Named,
  documents: readonly DocumentHead[],
  arrival: (document: string) => number,
): StoryHead | undefined {
  const [first] = [...documents].sort((a, b) => arrival(a.id) - arrival(b.id) || byCodeUnit(a.id, b.id))
  const days = documents.flatMap(({ published }) => published ?? [])
  return first && { id: first.id, title: titleOf(held, documents), from: days[0] ?? null, to: days.at(-1) ?? null }
}

/** Stories of most reports first, then the latest. */
export const largestFirst = (
  a: StoryHead & { readonly documents: number },
  b: StoryHead & { readonly documents: number },
): number => b.documents - a.documents || byCodeUnit(b.to ?? '', a.to ?? '') || byCodeUnit(a.id, b.id)

/** What is published first comes first; what bears no date, last. */
export const inTimeOrder = (a: DocumentHead, b: DocumentHead): number =>
  byCodeUnit(a.published ?? '~', b.published ?? '~') || byCodeUnit(a.id, b.id)

/** The title of the first report that has one. */
function titleOf(held: Named, documents: readonly DocumentHead[]): string {
  const titled = documents.find(({ title }) => title !== null && title.trim() !== '')
  return titled?.title ?? nameOf(held, documents[0]?.id ?? '')
}

/**
 * The reports of two piles beside each other, to look at one of each: nothing in one has to do with anything in the other.
 */
export const beside = (one: Shelf, other: Shelf): Shelf => ({
  ...one,
  documents: new Map([...one.documents, ...other.documents]),
  saidIn: new Map([...one.saidIn, ...other.saidIn]),
})

/** Things by every key that each of them has; by the same key only once. */
function lists<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const made = new Map<string, T[]>()
  for (const thing of things) for (const key of new Set(keysOf(thing))) addTo(made, key, thing)
  return made
}
