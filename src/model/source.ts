import type { SourceKind } from './attribution.ts'

/** A voice, one entity across all documents: NHK, a ministry, "diplomatic sources". */
export interface Source {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Exclude<SourceKind, 'none'>
  /** The source it belongs to (minister to ministry, press release to agency); they count as one origin. */
  readonly affiliation: string | null
}
