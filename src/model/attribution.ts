import type { RuleId } from './rule.ts'
import type { Excerpt } from './span.ts'

/** What manner of voice there is. */
export const sourceKinds = [
  'person',
  'institution',
  'outlet',
  'anonymous',
  'vague',
  'document',
  'imagery',
  'data',
] as const

/** What manner of voice it is. `none`: the text hides it ("it is understood that"). */
export type SourceKind = (typeof sourceKinds)[number] | 'none'

/**
 * Who is said to have said what (source, cue, content: PARC 3, PolNeAR). Each part may be split into several excerpts;
 * `source` is empty when the text hides it.
 */
export interface Attribution {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly source: readonly Excerpt[]
  readonly cue: readonly Excerpt[]
  readonly content: readonly Excerpt[]
  readonly sourceKind: SourceKind
  /** What a pronoun or a role stands for ("he", "the minister"): the entity key of the mention or the words of the fullest name, where sure. */
  readonly speaker: string | null
  /** Index, in the same layer, of the outer attribution whose content holds this one: "NHK, citing diplomats". */
  readonly within: number | null
  readonly rule: RuleId
}
