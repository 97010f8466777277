import type { RuleId } from './rule.ts'

export const findingKinds = [
  'single-origin',
  'single-relay',
  'circular',
  'drift',
  'conflict',
  'correction',
  'unattributed',
  'vague-attribution',
  'uncredited-copy',
] as const

export type FindingKind = (typeof findingKinds)[number]

export type Aspect = 'figure' | 'hedge' | 'role' | 'attribution' | 'polarity' | 'scope' | 'time' | 'place'

/** An answer worth a person's attention, with the statements that show it and one plain English sentence. */
export interface Finding {
  readonly kind: FindingKind
  readonly aspect: Aspect | null
  /** Claim id; null for a finding about whole documents (uncredited-copy). */
  readonly claim: string | null
  /**
   * Statement ids: the earlier and the later one for drift and correction, two sides for conflict, a statement and its copy
   * for an uncredited copy; null elsewhere.
   */
  readonly from: string | null
  readonly to: string | null
  readonly statements: readonly string[]
  readonly says: string
  readonly rule: RuleId
}
