import type { Derivation } from '../../model/derivation.ts'
import type { Finding } from '../../model/finding.ts'
import type { Annotation, Claim, ReportDocument, ReportStatement, Series } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { addTo } from '../../text/listed.ts'
import { count } from '../view/figure-words.ts'
import type { DocumentHead } from '../view/lookup.ts'
import { keyOf, type Shelf } from './shelf.ts'

export type { DocumentHead } from '../view/lookup.ts'

/** Everything that one claim's page shows, and nothing else. */
export interface ClaimPage {
  readonly claim: Claim
  readonly key: string
  /** Its own, and those of other claims whose figures stand in its series or that a finding on it compares them with. */
  readonly statements: readonly ReportStatement[]
  readonly documents: readonly DocumentHead[]
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
  /** Those among the documents and sources of the page. */
  readonly derivations: readonly Derivation[]
  readonly series: readonly Series[]
  readonly annotations: readonly Annotation[]
  readonly related: readonly RelatedClaim[]
}

export interface RelatedClaim {
  readonly key: string
  readonly gist: string
  /** In one sentence. */
  readonly why: string
}

export function claimPage(shelf: Shelf, claim: Claim): ClaimPage {
  const series = shelf.seriesOf.get(claim.id) ?? []
  const own = new Set(claim.statements)
  for (const { points } of series) for (const { statement } of points) own.add(statement)
  const findings = shelf.findings.get(claim.id) ?? []
  for (const { statements } of findings) for (const statement of statements) own.add(statement)
  const statements = [...own].flatMap((id) => shelf.statements.get(id) ?? [])
  const nodes = withAffiliations(shelf, nodesOf(claim, statements))
  const steps = new Set([...nodes].flatMap((node) => shelf.derivationsAt.get(node) ?? []))
  return {
    claim,
    key: keyOf(claim),
    statements,
    documents: [...nodes].flatMap((id) => shelf.documents.get(id) ?? []).map(head),
    sources: [...nodes].flatMap((id) => shelf.sources.get(id) ?? []),
    findings,
    derivations: [...steps].filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
    series,
    annotations: [
      `claim ${claim.id}`,
      ...claim.statements.map((id) => `statement ${id}`),
      ...[...nodes].flatMap((id) => [`document ${id}`, `source ${id}`]),
    ].flatMap((on) => shelf.annotations.get(on) ?? []),
    related: relatedTo(shelf, claim),
  }
}

export function head({ text: _, ...rest }: ReportDocument): DocumentHead {
  return rest
}

/** Every document and source that the page names. */
function nodesOf(claim: Claim, statements: readonly ReportStatement[]): Iterable<string> {
  return new Set([
    ...statements.flatMap(({ document, attribution }) => [document, ...attribution.map(({ source }) => source)]),
    ...claim.trails.flatMap(({ hops }) => hops.flatMap(({ node, document }) => [node, document])),
    ...claim.origins,
    ...(claim.doubtful ?? []),
    ...(claim.cut ?? []),
    ...claim.positions.flatMap(({ origins }) => origins),
  ])
}

/** Documents and sources with all that the sources belong to. */
export function withAffiliations(shelf: Shelf, named: Iterable<string>): ReadonlySet<string> {
  const nodes = new Set(named)
  // A set that grows while it is walked is walked to its end.
  for (const node of nodes) {
    const affiliation = shelf.sources.get(node)?.affiliation
    if (affiliation) nodes.add(affiliation)
  }
  return nodes
}

/** Claims to look at next: figures of the same thing first, then what the same reports say on the same origin. */
function relatedTo(shelf: Shelf, claim: Claim): readonly RelatedClaim[] {
  const found = new Map<Claim, string>()
  for (const { claims } of shelf.seriesOf.get(claim.id) ?? [])
    for (const id of claims) {
      const other = shelf.claims.get(id)
      if (other && other !== claim) found.set(other, 'Its figures stand in the same series.')
    }
  for (const [other, shared] of besides(shelf, claim))
    if (!found.has(other))
      found.set(
        other,
        `It goes back to the same origin in ${count(shared, 'of the same report', 'of the same reports')}.`,
      )
  return [...found].slice(0, mostRelated).map(([other, why]) => ({ key: keyOf(other), gist: other.gist, why }))
}

const mostRelated = 8

/** Claims with an origin in common, by how many reports make both; two at least. */
function besides(shelf: Shelf, claim: Claim): readonly (readonly [Claim, number])[] {
  const origins = new Set(claim.origins)
  const own = new Set(claim.statements.flatMap((id) => shelf.statements.get(id)?.document ?? []))
  const inBoth = new Map<Claim, string[]>()
  for (const document of own)
    for (const other of new Set((shelf.saidIn.get(document) ?? []).flatMap(({ id }) => shelf.claimOf.get(id) ?? [])))
      if (other !== claim && other.origins.some((node) => origins.has(node))) addTo(inBoth, other, document)
  return [...inBoth]
    .map(([other, documents]) => [other, documents.length] as const)
    .filter(([, shared]) => shared > 1)
    .sort(([, a], [, b]) => b - a)
}
