import type { Claim, Position } from '../../model/report.ts'
import type { ClaimGroup } from '../../provenance/claims/claims.ts'
import { statementId } from '../../provenance/claims/statement-ref.ts'
import {
  type ClaimGraph,
  claimGraph,
  type Provenance,
  refKey,
  type Step,
  type TracedStatement,
} from '../../provenance/graph/claim-graph.ts'
import { byCodeUnit } from '../../text/order.ts'
import { ringsIn } from './circular.ts'
import { credibilityOf } from './credibility.ts'
import { disjointPaths } from './max-flow.ts'
import { endsOf, type Origins, originsOf, type TrailEnd } from './origins.ts'
import { trailsOf } from './trails.ts'

/** A claim with every count that the report gives of it, and the outlets that cite each other in a ring for it. */
export interface TracedClaim {
  readonly claim: Claim
  readonly graph: ClaimGraph
  /** Document ids of outlets that each go back to the other. */
  readonly rings: readonly (readonly string[])[]
}

/**
 * How many origins a claim has that are independent of each other, as far as this collection shows, and by how many
 * separate ways they reach the reader. Ten articles that go back to one broadcast have one origin.
 */
export function independence(group: ClaimGroup, provenance: Provenance): TracedClaim {
  const graph = claimGraph(group, provenance)
  const traced = [...graph.statements.values()]
  const ends = new Map(traced.map((one) => [refKey(one.ref), endsOf(one, graph, provenance)]))
  const rings = outletRings(graph, provenance)
  const closed = new Set(rings.flat())
  const all = [...ends.values()].flat()
  const origins = originsOf(all, closed, (node) => provenance.sources.get(node)?.name ?? node)
  const independent = origins.ids.length
  const { paths, cut } = disjointPaths(networkOf(graph, origins, provenance))
  const positions = group.positions.map((position) => positionOf(position, graph, ends, origins))
  const deniers = new Set(
    all.flatMap((end) => ('denies' in end && end.denies && !origins.idOf.has(end.node) ? [end.node] : [])),
  )
  const answers = positions
    .filter(({ polarity }) => polarity === 'affirmed')
    .map((position) => position.independent)
    .sort((a, b) => b - a)
  return {
    graph,
    rings: rings.map((ring) => documentsIn(ring, graph, provenance)),
    claim: {
      id: group.id,
      gist: group.gist,
      statements: traced.map(({ ref, statement }) => statementId(ref.document, statement)).sort(byCodeUnit),
      documents: new Set(group.statements.map(({ document }) => document)).size,
      origins: origins.ids,
      independent,
      positions,
      bottleneck: independent === 1 ? (origins.ids[0] ?? null) : null,
      paths,
      cut: paths < independent ? cut.map((node) => shown(node, origins)) : null,
      notEstablished: origins.notEstablished,
      ...credibilityOf({ independent, paths, notEstablished: origins.notEstablished, answers, deniers: deniers.size }),
      reliability: {},
      trails: trailsOf(graph, new Set(origins.idOf.keys())),
    },
  }
}

const documentNode = (document: string): string => `d:${document}`
const bodyNode = (body: string): string => `s:${body}`

/** A node of the network as the report names it. */
const shown = (node: string, { idOf }: Origins): string => {
  const id = node.slice(2)
  return node.startsWith('s:') ? (idOf.get(id) ?? id) : id
}

/** The graph that trails are counted in: from every statement's document to the bodies that count as origins. */
function networkOf(graph: ClaimGraph, origins: Origins, provenance: Provenance) {
  const steps = new Map<string, string[]>()
  const nodes = new Set<string>()
  const step = (from: string, to: string) => {
    nodes.add(from).add(to)
    const list = steps.get(from)
    if (list) list.push(to)
    else steps.set(from, [to])
  }
  for (const { ref, steps: own } of graph.statements.values()) {
    const here = documentNode(ref.document)
    nodes.add(here)
    for (const one of own)
      for (const way of waysOf(one, ref.document, provenance, origins))
        way.reduce((from, to) => {
          step(from, to)
          return to
        }, here)
  }
  const from = [...graph.statements.values()].map(({ ref }) => documentNode(ref.document))
  // Two reports that each go back to the other for a voice both name: it reaches the reader through either.
  const reached = reachable(from, steps)
  for (const { ref, steps: own } of graph.statements.values())
    for (const one of own) {
      const last = one.kind === 'statement' ? one.named.at(-1) : undefined
      const body = last && bodyNode(origins.takenFor.get(last.body) ?? last.body)
      if (body && !reached.has(body)) step(documentNode(ref.document), body)
    }
  return {
    nodes: [...nodes].sort(byCodeUnit),
    steps,
    from,
    to: [...origins.idOf.keys()].filter((node) => !origins.takenFor.has(node)).map(bodyNode),
  }
}

