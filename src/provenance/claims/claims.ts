import type { Derivation, Passage } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { Figure } from '../../model/report.ts'
import type { Voices } from '../sources/voices.ts'
import type { StatementRef } from './statement-ref.ts'

/** One question that the reports answer. Statements that answer it differently stand side by side in `positions`. */
export interface ClaimGroup {
  /** `c1` is the most widely stated. */
  readonly id: string
  readonly gist: string
  /** In canonical order: by document id, then by place. */
  readonly statements: readonly StatementRef[]
  readonly positions: readonly ClaimPosition[]
}

/** One of the answers to a claim's question, and the statements that give it. */
export interface ClaimPosition {
  readonly figures: readonly Figure[] | null
  readonly polarity: 'affirmed' | 'denied'
  readonly statements: readonly StatementRef[]
}

/** Two documents that share words, and where. */
export interface SharedText {
  readonly a: string
  readonly b: string
  readonly passages: readonly Passage[]
}

/** Groups the statements of all documents into claims. Statements that stand alone and say nothing checkable get none. */
export function groupClaims(
  readings: readonly Reading[],
  voices: Voices,
  derivations: readonly Derivation[],
  reuse: readonly SharedText[],
): readonly ClaimGroup[] {
  void [readings, voices, derivations, reuse]
  return []
}
