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

/**
 * The document in which alone a voice is heard, by the voice's id: "an official" is another one in every report, `official@a1`. Undefined of
 * voices that are one everywhere. Ids of documents may hold any mark, another `@` too.
 */
export const heardOnlyIn = (id: string): { readonly what: string; readonly document: string } | undefined => {
  const mark = id.indexOf('@')
  return mark < 0 ? undefined : { what: id.slice(0, mark), document: id.slice(mark + 1) }
}