function reachable(from: readonly string[], steps: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(from)
  for (const node of reached) for (const next of steps.get(node) ?? []) reached.add(next)
  return reached
}

/** The nodes that a step leads through, nearest first. */
function waysOf(
  step: Step,
  document: string,
  { voices }: Provenance,
  { takenFor }: Origins,
): readonly (readonly string[])[] {
  if (step.kind === 'statement') return [[documentNode(step.to.document)]]
  if (step.kind === 'voice' || step.kind === 'relay')
    return [step.hops.map(({ body }) => bodyNode(takenFor.get(body) ?? body))]
  // A bare sentence leads to its outlet, which counts only where another report cites that outlet for it.
  const outlet = voices.outletOf(document)
  return [[bodyNode(outlet === null ? document : voices.bodyOf(outlet))]]
}

function positionOf(
  { figures, polarity, statements }: ClaimGroup['positions'][number],
  graph: ClaimGraph,
  ends: ReadonlyMap<string, readonly TrailEnd[]>,
  origins: Origins,
): Position {
  const traced = statements.flatMap((ref) => graph.statements.get(refKey(ref)) ?? [])
  const reached = traced.flatMap(({ ref }) => ends.get(refKey(ref)) ?? [])
  const behind = polarity === 'denied' ? deniersAmong(reached) : behindAnswer(reached, origins)
  return {
    figures,
    polarity,
    statements: traced.map(({ ref, statement }) => statementId(ref.document, statement)).sort(byCodeUnit),
    origins: behind,
    independent: behind.length,
  }
}

function behindAnswer(ends: readonly TrailEnd[], { idOf }: Origins): readonly string[] {
  const ids = ends.flatMap((end) =>
    'node' in end && !('denies' in end && end.denies) ? (idOf.get(end.node) ?? []) : [],
  )
  return [...new Set(ids)].sort(byCodeUnit)
}

/** Who denies is shown with the denial, although it is no origin of the claim. */
function deniersAmong(ends: readonly TrailEnd[]): readonly string[] {
  const ids = new Map(ends.flatMap((end) => (end.kind === 'body' ? [[end.node, end.source] as const] : [])))
  return [...ids.values()].sort(byCodeUnit)
}

/** Outlets that go back to each other for this claim, as bodies. */
function outletRings(graph: ClaimGraph, provenance: Provenance): readonly (readonly string[])[] {
  const steps = new Map<string, string[]>()
  for (const traced of graph.statements.values()) {
    const here = outletBody(traced.ref.document, provenance)
    const list = steps.get(here) ?? []
    list.push(...citedBodies(traced, provenance).filter((body) => body !== here))
    steps.set(here, list)
  }
  return ringsIn([...steps.keys()].sort(byCodeUnit), steps)
}

function outletBody(document: string, { voices }: Provenance): string {
  const outlet = voices.outletOf(document)
  return outlet === null ? document : voices.bodyOf(outlet)
}

const citedBodies = ({ steps }: TracedStatement, provenance: Provenance): readonly string[] =>
  steps.flatMap((step) => {
    if (step.kind === 'statement') return [outletBody(step.to.document, provenance)]
    return step.kind === 'relay' ? step.hops.map(({ body }) => body) : []
  })

const documentsIn = (ring: readonly string[], graph: ClaimGraph, provenance: Provenance): readonly string[] =>
  [...new Set([...graph.statements.values()].map(({ ref }) => ref.document))]
    .filter((document) => ring.includes(outletBody(document, provenance)))
    .sort(byCodeUnit)
