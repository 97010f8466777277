import { MultiDirectedGraph } from 'graphology'
import readGexf from 'graphology-gexf'
import readGraphml from 'graphology-graphml'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { awkward, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport } from '../../../test/fixtures/noted.ts'
import { pythonWith } from '../../../test/fixtures/python.ts'
import { written } from '../../../test/fixtures/written.ts'
import { escapeXml } from '../xml/xml.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { provenanceGraph } from './provenance-graph.ts'

const python = pythonWith('networkx')
const readings = [
  [
    'GraphML',
    'graphml',
    graphml,
    (text: string) => readGraphml.parse(MultiDirectedGraph, text, { addMissingNodes: false }),
  ],
  [
    'GEXF',
    'gexf',
    gexf,
    (text: string) => readGexf.parse(MultiDirectedGraph, text, { allowUndeclaredAttributes: false }),
  ],
] as const

describe.each([
  ['the glassworks', glassworks()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
])('%s as a graph', (_, report) => {
  const { nodes, edges } = provenanceGraph(report)

  it('has every document, source and claim, and no edge that hangs in the air', () => {
    const ids = new Set(nodes.map(({ id }) => id))
    expect(ids.size).toBe(report.documents.length + report.sources.length + report.claims.length)
    expect(edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target))).toEqual([])
  })

  it.each(readings)('is read again from %s by graphology', (_name, _kind, write, read) => {
    const graph = read([...write(report)].join(''))
    expect([graph.order, graph.size]).toEqual([nodes.length, edges.length])
    const made = edges.find(({ attributes }) => attributes.manner === 'cites')
    expect(graph.getEdgeAttribute(made?.id, 'confidence')).toBe(made?.attributes.confidence)
    expect(graph.getEdgeAttribute(made?.id, 'basis')).toBe(made?.attributes.basis)
    const claim = nodes.find(({ attributes }) => attributes.kind === 'claim' && attributes.ref !== 'c1')
    expect(graph.getNodeAttribute(claim?.id, 'label')).toBe(claim?.label)
    expect(graph.getNodeAttribute(claim?.id, 'independent')).toBe(claim?.attributes.independent)
  })

  it.skipIf(!python).each(readings)('is read again from %s by NetworkX', (_name, kind, write) => {
    const out = python?.run(
      `import json, sys, networkx
graph = getattr(networkx, 'read_' + sys.argv[2])(sys.argv[1])
print(json.dumps([graph.number_of_nodes(), graph.number_of_edges(), graph.is_directed(),
  sorted(data.get('ref') for _, data in graph.nodes(data=True))]))`,
      written(`graph.${kind}`, write(report)),
      kind,
    )
    const refs = nodes.map(({ attributes }) => attributes.ref).sort()
    expect(JSON.parse(out ?? '')).toEqual([nodes.length, edges.length, true, refs])
  })
})

it.skipIf(!python).each(readings)('is a graph of nothing where there is nothing, in %s', (_name, kind, write) => {
  const out = python?.run(
    `import sys, networkx
print(len(getattr(networkx, 'read_' + sys.argv[2])(sys.argv[1])))`,
    written(`graph.${kind}`, write(nothing())),
    kind,
  )
  expect(out?.trim()).toBe('0')
})

it('has no edge before both its ends', () => {
  for (const report of [glassworks(), awkward()]) {
    const { nodes, edges } = provenanceGraph(report)
    const there = new Map(nodes.map(({ id, since }) => [id, since]))
    const early = edges.filter(({ source, target, since = '' }) =>
      [source, target].some((end) => since < (there.get(end) ?? '')),
    )
    expect(early).toEqual([])
  }
})

it('gives an outlet no name that it does not bear', () => {
  const report = { ...glassworks(), documents: glassworks().documents.map((one) => ({ ...one, publisher: null })) }
  const documents = provenanceGraph(report).nodes.filter(({ attributes }) => attributes.kind === 'document')
  expect(documents.map(({ attributes }) => attributes.publisher).filter((name) => name !== undefined)).toEqual([])
  expect(documents.map(({ attributes }) => attributes.title)).toEqual(report.documents.map(({ title }) => title))
})

it('dates what came with a report by the day of that report', () => {
  const text = [...gexf(glassworks())].join('')
  const { nodes, edges } = provenanceGraph(glassworks())
  expect(nodes.find(({ attributes }) => attributes.ref === 'a4')?.since).toBe('2025-03-05')
  const copied = edges.find(({ attributes }) => attributes.manner === 'copies')
  expect(text).toContain(`<edge id="${copied?.id}"`)
  expect(copied?.since).toBe('2025-03-04')
  expect(text.split(' start="').length - 1).toBe([...nodes, ...edges].filter(({ since }) => since).length)
})

it.each([
  ['<a href="x">&\'', '&#60;a href=&#34;x&#34;&#62;&#38;&#39;'],
  [']]>', ']]&#62;'],
  ['a\u0000b\u001b[31m', 'ab[31m'],
  ['half \ud800 and \udc00 whole 🏭', 'half  and  whole 🏭'],
  ['one\ntwo', 'one&#10;two'],
])('writes %j for XML as %j', (text, safe) => {
  expect(escapeXml(text)).toBe(safe)
})
