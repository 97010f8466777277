import type { ClaimGroup } from '../../provenance/claims/claims.ts'
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
import { disjointPaths } from './max-flow.ts'
import { endsOf, type Origins, originsOf, type TrailEnd } from './origins.ts'

/** Where the trails of some statements end, and how many of these ends are independent of each other. */
export interface Count {
  readonly graph: ClaimGraph
  /** The ends that each statement's trails reach, by its key. */
  readonly ends: ReadonlyMap<string, readonly TrailEnd[]>
  readonly origins: Origins
  /** Outlets that each go back to the other, as bodies. */
  readonly rings: readonly (readonly string[])[]
  readonly paths: number
  /** The nodes of a minimum cut, as the report names them. */
  readonly cut: readonly string[]
}

/**
 * Follows every trail of a claim, or of a part of one, upstream and counts where they end.
 *
 * @param whole the count of the claim that `group` is a part of
 */
export function countOrigins(group: ClaimGroup, provenance: Provenance, whole: Count | null = null): Count {
  const graph = claimGraph(group, provenance)
  const ends = new Map([...graph.statements.values()].map((one) => [refKey(one.ref), endsOf(one, graph, provenance)]))
  const rings = outletRings(graph, provenance)
  const closed = new Set(rings.flat())
  const nameOf = (node: string): string => provenance.sources.get(node)?.name ?? node
  const origins = originsOf(
    [...ends.values()].flat(),
    closed,
    nameOf,
    whole?.origins,
    provenance.voices.decided?.areApart,
  )
  const { paths, cut } = disjointPaths(networkOf(graph, origins, provenance))
  return { graph, ends, origins, rings, paths, cut: cut.map((node) => shown(node, origins)) }
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

/** The body of the outlet that published a document; the document itself where it names none. */
export function outletBody(document: string, { voices }: Provenance): string {
  const outlet = voices.outletOf(document)
  return outlet === null ? document : voices.bodyOf(outlet)
}

const citedBodies = ({ steps }: TracedStatement, provenance: Provenance): readonly string[] =>
  steps.flatMap((step) => {
    if (step.kind === 'statement') return [outletBody(step.to.document, provenance)]
    return step.kind === 'relay' ? step.hops.map(({ body }) => body) : []
  })
