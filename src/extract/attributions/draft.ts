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

/** First token of the cue. */
export const cueStart = (draft: Draft): number => draft.cue[0]?.first ?? 0

/** Orders drafts as their cues stand in the text. */
export const byCue = (a: Draft, b: Draft): number => cueStart(a) - cueStart(b)
