import type { Listing } from '../../collection/listing.ts'
import type { Json } from '../../collection/log.ts'
import { type ListedReport, listedReport } from '../../export/workbench/listed-report.ts'
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
  return { digest: { listed, claims, heardIn, madeBy } as unknown as Json, rows }
}

/** Reads a digest as `listingOf` made it. Documents and sources stand in it once. */
export function digestIn(digest: Json): PileDigest {
  const { listed, ...outline } = digest as unknown as { listed: ListedReport } & Omit<Outline, 'documents' | 'sources'>
  return { listed, outline: { ...outline, documents: listed.documents, sources: listed.sources } }
}

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
