import type { Report } from '../../model/report.ts'
import { version } from '../../model/version.ts'
import { type Moments, momentsOf } from '../naming/moments.ts'
import { element } from '../xml/xml.ts'
import { edgeAttributes, nodeAttributes, type ProvenanceGraph, provenanceGraph } from './provenance-graph.ts'

/**
 * The provenance of a report as GEXF with time: nodes and edges begin on the day the first report brings them, so that Gephi's timeline
 * plays how a story spread. Version 1.2, which Gephi, NetworkX and graphology all read; NetworkX knows no later one.
 */
export function* gexf(report: Report, moments: Moments = momentsOf(report)): Generator<string> {
  const { nodes, edges } = provenanceGraph(report)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
  yield `  ${element('meta', { lastmodifieddate: moments.upTo.slice(0, 10) }, element('creator', {}, `Headwater ${version}`))}\n`
  yield '  <graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n'
  yield* described('node', nodeAttributes)
  yield* described('edge', edgeAttributes)
  yield '    <nodes>\n'
  for (const node of nodes) {
    const { id, label, since: start } = node
    yield `      ${element('node', { id, label, start }, valuesOf(node, nodeAttributes))}\n`
  }
  yield '    </nodes>\n    <edges>\n'
  for (const edge of edges) {
    const { id, label, source, target, since: start } = edge
    yield `      ${element('edge', { id, source, target, label, start }, valuesOf(edge, edgeAttributes))}\n`
  }
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

type Attributes = Readonly<Record<string, string>>

function* described(kind: string, attributes: Attributes): Generator<string> {
  yield `    <attributes class="${kind}" mode="static">\n`
  for (const [title, type] of Object.entries(attributes))
    yield `      ${element('attribute', { id: title, title, type })}\n`
  yield '    </attributes>\n'
}

function valuesOf({ attributes }: ProvenanceGraph['nodes'][number], known: Attributes): string {
  const values = Object.keys(known).flatMap((name) => {
    const value = attributes[name]
    return value === undefined ? [] : [element('attvalue', { for: name, value })]
  })
  return `<attvalues>${values.join('')}</attvalues>`
}
