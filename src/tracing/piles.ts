import type { Document } from '../model/document.ts'
import type { Digest, PlacedReport } from '../model/placed-report.ts'
import { fewDocuments } from '../provenance/claims/related.ts'
import { digestOf } from '../story/topics/digest.ts'
import { placedReports, topicsIn } from '../story/topics/topics.ts'
import { byCodeUnit } from '../text/order.ts'
import type { InForce } from './in-force.ts'
import { openTies } from './ties.ts'

/** A pile of more documents is parted further, as long as it can be: what tracing one takes is bounded by this. */
export const most = 300
/**
 * Documents that are less alike do not concern each other. Of the links between reports of one week with known links (BuzzFeed-Webis), 97 %
 * lie inside a pile.
 */
export const least = 0.08

/**
 * Parts a collection into piles that are traced each by itself. Within a pile the documents are in canonical order.
 *
 * @param documents with ids of their own
 * @param digest tells the words of one, for whoever parts the same documents again and again
 */
export function pilesOf(
  documents: readonly Document[],
  decisions: readonly InForce[] = [],
  digest: (document: Document) => Digest = digestOf,
): readonly (readonly Document[])[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  return pilesIn(placedReports(documents.map(digest)), decisions).map((pile) =>
    pile.flatMap((id) => byId.get(id) ?? []),
  )
}

/**
 * Whoever traces few together mostly asks about one story: they are parted only where they have next to nothing in common. Of eight stories
 * of nine reports each, every one stays whole and no two are joined from .03 on.
 */
const leastOfFew = 0.03

/** Whether a collection is parted as a small one. */
export const isSmall = (documents: number): boolean => documents <= fewDocuments

/**
 * The piles of a forest, each as ids in canonical order, in the order of their first reports: every topic is one, and topics that a person
 * said have to do with each other are one.
 *
 * @param placed in order
 */
export function pilesIn(
  placed: readonly PlacedReport[],
  decisions: readonly InForce[] = [],
): readonly (readonly string[])[] {
  const topics = topicsIn(placed, isSmall(placed.length) ? leastOfFew : least, most).map(({ documents }) => documents)
  return openTies(decisions)
    .joined(topics)
    .map((pile) => [...pile].sort(byCodeUnit))
}
