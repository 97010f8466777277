import type { Document, Refusal } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import { joined } from './joined.ts'
import { pilesOf } from './piles.ts'
import { tracePile } from './topic.ts'

/**
 * From documents to the answer: who first said what, how many independent origins it has, how it changed on the way. A large collection
 * is traced pile by pile: what cannot concern each other is never compared. The order of the input changes nothing.
 */
export function trace(given: readonly Document[], refusals: readonly Refusal[] = []): Report {
  return joined(pilesOf(withDistinctIds(given)).map(tracePile), refusals)
}
