import type { RuleId } from './rule.ts'
import type { Excerpt } from './span.ts'

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/**
 * A time expression with its TIMEX3 value (ISO-TimeML): `2022-09`, `2025-06-19T09:10`, `P3D`, `PAST_REF`.
 * A relative expression in a document without a publication date keeps the value `XXXX-XX-XX`: no date is invented.
 */
export interface Time extends Excerpt {
  readonly type: TimeType
  readonly value: string
  readonly rule: RuleId
}
