import type { Report } from '../../model/report.ts'
import { timestamp } from '../naming/moments.ts'
import { namesIn } from '../naming/names.ts'
import { lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'

/** The provenance of a report as a drawing program takes it: what there is, and who has what from whom, upstream to downstream. */
export interface ProvenanceGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

interface Drawn {
  readonly id: string
  readonly label: string
  /** ISO 8601: the day from which on it is there. Undefined where no document tells. */
  readonly since: string | undefined
  readonly attributes: Readonly<Record<string, Attribute | undefined>>
}

export interface GraphNode extends Drawn {}

export interface GraphEdge extends Drawn {
  readonly source: string
  readonly target: string
}

export type Attribute = string | number

/** The attributes that nodes and edges may have, with their types: every format wants them told beforehand. */
export const nodeAttributes = {
  kind: 'string',
  ref: 'string',
  sourceKind: 'string',
  title: 'string',
  publisher: 'string',
  published: 'string',
  url: 'string',
  language: 'string',
  words: 'integer',
  reports: 'integer',
  independent: 'integer',
  notEstablished: 'integer',
  credibility: 'string',
  reliability: 'string',
} as const
export const edgeAttributes = {
  kind: 'string',
  manner: 'string',
  basis: 'string',
  confidence: 'double',
  rule: 'string',
  statements: 'integer',
  evidence: 'string',
} as const

/**
 * Nodes are documents, sources and claims. Edges are derivations (`made-into`: from what a document was made of to the document), who
 * states what (`states`: from a document or source to a claim, with the number of statements), where trails end (`origin-of`) and who counts
 * as one with whom (`belongs-to`).
 */
export function provenanceGraph(report: Report): ProvenanceGraph {
  const held = lookup(report)
  const names = namesIn(report)
  const days = new Map(report.documents.map(({ id, published }) => [id, published?.slice(0, 10)]))
  const firsts = firstDays(report, days)
  const nodes: GraphNode[] = [
    ...report.documents.map(
      ({ id, title, publisher, published, url, language, words }): GraphNode => ({
        id: names.document(id),
        label: nameOf(held, id),
        since: wholeDay(days.get(id)),
        attributes: {
          kind: 'document',
          ref: id,
          title: title ?? undefined,
          publisher: publisher ?? undefined,
          published: published ?? undefined,
          url: url ?? undefined,
          language,
          words,
        },
      }),
    ),
    ...report.sources.map(
      ({ id, kind, grade }): GraphNode => ({
        id: names.source(id),
        label: nameOf(held, id),
        since: firsts.get(id),
        attributes: { kind: 'source', ref: id, sourceKind: kind, reliability: grade?.letter },
      }),
    ),
    ...report.claims.map(
      ({ id, gist, documents, independent, notEstablished, credibility }): GraphNode => ({
        id: names.claim(id),
        label: shorten(oneLine(gist), 120),
        since: firsts.get(id),
        attributes: { kind: 'claim', ref: id, reports: documents, independent, notEstablished, credibility },
      }),
    ),
  ]
  const there = new Map(nodes.map(({ id, since }) => [id, since]))
  const edges = edgesOf(report, names, days, firsts).map((edge) => ({
    ...edge,
    since: latest([edge.since, there.get(edge.source), there.get(edge.target)]),
  }))
  return { nodes: distinct(nodes), edges: distinct(edges) }
}

/** An edge is not there before both its ends are. */
const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce((last, day) => (last === undefined || (day !== undefined && day > last) ? day : last), undefined)

function edgesOf(
  report: Report,
  names: ReturnType<typeof namesIn>,
  days: ReadonlyMap<string, string | undefined>,
  firsts: ReadonlyMap<string, string>,
): readonly GraphEdge[] {
  const edge = (
    kind: string,
    source: string,
    target: string,
    since: string | undefined,
    attributes: GraphEdge['attributes'],
  ): GraphEdge => ({
    id: names.of('edge', `${kind} ${source} ${target} ${attributes.manner ?? ''}`),
    label: String(attributes.manner ?? kind),
    source,
    target,
    since,
    attributes: { kind, ...attributes },
  })
  const stated = new Map<
    string,
    { readonly from: string; readonly to: string; since: string | undefined; statements: number }
  >()
  const state = (from: string, claim: string, since: string | undefined): void => {
    const key = `${from} ${claim}`
    const known = stated.get(key)
    if (!known) stated.set(key, { from, to: names.claim(claim), since, statements: 1 })
    else {
      known.statements++
      if (since !== undefined && (known.since === undefined || since < known.since)) known.since = since
    }
  }
  for (const { claim, document, attribution } of report.statements) {
    if (claim === null) continue
    const since = wholeDay(days.get(document))
    for (const from of new Set([names.document(document), ...attribution.map(({ source }) => names.source(source))]))
      state(from, claim, since)
  }
  return [
    ...report.derivations.map((one) =>
      edge('made-into', names.node(one.from), names.document(one.to), wholeDay(days.get(one.to)), {
        manner: one.manner,
        basis: one.basis,
        confidence: one.confidence,
        rule: one.rule,
        evidence: one.evidence.map(({ quote }) => shorten(oneLine(quote), 300)).join(' … '),
      }),
    ),
    ...[...stated.values()].map(({ from, to, since, statements }) => edge('states', from, to, since, { statements })),
    ...report.claims.flatMap(({ id, origins }) =>
      origins.map((origin) => edge('origin-of', names.node(origin), names.claim(id), firsts.get(id), {})),
    ),
    ...report.sources.flatMap(({ id, affiliation }) =>
      affiliation === null ? [] : [edge('belongs-to', names.source(id), names.source(affiliation), firsts.get(id), {})],
    ),
  ]
}

/** The first day on which a claim is stated or a voice is heard. */
function firstDays(report: Report, days: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>()
  const heard = (id: string, document: string): void => {
    const day = wholeDay(days.get(document))
    if (day !== undefined && day < (firsts.get(id) ?? '9999')) firsts.set(id, day)
  }
  for (const { claim, document, attribution } of report.statements) {
    if (claim !== null) heard(claim, document)
    for (const { source } of attribution) heard(source, document)
  }
  for (const { from, to } of report.derivations) heard(from, to)
  return firsts
}

/** A day of the calendar; a month or a year alone is none. */
const wholeDay = (date: string | undefined): string | undefined =>
  date?.length === 10 && timestamp(date) !== undefined ? date : undefined

/** The first of each id. */
function distinct<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return things.filter(({ id }) => !seen.has(id) && seen.add(id))
}
