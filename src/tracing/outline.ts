import { byLoudness, type Call, callsOf } from '../findings/report-parts.ts'
import type { Claim, Report, ReportDocument } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import { byCodeUnit } from '../text/order.ts'
import { sorting } from '../text/sorted.ts'
import type { Steps } from '../text/steps.ts'
import { partingSources } from './sources.ts'

/** What joining piles, and putting decisions on them, needs of the report on one: small beside the report, and without its words. */
export interface Outline {
  /** In the order of the report, as the others. */
  readonly documents: readonly Pick<ReportDocument, 'id' | 'publisher'>[]
  readonly sources: readonly Source[]
  readonly claims: readonly ClaimOutline[]
  /** For each source the places of the documents in which it is heard, or that were made from it. */
  readonly heardIn: readonly (readonly number[])[]
  /** Ids of the decisions that some derivation was made by. */
  readonly madeBy: readonly string[]
}

/** A claim as far as its place among others goes. */
export interface ClaimOutline extends Call, Pick<Claim, 'id' | 'documents'> {
  /** Id of its first statement. */
  readonly first: string
  /** How many. */
  readonly statements: number
}

export function outlineOf(report: Report): Outline {
  const called = callsOf(report.claims, report.statements, report.findings)
  const places = new Map(report.documents.map(({ id }, place) => [id, place]))
  const heard = new Map(report.sources.map(({ id }) => [id, new Set<number>()]))
  const hear = (source: string, document: string): void => {
    const place = places.get(document)
    if (place !== undefined) heard.get(source)?.add(place)
  }
  for (const { document, attribution } of report.statements)
    for (const { source } of attribution) hear(source, document)
  for (const { from, to } of report.derivations) hear(from, to)
  return {
    documents: report.documents.map(({ id, publisher }) => ({ id, publisher })),
    sources: report.sources,
    claims: report.claims.map(({ id, documents, statements }, i) => ({
      id,
      documents,
      first: statements[0] ?? '',
      statements: statements.length,
      loudness: called[i]?.loudness ?? 0,
      isBare: called[i]?.isBare ?? false,
    })),
    heardIn: report.sources.map(({ id }) => [...(heard.get(id) ?? [])]),
    madeBy: [...new Set(report.derivations.flatMap(({ decisions = [] }) => decisions))],
  }
}

/** What things of several piles are called, and in what order they come, when the piles are told as one. */
export interface Joining {
  /** By id; a voice that is heard in several piles once. */
  readonly sources: readonly Source[]
  /** For each pile, its source ids and what they have become. */
  readonly sourceIds: readonly ReadonlyMap<string, string>[]
  /** For each pile, what its claims are called now, in the order in which it has them. */
  readonly claimIds: readonly (readonly string[])[]
  /** The claims that are most worth a look first, each by its pile and its place there. */
  readonly claims: readonly Placed[]
  /** The documents by their pile and their place there. */
  readonly documents: readonly Placed[]
}

export interface Placed {
  readonly pile: number
  readonly place: number
}

/** What piles are together, by their outlines, step by step. */
export function* joiningOutlines(outlines: readonly Outline[]): Steps<Joining> {
  const documents = outlines.flatMap((outline, pile) => outline.documents.map(({ id }, place) => ({ id, pile, place })))
  const claims = outlines.flatMap((outline, pile) =>
    outline.claims.map((claim, place): Ranked => ({ id: claim.id, claim, pile, place })),
  )
  yield
  const [only] = outlines
  // What is one pile is told as it was traced.
  if (only && outlines.length === 1)
    return {
      sources: only.sources,
      sourceIds: [new Map(only.sources.map(({ id }) => [id, id]))],
      claimIds: [only.claims.map(({ id }) => id)],
      claims,
      documents,
    }
  const apart = yield* partingSources(outlines)
  const ranked = yield* sorting(
    claims,
    (a, b) => byImportance(a.claim, b.claim) || a.pile - b.pile || byNumberOf(a.claim.id, b.claim.id),
  )
  const claimIds = outlines.map((outline) => outline.claims.map(({ id }) => id))
  for (const [i, one] of ranked.entries()) {
    one.id = `c${i + 1}`
    const ids = claimIds[one.pile]
    if (ids) ids[one.place] = one.id
  }
  yield
  return {
    sources: apart.sources,
    sourceIds: apart.idsIn,
    claimIds,
    // The rank is the number in the id.
    claims: yield* sorting(ranked, (a, b) => byLoudness(a.claim, b.claim) || byNumberOf(a.id, b.id)),
    documents: yield* sorting(documents, (a, b) => byCodeUnit(a.id, b.id)),
  }
}

interface Ranked extends Placed {
  /** What it is called now. */
  id: string
  readonly claim: ClaimOutline
}

/** The most widely stated of all is `c1`. */
const byImportance = (a: ClaimOutline, b: ClaimOutline): number =>
  b.documents - a.documents || b.statements - a.statements || byCodeUnit(a.first, b.first)

/** "c9" before "c10". */
export const byNumberOf = (a: string, b: string): number => a.length - b.length || byCodeUnit(a, b)
