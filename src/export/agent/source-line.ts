import type { Source } from '../../model/source.ts'
import { nameOf } from '../view/lookup.ts'
import type { Catalogue } from '../workbench/catalogue.ts'
import { sourceRow } from '../workbench/source-rows.ts'
import type { ClaimLine } from './claim-answer.ts'
import { handleOf } from './handles.ts'
import type { Listed } from './listed.ts'
import { type Words, words } from './sealed.ts'

/** One voice in a list. */
export interface SourceLine {
  readonly source: string
  readonly name: Words
  readonly kind: string
  readonly also: readonly Words[]
  readonly belongs_to: Words | null
  /** Claims that it is said to have made, and claims that go back to it. */
  readonly claims: number
  readonly origin_of: number
  readonly in_reports: number
  /** How far a person trusts it, A to F; null until somebody says so. */
  readonly grade: string | null
}

export function sourceLine(catalogue: Catalogue, source: Source): SourceLine {
  const { id, name, kind, aliases, affiliation, claims, originOf, relayedBy, grade } = sourceRow(catalogue, source)
  return {
    source: handleOf('sources', id),
    name: words(name, 80),
    kind,
    also: aliases
      .filter((alias) => alias !== name)
      .slice(0, 4)
      .map((alias) => words(alias, 80)),
    belongs_to: affiliation === null ? null : words(nameOf(catalogue, affiliation), 80),
    claims,
    origin_of: originOf,
    in_reports: relayedBy,
    grade,
  }
}

/** One voice with the first of the claims that go back to it, or that it is said to have made. */
export const sourceAnswer = (catalogue: Catalogue, source: Source, its_claims: Listed<ClaimLine>) => ({
  ...sourceLine(catalogue, source),
  its_claims,
})
