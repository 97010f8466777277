import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { nameOf } from '../view/lookup.ts'
import { type ClaimRow, claimRow } from './claim-rows.ts'
import type { Shelf } from './shelf.ts'
import { type StatementRow, statementRow } from './statement-rows.ts'

/** One voice on one line. */
export interface SourceRow {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Source['kind']
  /** Id of the source it belongs to. */
  readonly affiliation: string | null
  /** Claims that it is said to have made. */
  readonly claims: number
  /** Claims that go back to it. */
  readonly originOf: number
  /** Reports that have something from it. */
  readonly relayedBy: number
  /** How far a person trusts it, A to F; null until somebody says so. */
  readonly grade: string | null
}

export interface SourcePage extends Omit<SourceRow, 'claims'> {
  /** What it belongs to goes by this name. */
  readonly affiliationName: string | null
  /** Those it is said to have made and those that go back to it. */
  readonly claims: readonly ClaimRow[]
  /** How many statements it is said to have made, of which the first stand here. */
  readonly said: number
  readonly statements: readonly StatementRow[]
}

export function sourceRow(shelf: Shelf, source: Source): SourceRow {
  const { id, name, aliases, kind, affiliation } = source
  const said = shelf.saidBy.get(id) ?? []
  return {
    id,
    name,
    aliases,
    kind,
    affiliation,
    claims: new Set(said.flatMap(({ claim }) => claim ?? [])).size,
    originOf: shelf.originOf.get(id)?.length ?? 0,
    relayedBy: new Set(said.map(({ document }) => document)).size,
    grade: source.grade?.letter ?? null,
  }
}

/** One voice with what it is said to have said, as much of it as one page shows. */
export function sourcePage(shelf: Shelf, source: Source, most = 60): SourcePage {
  const said = shelf.saidBy.get(source.id) ?? []
  const claims = new Set([
    ...(shelf.originOf.get(source.id) ?? []),
    ...said.flatMap(({ id }) => shelf.claimOf.get(id) ?? []),
  ])
  return {
    ...sourceRow(shelf, source),
    affiliationName: source.affiliation === null ? null : nameOf(shelf, source.affiliation),
    claims: [...claims].slice(0, mostClaims).map((claim) => claimRow(shelf, claim)),
    said: said.length,
    statements: said.slice(0, most).map((statement) => statementRow(shelf, statement)),
  }
}

/** The rest can be asked for as claims of this source. */
const mostClaims = 500

/** Voices whose name or alias holds some words, those that most claims go back to first. */
export function sourcesFor(shelf: Shelf, q = ''): readonly Source[] {
  const words = q.toLowerCase().trim()
  return weightiestFirst(shelf).filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.toLowerCase().includes(words)),
  )
}

/** All voices in this order; made once for a report. */
function weightiestFirst(shelf: Shelf): readonly Source[] {
  const weight = ({ id }: Source): number =>
    (shelf.originOf.get(id)?.length ?? 0) * 1_000 + (shelf.saidBy.get(id)?.length ?? 0)
  const known = inOrder.get(shelf)
  if (known) return known
  const sorted = shelf.report.sources
    .map((source) => ({ source, weight: weight(source) }))
    .sort(
      (a, b) => b.weight - a.weight || byCodeUnit(a.source.name, b.source.name) || byCodeUnit(a.source.id, b.source.id),
    )
    .map(({ source }) => source)
  inOrder.set(shelf, sorted)
  return sorted
}

const inOrder = new WeakMap<Shelf, readonly Source[]>()
