import type { Source } from '../../model/source.ts'
import { nameOf } from '../view/lookup.ts'

import { keyOf, type Shelf } from '../workbench/shelf.ts'
import { sourceRow } from '../workbench/source-rows.ts'
import { claimLine } from './claim-answer.ts'
import { handleOf } from './handles.ts'
import { listed } from './listed.ts'
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

export function sourceLine(shelf: Shelf, source: Source): SourceLine {
  const { id, name, kind, aliases, affiliation, claims, originOf, relayedBy, grade } = sourceRow(shelf, source)
  return {
    source: handleOf('sources', id),
    name: words(name, 80),
    kind,
    also: aliases
      .filter((alias) => alias !== name)
      .slice(0, 4)
      .map((alias) => words(alias, 80)),
    belongs_to: affiliation === null ? null : words(nameOf(shelf, affiliation), 80),
    claims,
    origin_of: originOf,
    in_reports: relayedBy,
    grade,
  }
}

/** One voice with the first of the claims that go back to it, or that it is said to have made. */
export function sourceAnswer(shelf: Shelf, source: Source) {
  const claims = new Set([
    ...(shelf.originOf.get(source.id) ?? []),
    ...(shelf.saidBy.get(source.id) ?? []).flatMap(({ id }) => shelf.claimOf.get(id) ?? []),
  ])
  return {
    ...sourceLine(shelf, source),
    its_claims: listed([...claims], { limit: 10 }, keyOf, (claim) => claimLine(shelf, claim)),
  }
}
