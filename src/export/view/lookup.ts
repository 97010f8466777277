import type { Derivation } from '../../model/derivation.ts'
import type { Finding } from '../../model/finding.ts'
import type { Annotation, Claim, Report, ReportDocument, ReportStatement, Trail } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { ended, type Steps } from '../../text/steps.ts'
import { oneLine } from './plain.ts'

/** A report with everything found by its id, so that no exporter searches lists. */
export interface Lookup {
  readonly report: Report
  readonly documents: ReadonlyMap<string, ReportDocument>
  readonly sources: ReadonlyMap<string, Source>
  readonly statements: ReadonlyMap<string, ReportStatement>
  readonly claims: ReadonlyMap<string, Claim>
  /** What a source of this name belongs to in the end, by bare name; so that its own publications are found to be its voice. */
  readonly roots: ReadonlyMap<string, Source>
  /** Findings by claim id; `null` holds those about whole documents. */
  readonly findings: ReadonlyMap<string | null, readonly Finding[]>
  /** Statements by the document they stand in. */
  readonly saidIn: ReadonlyMap<string, readonly ReportStatement[]>
  /** Derivations by the document that was made. */
  readonly madeFrom: ReadonlyMap<string, readonly Derivation[]>
  /** The trail of each statement. */
  readonly trails: ReadonlyMap<string, Trail>
  /** What people wrote, by kind and id of what it is on: `claim c1`. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>
}

export const lookup = (report: Report): Lookup => ended(lookingUp(report))

/** As `lookup`, step by step. */
export function* lookingUp(report: Report): Steps<Lookup> {
  const documents = byId(report.documents)
  const sources = byId(report.sources)
  yield
  const roots = new Map(report.sources.map((source) => [bareName(source.name), rootOf({ sources }, source)]))
  yield
  const statements = byId(report.statements)
  yield
  const claims = byId(report.claims)
  const findings = groupBy(report.findings, (finding) => finding.claim)
  yield
  const saidIn = groupBy(report.statements, (statement) => statement.document)
  yield
  const madeFrom = groupBy(report.derivations, (step) => step.to)
  yield
  const trails = new Map<string, Trail>()
  for (const claim of report.claims) for (const trail of claim.trails) trails.set(trail.statement, trail)
  yield
  const annotations = groupBy(report.annotations ?? [], ({ on }) => `${on.kind} ${on.id}`)
  return { report, documents, sources, roots, statements, claims, findings, saidIn, madeFrom, trails, annotations }
}

/** What a person calls a document or source: the outlet's name, else its host, else the title, else the id. Never nothing. */
export function nameOf(held: Lookup, node: string): string {
  const document = held.documents.get(node)
  if (!document) return oneLine(held.sources.get(node)?.name ?? '') || node
  const { publisher, url, title, id } = document
  return oneLine(publisher ?? '') || oneLine(hostOf(url) ?? '') || oneLine(title ?? '') || oneLine(id) || id
}

/** Is this node a document of the collection (and not a source only heard of)? */
export function isDocument(held: Lookup, node: string): boolean {
  return held.documents.has(node)
}

/**
 * What counts as one voice across the whole report: a source with all it belongs to, an outlet or an issuer under its name whether it
 * is met as a document or as a source.
 */
export function voiceOf(held: Lookup, node: string): string {
  const source = held.sources.get(node)
  const root = source ? rootOf(held, source) : held.roots.get(bareName(nameOf(held, node)))
  return bareName(root?.name ?? nameOf(held, node))
}

/** The source at the end of "belongs to". A ring of affiliations ends where it would repeat. */
function rootOf(held: Pick<Lookup, 'sources'>, source: Source): Source {
  const walked = new Set<string>()
  let at = source
  while (at.affiliation && !walked.has(at.id)) {
    walked.add(at.id)
    at = held.sources.get(at.affiliation) ?? at
  }
  return at
}

function bareName(name: string): string {
  return oneLine(name).toLowerCase().replace(/^the /, '')
}

function hostOf(url: string | null): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  return new URL(url).hostname.replace(/^www\./, '') || undefined
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

function groupBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const made = new Map<K, T[]>()
  for (const thing of things) {
    const others = made.get(keyOf(thing))
    if (others) others.push(thing)
    else made.set(keyOf(thing), [thing])
  }
  return made
}

/** Unnamed lineage is never counted: two outlets that quote "an official" may have heard the same one. */
export function isNamed(held: Pick<Lookup, 'sources'>, node: string): boolean {
  const kind = held.sources.get(node)?.kind
  return kind !== 'anonymous' && kind !== 'vague'
}
