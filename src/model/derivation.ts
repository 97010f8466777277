import type { RuleId } from './rule.ts'
import type { Excerpt, NonEmpty, Span } from './span.ts'

/** The same words in two documents, as reuse alignment found them. */
export interface Passage {
  readonly a: Span
  readonly b: Span
}

/** Words in one document of the collection, checkable by anyone who holds its text. */
export interface Evidence extends Excerpt {
  readonly document: string
}

export type Manner = 'copies' | 'rewrites' | 'cites' | 'quotes' | 'translates'

/** One document made from another, or from a source only heard of (PROV `wasDerivedFrom`). `stated`: the later text says so itself. */
export interface Derivation {
  /** Document or source id. */
  readonly from: string
  /** Document id. */
  readonly to: string
  readonly manner: Manner
  readonly basis: 'stated' | 'inferred'
  /** 0..1 */
  readonly confidence: number
  readonly evidence: NonEmpty<Evidence>
  readonly rule: RuleId
  /** Ids of the decisions by which a person accepted it. Absent where nobody did. */
  readonly decisions?: readonly string[]
}
