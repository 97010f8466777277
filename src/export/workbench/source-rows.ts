import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { nameOf } from '../view/lookup.ts'
import type { Catalogue, CataloguedClaim, CataloguedDocument } from './catalogue.ts'
import { type ClaimRow, claimsSaid } from './claim-rows.ts'
import type { StatementRow } from './statement-rows.ts'

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

export function sourceRow(catalogue: Catalogue, source: Source): SourceRow {
  const { id, name, aliases, kind, affiliation } = source
  return {
    id,
    name,
    aliases,
    kind,
    affiliation,
    claims: claimsSaid(catalogue, id).length,
    originOf: catalogue.originOf.get(id)?.length ?? 0,
    relayedBy: catalogue.heard.get(id)?.length ?? 0,
    grade: source.grade?.letter ?? null,
  }
}

/**
 * One voice with what it is said to have said, as much of it as one page shows.
 *
 * @param claims rows of the first of its claims
 * @param statements rows of the first of its statements
 */
export const sourcePage = (
  catalogue: Catalogue,
  source: Source,
  claims: readonly ClaimRow[],
  statements: readonly StatementRow[],
): SourcePage => ({
  ...sourceRow(catalogue, source),
  affiliationName: source.affiliation === null ? null : nameOf(catalogue, source.affiliation),
  claims,
  said: saidBy(catalogue, source.id).length,
  statements,
})

/** The claims that go back to a voice, then those that it is said to have made. */
export const claimsOfSource = (catalogue: Catalogue, id: string): readonly CataloguedClaim[] => [
  ...new Set([...(catalogue.originOf.get(id) ?? []), ...claimsSaid(catalogue, id)]),
]

/** A statement by the report that it stands in, and its place among those of the report. */
export interface SaidAt {
  readonly document: CataloguedDocument
  readonly place: number
}

/** What a voice is said to have said, in the order of the reports. */
export const saidBy = ({ heard }: Catalogue, id: string): readonly SaidAt[] =>
  (heard.get(id) ?? []).flatMap(({ document, statements }) => statements.map((place) => ({ document, place })))

/** Claims and statements that a page of a source shows at first. The rest can be asked for. */
export const mostOfSource = { claims: 500, statements: 60 } as const

/** Voices whose name or alias holds some words, those that most claims go back to first. */
export function sourcesFor(catalogue: Catalogue, q = ''): readonly Source[] {
  const words = q.toLowerCase().trim()
  return weightiestFirst(catalogue).filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.toLowerCase().includes(words)),
  )
}

/** All voices in this order; made once for a catalogue. */
function weightiestFirst(catalogue: Catalogue): readonly Source[] {
  const weight = ({ id }: Source): number =>
    (catalogue.originOf.get(id)?.length ?? 0) * 1_000 +
    (catalogue.heard.get(id) ?? []).reduce((sum, { statements }) => sum + statements.length, 0)
  const known = inOrder.get(catalogue)
  if (known) return known
  const sorted = [...catalogue.sources.values()]
    .map((source) => ({ source, weight: weight(source) }))
    .sort(
      (a, b) => b.weight - a.weight || byCodeUnit(a.source.name, b.source.name) || byCodeUnit(a.source.id, b.source.id),
    )
    .map(({ source }) => source)
  inOrder.set(catalogue, sorted)
  return sorted
}

const inOrder = new WeakMap<Catalogue, readonly Source[]>()
