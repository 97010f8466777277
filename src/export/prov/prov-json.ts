import type { Report } from '../../model/report.ts'
import { type ProvAttributes, type ProvRecord, type ProvValue, prefixes, provRecords } from './records.ts'

/** The provenance of a report as PROV-JSON (W3C Member Submission, 2013). */
export function* provJson(report: Report): Generator<string> {
  const { prov: _, xsd: __, ...declared } = prefixes
  yield `{\n"prefix": ${JSON.stringify(declared)}`
  let kind = ''
  let number = 0
  for (const record of provRecords(report)) {
    if (record.kind === kind) yield ',\n'
    else yield `${kind === '' ? ',' : '\n},'}\n${JSON.stringify(record.kind)}: {\n`
    kind = record.kind
    const id = 'id' in record ? `u:${record.id}` : `_:r${++number}`
    yield `${JSON.stringify(id)}: ${JSON.stringify(bodyOf(record))}`
  }
  yield '\n}\n}\n'
}

/** What the two sides of each relation are called. */
const sides = {
  wasDerivedFrom: ['prov:generatedEntity', 'prov:usedEntity'],
  wasAttributedTo: ['prov:entity', 'prov:agent'],
  wasGeneratedBy: ['prov:entity', 'prov:activity'],
  used: ['prov:activity', 'prov:entity'],
  wasAssociatedWith: ['prov:activity', 'prov:agent'],
  hadMember: ['prov:collection', 'prov:entity'],
} as const

function bodyOf(record: ProvRecord): Readonly<Record<string, unknown>> {
  if ('id' in record) return attributesOf(record.attributes)
  const [from, to] = sides[record.kind]
  return {
    [from]: `u:${record.from}`,
    [to]: `u:${record.to}`,
    ...(record.type ? { 'prov:type': qualified(`prov:${record.type}`) } : {}),
    ...attributesOf(record.attributes),
  }
}

const attributesOf = (attributes: ProvAttributes): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, literal(value)]])),
  )

function literal(value: ProvValue): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number') return Number.isInteger(value) ? value : { $: String(value), type: 'xsd:double' }
  return 'name' in value ? qualified(value.name) : { $: value.address, type: 'xsd:anyURI' }
}

const qualified = (name: string) => ({ $: name, type: 'prov:QUALIFIED_NAME' })
