import type { RuleId } from './rule.ts'
import type { Excerpt, Span } from './span.ts'

/** `=` exactly · `~` about · `>` and `<` more / less than, at least / at most · `up` and `down` a change by the amount. */
export type QuantityChange = '=' | '~' | '>' | '<' | 'up' | 'down'

/** An amount with its doubt kept: "about 25,000 workers", "more than 200 per building", "tens of thousands". */
export interface Quantity extends Excerpt {
  /** null = open bound. Equal bounds = one value. */
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  /** A word for a magnitude, kept as a labelled interval: "dozens" is 24..99 (the convention of ACLED). */
  readonly vague: boolean
  /** Unit of measure or currency in the singular ("dollar", "percentage", "kilometre"); null for a plain count. */
  readonly unit: string | null
  /** What is counted or measured, as in the text: "military builders". */
  readonly of: string | null
  readonly ofSpan: Span | null
  /** The denominator of a rate: "month", "building". */
  readonly per: string | null
  readonly change: QuantityChange
  readonly rule: RuleId
}
