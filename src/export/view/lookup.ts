import type { Derivation } from '../../model/derivation.ts'
import type { Finding } from '../../model/finding.ts'
import type { Annotation, Claim, Report, ReportDocument, ReportStatement, Trail } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { ended, type Steps } from '../../text/steps.ts'
import { oneLine } from './plain.ts'

/** A report without its text. */
export type DocumentHead = Omit<ReportDocument, 'text'>

/** What names and voices are told by. */
export interface Named {
  readonly documents: ReadonlyMap<string, DocumentHead>
  readonly sources: ReadonlyMap<string, Source>
  /** What a source of this name belongs to in the end, by bare name; so that its own publications are found to be its voice. */
  readonly roots: ReadonlyMap<string, Source>
}

/** A report with everything found by its id, so that no exporter searches lists. */
export interface Lookup extends Named {
  readonly report: Report
  readonly documents: ReadonlyMap<string, ReportDocument>
  readonly statements: ReadonlyMap<string, ReportStatement>
  readonly claims: ReadonlyMap<string, Claim>
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
  const roots = yield* rooting(sources)
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
  const annotations = annotationsBySubject(report.annotations ?? [])
  return { report, documents, sources, roots, statements, claims, findings, saidIn, madeFrom, trails, annotations }
}

/** What a person calls a document or source: the outlet's name, else its host, else the title, else the id. Never nothing. */
export function nameOf(held: Pick<Named, 'documents' | 'sources'>, node: string): string {
  const document = held.documents.get(node)
  if (!document) return oneLine(held.sources.get(node)?.name ?? '') || node
  const { title, id } = document
  return outletOf(held, node) ?? (oneLine(title ?? '') || oneLine(id) || id)
}

/** Who published a document: the outlet's name, else its host. Undefined where the document names neither: its title is no outlet. */
export function outletOf(held: Pick<Named, 'documents'>, document: string): string | undefined {
  const { publisher, url } = held.documents.get(document) ?? { publisher: null, url: null }
  return oneLine(publisher ?? '') || oneLine(hostOf(url) ?? '') || undefined
}

/** Documents by who published them, each outlet once however it is capitalised; and those of which it is not known. */
export function byOutlet(
  held: Pick<Named, 'documents'>,
  documents: readonly string[],
): { readonly outlets: readonly string[]; readonly unplaced: readonly string[] } {
  const outlets = new Map<string, string>()
  const unplaced = new Set<string>()
  for (const id of documents) {
    const outlet = outletOf(held, id)
    if (outlet === undefined) unplaced.add(id)
    else if (!outlets.has(outlet.toLowerCase())) outlets.set(outlet.toLowerCase(), outlet)
  }
  return { outlets: [...outlets.values()], unplaced: [...unplaced] }
}

/** Is this node a document of the collection (and not a source only heard of)? */
export function isDocument(held: Pick<Named, 'documents'>, node: string): boolean {
  return held.documents.has(node)
}

/**
 * What counts as one voice across the whole report: a source with all it belongs to, an outlet or an issuer under its name whether it
 * is met as a document or as a source.
 */
export function voiceOf(held: Named, node: string): string {
  const source = held.sources.get(node)
  const root = source ? rootOf(held, source) : held.roots.get(bareName(nameOf(held, node)))
  return bareName(root?.name ?? nameOf(held, node))
}

/** Whose voice a source is in the end, where that is not its own: a spokeswoman's is her ministry's. Undefined for one that belongs to nobody. */
export function bodyOf(held: Pick<Named, 'sources'>, node: string): string | undefined {
  const source = held.sources.get(node)
  const root = source && rootOf(held, source)
  return root && root.id !== node && bareName(root.name) !== bareName(source.name) ? oneLine(root.name) : undefined
}

/** What each source belongs to in the end, by its bare name, step by step. */
export function* rooting(sources: ReadonlyMap<string, Source>): Steps<ReadonlyMap<string, Source>> {
  const roots = new Map<string, Source>()
  for (const [i, source] of [...sources.values()].entries()) {
    roots.set(bareName(source.name), rootOf({ sources }, source))
    if (i % 1_000 === 0) yield
  }
  return roots
}

export const annotationsBySubject = (annotations: readonly Annotation[]): ReadonlyMap<string, readonly Annotation[]> =>
  groupBy(annotations, ({ on }) => `${on.kind} ${on.id}`)

/** The source at the end of "belongs to". A ring of affiliations ends where it would repeat. */
function rootOf(held: Pick<Named, 'sources'>, source: Source): Source {
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
