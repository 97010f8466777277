import { openGroups } from '../provenance/claims/linking.ts'
import { addTo } from '../text/listed.ts'
import type { InForce } from './in-force.ts'

/** Which documents people said have to do with each other. */
export interface Ties {
  /** Those that a document is tied to. */
  of(document: string): readonly string[]
  /** Lists that hold two documents which are tied become one, in the place of the first. */
  joined(lists: readonly (readonly string[])[]): readonly (readonly string[])[]
}

/** Documents are tied by a decision when they hold two statements of one claim, or one was made from the other. */
export function openTies(decisions: readonly InForce[]): Ties {
  const ties = decisions.flatMap(tieIn)
  const tied = new Map<string, string[]>()
  for (const [a, b] of ties) {
    addTo(tied, a, b)
    addTo(tied, b, a)
  }
  return {
    of: (document) => tied.get(document) ?? [],
    joined(lists) {
      if (ties.length === 0) return lists
      const listOf = new Map(lists.flatMap((ids, i) => ids.map((id) => [id, i] as const)))
      const groups = openGroups([...lists.keys()])
      for (const pair of ties) {
        const [a, b] = pair.map((id) => listOf.get(id))
        if (a !== undefined && b !== undefined) groups.join(a, b)
      }
      return groups.all().map((indices) => indices.flatMap((i) => lists[i] ?? []))
    },
  }
}

function tieIn({ decision }: InForce): readonly (readonly [string, string])[] {
  if (decision.kind === 'same-claim') return [[decision.a.document, decision.b.document]]
  if (decision.kind !== 'made-from' || decision.from.kind === 'source') return []
  return [[decision.document, decision.from.document]]
}
