import { type Suggestion, suggestions } from '../../export/workbench/suggestions.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { decisionsOf } from '../collection/decide.ts'
import type { Answer } from '../workbench/answer.ts'
import { suggestedByModels } from './suggest.ts'

/** What models proposed, without what was decided since and without what Headwater proposes itself. */
export async function undecided(store: Store, answer: Answer): Promise<readonly Suggestion[]> {
  const decided = inForce(await decisionsOf(store)).map(({ decision }) => decision)
  const all = suggestions(
    await answer.doubts(),
    decided,
    Number.POSITIVE_INFINITY,
    await suggestedByModels(store, answer),
  )
  return all.filter(({ by }) => by !== undefined)
}
