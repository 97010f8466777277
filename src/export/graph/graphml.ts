import type { Report } from '../../model/report.ts'
import { element, escapeXml } from '../xml/xml.ts'
import { edgeAttributes, nodeAttributes, type ProvenanceGraph, provenanceGraph } from './provenance-graph.ts'

/** The provenance of a report as GraphML (graphdrawing.org, 2002): yEd, Gephi, Cytoscape, NetworkX and igraph read it. */
export function* graphml(report: Report): Generator<string> {
  const { nodes, edges } = provenanceGraph(report)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  for (const [kind, attributes] of [
    ['node', { label: 'string', since: 'string', ...nodeAttributes }],
    ['edge', { label: 'string', since: 'string', ...edgeAttributes }],
  ] as const)
    for (const [name, type] of Object.entries(attributes))
      yield `  ${element('key', { id: `${kind}-${name}`, for: kind, 'attr.name': name, 'attr.type': types[type] })}\n`
  yield '  <graph id="provenance" edgedefault="directed">\n'
  for (const node of nodes) yield `    ${element('node', { id: node.id }, dataOf('node', node))}\n`
  for (const edge of edges) {
    const { id, source, target } = edge
    yield `    ${element('edge', { id, source, target }, dataOf('edge', edge))}\n`
  }
  yield '  </graph>\n</graphml>\n'
}

const types = { string: 'string', integer: 'int', double: 'double' } as const

function dataOf(kind: string, { label, since, attributes }: ProvenanceGraph['nodes'][number]): string {
  return Object.entries({ label, since, ...attributes })
    .flatMap(([name, value]) =>
      value === undefined ? [] : [element('data', { key: `${kind}-${name}` }, escapeXml(String(value)))],
    )
    .join('')
}
