import type { Document, Refusal } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import type { InForce } from './in-force.ts'
import { joined } from './joined.ts'
import { pilesOf } from './piles.ts'
import { tracePile } from './topic.ts'

/**
 * From documents to the answer: who first said what, how many independent origins it has, how it changed on the way. A large collection
 * is traced pile by pile: what cannot concern each other is never compared. The order of the input changes nothing.
 *
 * @param decisions what people decided, as `inForce` reads it off their log
 */
export function trace(
  given: readonly Document[],
  refusals: readonly Refusal[] = [],
  decisions: readonly InForce[] = [],
): Report {
  const piles = pilesOf(withDistinctIds(given), decisions)
  return joined(
    piles.map((pile) => tracePile(pile, decisions)),
    refusals,
    decisions,
  )
}
