import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { awkward, lone, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport } from '../../../test/fixtures/noted.ts'
import { pythonWith } from '../../../test/fixtures/python.ts'
import { written } from '../../../test/fixtures/written.ts'
import { turtle } from '../../app/collection/turtle.ts'
import { namesIn } from '../naming/names.ts'
import { provJson } from './prov-json.ts'
import { prefixes, provRecords } from './records.ts'
import { provTriples } from './triples.ts'

const prov = pythonWith('prov')
const rdflib = pythonWith('rdflib')

describe.each([
  ['the glassworks', glassworks()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['one claim without an origin', lone()],
  ['nothing', nothing()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
])('%s as PROV', (_, report) => {
  const records = [...provRecords(report)]
  const counts = Object.fromEntries(
    [...new Set(records.map(({ kind }) => kind))].map((kind) => [
      kind,
      records.filter((one) => one.kind === kind).length,
    ]),
  )

  it('tells of no thing that it does not have', () => {
    const ids = new Set(records.flatMap((one) => ('id' in one ? [one.id] : [])))
    expect(ids.size).toBe(records.filter((one) => 'id' in one).length)
    expect(records.flatMap((one) => ('from' in one ? [one.from, one.to] : [])).filter((id) => !ids.has(id))).toEqual([])
  })

  it('is JSON, every record in its section', () => {
    const { prefix, ...sections } = JSON.parse([...provJson(report)].join('')) as Record<
      string,
      Record<string, unknown>
    >
    expect(prefix?.u).toBe('urn:uuid:')
    expect(
      Object.fromEntries(Object.entries(sections).map(([kind, held]) => [kind, Object.keys(held).length])),
    ).toEqual(counts)
  })

  it.skipIf(!prov)('is read by the reference library of PROV, which keeps every record', () => {
    const out = prov?.run(
      `import json, sys, collections
from prov.model import ProvDocument
document = ProvDocument.deserialize(sys.argv[1])
kinds = collections.Counter(record.get_type().localpart for record in document.get_records())
print(json.dumps(kinds))`,
      written('prov.json', provJson(report)),
    )
    expect(JSON.parse(out ?? '')).toEqual({
      Entity: counts.entity,
      Agent: counts.agent,
      Activity: 1,
      Derivation: counts.wasDerivedFrom,
      Attribution: counts.wasAttributedTo,
      Membership: counts.hadMember,
      Usage: counts.used,
      Generation: 1,
      Association: 1,
    })
  })

  it('is Turtle with the same triples', () => {
    const quads = new Parser().parse([...turtle(provTriples(report), prefixes)].join(''))
    const triples = [...provTriples(report)]
    expect(quads.length).toBe(triples.length)
    const literals = (values: readonly string[]) => [...values].sort()
    expect(literals(quads.flatMap(({ object }) => (object.termType === 'Literal' ? [object.value] : [])))).toEqual(
      literals(triples.flatMap(({ object }) => (typeof object === 'string' ? [] : [object.literal]))),
    )
  })

  it.skipIf(!rdflib)('answers questions in SPARQL', () => {
    const out = rdflib?.run(
      `import sys, rdflib
graph = rdflib.Graph().parse(sys.argv[1], format='turtle')
rows = graph.query('''
  PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dcterms: <http://purl.org/dc/terms/>
  SELECT ?later ?earlier WHERE { ?a prov:wasDerivedFrom ?b . ?a dcterms:identifier ?later . ?b dcterms:identifier ?earlier }''')
print('\\n'.join(sorted(' '.join(row) for row in rows)))`,
      written('prov.ttl', turtle(provTriples(report), prefixes)),
    )
    const ids = new Set(report.documents.map(({ id }) => id))
    const made = report.derivations.filter(({ from }) => ids.has(from)).map(({ from, to }) => `${to} ${from}`)
    expect(out?.split('\n').filter((row) => row !== '')).toEqual([...new Set(made)].sort())
  })
})

it('says quotes, rewrites and where a trail ends in the words of PROV-O', () => {
  const report = glassworks()
  const names = namesIn(report)
  const triples = [...provTriples(report)].map(({ subject, predicate, object }) => [
    subject,
    predicate.split('#')[1],
    object,
  ])
  for (const { from, to } of report.derivations.filter(({ manner }) => manner === 'rewrites'))
    expect(triples).toContainEqual([
      `urn:uuid:${names.document(to)}`,
      'wasRevisionOf',
      `urn:uuid:${names.document(from)}`,
    ])
  expect(triples).toContainEqual([
    `urn:uuid:${names.statement('a1-1')}`,
    'hadPrimarySource',
    `urn:uuid:${names.of('words', names.source('s1'))}`,
  ])
})
