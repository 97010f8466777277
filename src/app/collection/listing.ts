import type { Listing } from '../../collection/listing.ts'
import type { Json } from '../../collection/log.ts'
import { type ListedReport, listedReport } from '../../export/workbench/listed-report.ts'
import type { FindingKind } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { type Outline, outlineOf } from '../../tracing/outline.ts'

/** What is held of every pile of a collection: what its lists are made of, and what tells its place among the others. */
export interface PileDigest {
  readonly outline: Outline
  readonly listed: ListedReport
}

/** Grows when what a listing holds becomes another: one of another version is made anew. */
export const listingVersion = 1

/** What lists need of the report on a pile. */
export function listingOf(report: Report): Listing {
  const { digest: listed, rows } = listedReport(report)
  const { claims, heardIn, madeBy } = outlineOf(report)
  const kept: Kept = {
    documents: listed.documents,
    sources: listed.sources,
    claims: listed.claims.flatMap((claim, i): readonly KeptClaim[] => {
      const { key, document, documents, independent, origins, kinds, firstSeen } = claim
      const outline = claims[i]
      if (!outline) return []
      const { id, statements, loudness, isBare } = outline
      return [
        [id, key, document, documents, statements, independent, loudness, isBare ? 1 : 0, firstSeen, origins, kinds],
      ]
    }),
    heardIn,
    madeBy,
  }
  return { digest: kept as unknown as Json, rows }
}

/** Reads a digest as `listingOf` made it. */
export function digestIn(digest: Json): PileDigest {
  const { documents, sources, heardIn, madeBy, ...kept } = digest as unknown as Kept
  const claims = kept.claims.map(
    ([id, key, document, documents, statements, independent, loudness, isBare, firstSeen, origins, kinds]) => ({
      id,
      key,
      first: key,
      document,
      documents,
      statements,
      independent,
      loudness,
      isBare: isBare === 1,
      firstSeen,
      origins,
      kinds,
    }),
  )
  return { outline: { documents, sources, claims, heardIn, madeBy }, listed: { documents, sources, claims } }
}

/** A digest as it is kept: what outline and lists both have stands in it once. */
interface Kept extends Pick<ListedReport, 'documents' | 'sources'>, Pick<Outline, 'heardIn' | 'madeBy'> {
  readonly claims: readonly KeptClaim[]
}

/** Without the names of its fields: a collection has more claims than anything else, and a start reads all of them. */
type KeptClaim = readonly [
  id: string,
  key: string,
  document: number,
  documents: number,
  statements: number,
  independent: number,
  loudness: number,
  isBare: 0 | 1,
  firstSeen: string | null,
  origins: readonly string[],
  kinds: readonly FindingKind[],
]

/**
 * Makes the listings of the piles that have none: those that were traced by an earlier version of Headwater. Each is kept as soon as it is
 * ready.
 */
export async function listPiles(store: Store): Promise<void> {
  for (const key of await store.unlistedPiles(listingVersion)) {
    const report = await store.pile(key)
    if (report) await store.write((writing) => writing.keepListing(key, listingVersion, listingOf(report)))
  }
}
