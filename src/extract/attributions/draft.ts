import type { RuleId } from '../../model/rule.ts'
import type { Stretch } from '../syntax/phrases.ts'

/** An attribution as token ranges, before its words and its speaker are known. */
export interface Draft {
  readonly source: readonly Stretch[]
  readonly cue: readonly Stretch[]
  readonly content: readonly Stretch[]
  /** What a relative pronoun in the source refers to: "the company, [which] said". */
  readonly antecedent?: Stretch | undefined
  /** The text hides the voice: "it is understood that". */
  readonly hidden: boolean
  /** The draft, by reference, that this one hangs on: "NHK, citing diplomats". */
  readonly outer: Draft | undefined
  readonly rule: RuleId
}
