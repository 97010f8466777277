import type { Document } from '../model/document.ts'
import { openGroups } from '../provenance/claims/linking.ts'
import { fewDocuments } from '../provenance/claims/related.ts'
import { type Topic, topicsOf } from '../story/topics/topics.ts'
import { byCodeUnit } from '../text/order.ts'
import type { InForce } from './in-force.ts'

/** A pile of more documents is parted further, as long as it can be: what tracing one takes is bounded by this. */
const many = 300
/**
 * Documents that are less alike do not concern each other. Of the links between reports of one week with known links (BuzzFeed-Webis), 97 %
 * lie inside a pile.
 */
const least = 0.08

/**
 * Parts a collection into piles that are traced each by itself. A small one is one pile; of a larger one, every topic is, and topics that
 * a person said have to do with each other are one. Within a pile the documents are in canonical order.
 *
 * @param documents with ids of their own
 * @param topics the topics of these documents, where they are known already
 */
export function pilesOf(
  documents: readonly Document[],
  decisions: readonly InForce[] = [],
  topics: (least: number, largest: number) => readonly Topic[] = (...bounds) => topicsOf(documents, ...bounds),
): readonly (readonly Document[])[] {
  if (documents.length <= fewDocuments) return [inOrder(documents)]
  const byId = new Map(documents.map((document) => [document.id, document]))
  const lists = topics(least, many).map((topic) => topic.documents)
  return tied(lists, tiesIn(decisions)).map((ids) => inOrder(ids.flatMap((id) => byId.get(id) ?? [])))
}

const inOrder = (documents: readonly Document[]): readonly Document[] =>
  [...documents].sort((a, b) => byCodeUnit(a.id, b.id))

/** Documents that a decision ties together: they hold two statements of one claim, or one was made from the other. */
function tiesIn(decisions: readonly InForce[]): readonly (readonly [string, string])[] {
  return decisions.flatMap(({ decision }): readonly (readonly [string, string])[] => {
    if (decision.kind === 'same-claim') return [[decision.a.document, decision.b.document]]
    if (decision.kind !== 'made-from' || decision.from.kind === 'source') return []
    return [[decision.document, decision.from.document]]
  })
}

/** Lists that hold two documents which are tied become one, in the place of the first. */
function tied(
  lists: readonly (readonly string[])[],
  ties: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  if (ties.length === 0) return lists
  const listOf = new Map(lists.flatMap((ids, i) => ids.map((id) => [id, i] as const)))
  const groups = openGroups([...lists.keys()])
  for (const pair of ties) {
    const [a, b] = pair.map((id) => listOf.get(id))
    if (a !== undefined && b !== undefined) groups.join(a, b)
  }
  return groups.all().map((indices) => indices.flatMap((i) => lists[i] ?? []))
}
