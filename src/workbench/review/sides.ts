import type { SuggestedPart, Suggestion } from '../../export/workbench/suggestions.ts'
import type { QuotedStatement } from '../../model/decision.ts'

/** One side of a suggestion with the place where it can be read. */
export interface Side extends SuggestedPart {
  /** The words in their report, where it is a statement. */
  readonly place: QuotedStatement | undefined
}

/** What stands side by side. The place of a statement is known by the decision that would be written. */
export function sidesOf({ a, b, accept }: Suggestion): readonly [Side, Side] {
  const isPair = accept.kind === 'same-claim' || accept.kind === 'not-same-claim'
  const noted =
    accept.kind === 'note' && accept.on.kind === 'statement' ? { ...accept.on.statement, quote: a.words } : undefined
  return [
    { ...a, place: isPair ? accept.a : noted },
    { ...b, place: isPair ? accept.b : undefined },
  ]
}
