import type { Manner } from '../../model/derivation.ts'
import type { Report } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { version } from '../../model/version.ts'
import { type Names, namesIn } from '../naming/names.ts'
import { webAddress } from '../naming/web-address.ts'
import { lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'

/** One statement of PROV-DM (W3C Recommendation, 2013). `id`, `from` and `to` are UUIDs; what is `from` is made of, attributed to … what is `to`. */
export type ProvRecord =
  | { readonly kind: 'entity' | 'agent' | 'activity'; readonly id: string; readonly attributes: ProvAttributes }
  | {
      readonly kind:
        | 'wasDerivedFrom'
        | 'wasAttributedTo'
        | 'wasGeneratedBy'
        | 'used'
        | 'wasAssociatedWith'
        | 'hadMember'
      readonly from: string
      readonly to: string
      /** Which derivation it is: a quotation, a revision, from a primary source. */
      readonly type?: DerivationType | undefined
      readonly attributes: ProvAttributes
    }

export type DerivationType = 'Quotation' | 'Revision' | 'PrimarySource'

export type ProvAttributes = Readonly<Record<string, ProvValue | undefined>>

/** Words, a number, or a name of a vocabulary (`prov:Person`) or an address. */
export type ProvValue = string | number | { readonly name: string } | { readonly address: string }

/** Prefixes of the vocabularies in use, and `u` for everything of a report. */
export const prefixes = {
  u: 'urn:uuid:',
  hw: 'urn:headwater:report:1#',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/**
 * The provenance of a report in the terms of PROV: documents, statements and claims are entities, voices and outlets agents. Of a voice only
 * what it said can be derived from, so each has an entity that stands for its words. Records of one kind stand together.
 */
export function* provRecords(report: Report): Generator<ProvRecord> {
  const held = lookup(report)
  const names = namesIn(report)
  const run = names.of('run', names.report)
  const software = names.of('software', 'headwater')
  const publishers = publishersOf(report, names)
  yield entity(names.report, 'Report', `What ${report.documents.length} reports say, and from whom they have it`)
  for (const { id, title, published, url, language, sha256 } of report.documents)
    yield entity(names.document(id), 'Document', oneLine(title ?? '') || id, {
      'dcterms:identifier': id,
      'dcterms:issued': published ?? undefined,
      'dcterms:language': language === 'und' ? undefined : language,
      'hw:sha256': sha256,
      'prov:location': addressed(url),
    })
  for (const { id } of report.sources) yield entity(words(names, id), 'Words', `What ${nameOf(held, id)} said`)
  for (const one of report.statements)
    yield entity(names.statement(one.id), 'Statement', shorten(one.quote, 200), {
      'prov:value': one.quote,
      'hw:start': one.start,
      'hw:end': one.end,
      'hw:certainty': one.certainty,
    })
  for (const { id, gist, documents, independent, notEstablished, credibility } of report.claims)
    yield entity(names.claim(id), 'Claim', gist, {
      'prov:type': { name: 'prov:Collection' },
      'hw:reports': documents,
      'hw:independent': independent,
      'hw:notEstablished': notEstablished,
      'hw:credibility': credibility,
    })
  yield agent(software, `Headwater ${version}`, { name: 'prov:SoftwareAgent' })
  for (const { id, kind } of report.sources) yield agent(names.source(id), nameOf(held, id), agents[kind], kind)
  for (const [name, id] of publishers.own) yield agent(id, name, { name: 'prov:Organization' }, 'outlet')
  yield { kind: 'activity', id: run, attributes: { 'prov:label': 'Tracing who has what from whom' } }

  for (const one of report.derivations) {
    const { from, to, manner, basis, confidence, rule, evidence } = one
    yield {
      kind: 'wasDerivedFrom',
      from: names.document(to),
      to: held.documents.has(from) ? names.document(from) : words(names, from),
      type: manners[manner],
      attributes: {
        'hw:manner': manner,
        'hw:basis': basis,
        'hw:confidence': confidence,
        'hw:rule': rule,
        'hw:evidence': evidence.map(({ quote }) => shorten(oneLine(quote), 300)).join(' … '),
      },
    }
  }
  for (const { id, document } of report.statements)
    yield {
      kind: 'wasDerivedFrom',
      from: names.statement(id),
      to: names.document(document),
      type: 'Quotation',
      attributes: {},
    }
  for (const claim of report.claims)
    for (const { statement, hops, end } of claim.trails) {
      const last = hops.at(-1)?.node
      if (end !== 'origin' || last === undefined) continue
      yield {
        kind: 'wasDerivedFrom',
        from: names.statement(statement),
        to: held.documents.has(last) ? names.document(last) : words(names, last),
        type: 'PrimarySource',
        attributes: { 'hw:hops': hops.length, 'hw:way': hops.map(({ node }) => nameOf(held, node)).join(' ← ') },
      }
    }
  for (const { id, publisher } of report.documents) {
    const to = publishers.of(publisher)
    if (to !== undefined) yield { kind: 'wasAttributedTo', from: names.document(id), to, attributes: {} }
  }
  for (const { id } of report.sources)
    yield { kind: 'wasAttributedTo', from: words(names, id), to: names.source(id), attributes: {} }
  for (const { id, attribution } of report.statements)
    for (const source of new Set(attribution.map((one) => one.source)))
      yield { kind: 'wasAttributedTo', from: names.statement(id), to: names.source(source), attributes: {} }
  for (const { id, statements } of report.claims)
    for (const statement of statements)
      yield { kind: 'hadMember', from: names.claim(id), to: names.statement(statement), attributes: {} }
  for (const { id } of report.documents) yield { kind: 'used', from: run, to: names.document(id), attributes: {} }
  yield { kind: 'wasGeneratedBy', from: names.report, to: run, attributes: {} }
  yield { kind: 'wasAssociatedWith', from: run, to: software, attributes: {} }
}

const manners: Readonly<Record<Manner, DerivationType | undefined>> = {
  quotes: 'Quotation',
  rewrites: 'Revision',
  copies: undefined,
  cites: undefined,
  translates: undefined,
}

const agents: Readonly<Record<Source['kind'], ProvValue | undefined>> = {
  person: { name: 'prov:Person' },
  institution: { name: 'prov:Organization' },
  outlet: { name: 'prov:Organization' },
  anonymous: undefined,
  vague: undefined,
  document: undefined,
  imagery: undefined,
  data: undefined,
}

const words = (names: Names, source: string): string => names.of('words', names.source(source))

function addressed(url: string | null): ProvValue | undefined {
  const address = webAddress(url)
  return address === undefined ? undefined : { address }
}

const entity = (id: string, type: string, label: string, attributes: ProvAttributes = {}): ProvRecord => ({
  kind: 'entity',
  id,
  attributes: { 'dcterms:type': { name: `hw:${type}` }, 'prov:label': oneLine(label), ...attributes },
})

const agent = (id: string, name: string, type: ProvValue | undefined, kind?: string): ProvRecord => ({
  kind: 'agent',
  id,
  attributes: { 'prov:type': type, 'prov:label': oneLine(name), 'hw:kind': kind },
})

/** Who published a document: the outlet that reports name so, else an agent of its own for each name. */
function publishersOf(report: Report, names: Names) {
  const known = new Map(
    report.sources
      .filter(({ kind }) => kind === 'outlet' || kind === 'institution')
      .flatMap(({ id, name, aliases }) =>
        [name, ...aliases].map((form) => [form.toLowerCase(), names.source(id)] as const),
      ),
  )
  const own = new Map<string, string>()
  for (const { publisher } of report.documents)
    if (publisher !== null && !known.has(publisher.toLowerCase())) own.set(publisher, names.of('publisher', publisher))
  return {
    own,
    of: (publisher: string | null) =>
      publisher === null ? undefined : (known.get(publisher.toLowerCase()) ?? own.get(publisher)),
  }
}
