import { type Suggestion, suggestions } from '../../export/workbench/suggestions.ts'
import { inForce } from '../../tracing/in-force.ts'
import { decisionsOf } from '../collection/decide.ts'
import { suggestedByModels } from '../models/suggest.ts'
import type { Desk } from './desk.ts'

/** What a person can settle next: without what holds already. */
export async function suggestionsFor({
  store,
  answers,
}: Pick<Desk, 'store' | 'answers'>): Promise<readonly Suggestion[]> {
  const decided = inForce(await decisionsOf(store)).map(({ decision }) => decision)
  return answers.tell(async (answer) =>
    suggestions(await answer.doubts(), decided, undefined, await suggestedByModels(store, answer)),
  )
}
