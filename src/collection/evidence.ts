import type { Excerpt } from '../model/span.ts'

/** Words that can be looked up: where they stand in which version of which report. */
export interface Evidence extends Excerpt {
  readonly document: string
  /** The SHA-256 of the text they stand in. */
  readonly sha256: string
}
