import type { Report } from '../../model/report.ts'
import { type ProvValue, prefixes, provRecords } from './records.ts'

/** One triple of RDF with full addresses. */
export interface Triple {
  readonly subject: string
  readonly predicate: string
  readonly object: string | { readonly literal: string; readonly datatype: string }
}

/** The provenance of a report in the terms of PROV-O (W3C Recommendation, 2013): each relation plainly, and once more qualified where it says how. */
export function* provTriples(report: Report): Generator<Triple> {
  let number = 0
  for (const record of provRecords(report)) {
    if ('id' in record) {
      const subject = whole(`u:${record.id}`)
      yield { subject, predicate: rdfType, object: whole(`prov:${classes[record.kind]}`) }
      for (const [name, value] of Object.entries(record.attributes))
        if (value !== undefined) yield { subject, predicate: predicateOf(name), object: objectOf(value) }
      continue
    }
    const [subject, object] = [whole(`u:${record.from}`), whole(`u:${record.to}`)]
    yield { subject, predicate: whole(`prov:${record.type ? plainly[record.type] : record.kind}`), object }
    if (record.kind !== 'wasDerivedFrom') continue
    if (record.type) yield { subject, predicate: whole('prov:wasDerivedFrom'), object }
    const details = Object.entries(record.attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value }],
    )
    if (details.length === 0) continue
    const blank = `_:d${++number}`
    yield { subject, predicate: whole(`prov:qualified${record.type ?? 'Derivation'}`), object: blank }
    yield { subject: blank, predicate: rdfType, object: whole(`prov:${record.type ?? 'Derivation'}`) }
    yield { subject: blank, predicate: whole('prov:entity'), object }
    for (const { name, value } of details)
      yield { subject: blank, predicate: predicateOf(name), object: objectOf(value) }
  }
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const classes = { entity: 'Entity', agent: 'Agent', activity: 'Activity' } as const
const plainly = { Quotation: 'wasQuotedFrom', Revision: 'wasRevisionOf', PrimarySource: 'hadPrimarySource' } as const

/** Attributes of PROV-DM that PROV-O calls otherwise. */
const others: Readonly<Record<string, string>> = {
  'prov:label': 'http://www.w3.org/2000/01/rdf-schema#label',
  'prov:type': rdfType,
  'prov:location': 'http://www.w3.org/ns/prov#atLocation',
}

const predicateOf = (name: string): string => others[name] ?? whole(name)

function whole(name: string): string {
  const colon = name.indexOf(':')
  return `${prefixes[name.slice(0, colon) as keyof typeof prefixes]}${name.slice(colon + 1)}`
}

function objectOf(value: ProvValue): Triple['object'] {
  if (typeof value === 'string') return { literal: value.toWellFormed(), datatype: `${prefixes.xsd}string` }
  if (typeof value === 'number')
    return { literal: String(value), datatype: `${prefixes.xsd}${Number.isInteger(value) ? 'integer' : 'double'}` }
  return 'name' in value ? whole(value.name) : value.address
}
