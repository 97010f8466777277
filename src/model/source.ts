import type { SourceKind } from './attribution.ts'
import type { Reliability } from './decision.ts'

/** A voice, one entity across all documents: NHK, a ministry, "diplomatic sources". */
export interface Source {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Exclude<SourceKind, 'none'>
  /** The source it belongs to (minister to ministry, press release to agency); they count as one origin. */
  readonly affiliation: string | null
  /** How far a person trusts it, and why. Absent until somebody says so. */
  readonly grade?: { readonly letter: Reliability; readonly reason: string }
  /** Ids of the decisions that made it what it is. Absent where nobody decided anything. */
  readonly decisions?: readonly string[]
}
