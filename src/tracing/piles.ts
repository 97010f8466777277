import type { Document } from '../model/document.ts'
import { fewDocuments } from '../provenance/claims/related.ts'
import { type Topic, topicsOf } from '../story/topics/topics.ts'
import { byCodeUnit } from '../text/order.ts'

/** A pile of more documents is parted further, as long as it can be: what tracing one takes is bounded by this. */
const many = 300
/**
 * Documents that are less alike do not concern each other. Of the links between reports of one week with known links (BuzzFeed-Webis), 97 %
 * lie inside a pile.
 */
const least = 0.08

/**
 * Parts a collection into piles that are traced each by itself. A small one is one pile; of a larger one, every topic is. Within a
 * pile the documents are in canonical order.
 *
 * @param documents with ids of their own
 * @param topics the topics of these documents, where they are known already
 */
export function pilesOf(
  documents: readonly Document[],
  topics: (least: number, largest: number) => readonly Topic[] = (...bounds) => topicsOf(documents, ...bounds),
): readonly (readonly Document[])[] {
  if (documents.length <= fewDocuments) return [inOrder(documents)]
  const byId = new Map(documents.map((document) => [document.id, document]))
  return topics(least, many).map((topic) => inOrder(topic.documents.flatMap((id) => byId.get(id) ?? [])))
}

const inOrder = (documents: readonly Document[]): readonly Document[] =>
  [...documents].sort((a, b) => byCodeUnit(a.id, b.id))
