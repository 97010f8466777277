import type { Derivation } from '../model/derivation.ts'
import type { Reading } from '../model/reading.ts'
import type { ClaimGroup } from '../provenance/claims/claims.ts'
import type { Voices } from '../provenance/sources/voices.ts'

/** What a finding looks at: everything read, who speaks, what claims there are and which document was made from which. */
export interface FindingContext {
  readonly readings: readonly Reading[]
  readonly voices: Voices
  readonly claims: readonly ClaimGroup[]
  readonly derivations: readonly Derivation[]
}
