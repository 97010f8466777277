import type { RuleId } from './rule.ts'
import type { Excerpt } from './span.ts'

export const certainties = ['asserted', 'hedged', 'planned', 'denied'] as const

export type Certainty = (typeof certainties)[number]

/** Words that weaken commitment: "reportedly", "is considering", "may". */
export interface Hedge extends Excerpt {
  readonly rule: RuleId
}

/** One assertion in one document: a clause that answers one question, with who says so and how sure. */
export interface Statement extends Excerpt {
  readonly certainty: Certainty
  /** -3 certainly not … 0 open … +3 certainly so, of what the innermost clause describes (FactBank's scale as in the UW corpus). */
  readonly certaintyScore: number
  readonly hedges: readonly Hedge[]
  /** Indices into the attribution layer, outermost first; empty when the text names nobody. */
  readonly attribution: readonly number[]
  /** A clause embedded in a larger statement that is also listed ("plans [to close the mill]"): not an assertion of its own. */
  readonly inner?: boolean
  /** Indices into the quantity and time layers. */
  readonly quantities: readonly number[]
  readonly times: readonly number[]
}
