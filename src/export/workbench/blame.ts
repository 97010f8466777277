import type { Trail } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import { isDocument, nameOf } from '../view/lookup.ts'
import { stations } from '../view/trail-words.ts'
import { keyOf, type Shelf } from './shelf.ts'

/** What stands in the margin beside one statement: where its trail ends, as `git blame` names the commit of a line. */
export interface Blamed extends Span {
  readonly statement: string
  /** Key of the claim; null where it is in none. */
  readonly claim: string | null
  readonly trail: Trail | null
  /** The voice or report in which the trail ends; empty where it ends in nobody named or in a circle. */
  readonly endsIn: readonly TrailEnd[]
}

export interface TrailEnd {
  readonly id: string
  readonly name: string
  readonly kind: 'document' | 'source'
}

/** The statements of one document in the order of its text, each with its origin. */
export function blame(shelf: Shelf, document: string): readonly Blamed[] {
  return [...(shelf.saidIn.get(document) ?? [])]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ id, start, end }) => {
      const claim = shelf.claimOf.get(id)
      const trail = shelf.trails.get(id) ?? null
      return {
        statement: id,
        start,
        end,
        claim: claim ? keyOf(claim) : null,
        trail,
        endsIn: trail ? endOf(shelf, trail) : [],
      }
    })
}

function endOf(shelf: Shelf, trail: Trail): readonly TrailEnd[] {
  const all = stations(shelf, trail)
  const last = trail.hops.at(-1)?.node ?? all[0]?.node
  if (trail.end === 'circular' || last === undefined) return []
  const isSource = shelf.sources.has(last)
  // Where nobody is named, the report itself is no end of the trail.
  if (trail.end === 'not-established' && !isSource) return []
  return [{ id: last, name: nameOf(shelf, last), kind: isDocument(shelf, last) ? 'document' : 'source' }]
}
