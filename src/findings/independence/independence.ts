import type { Claim, Position, Trail } from '../../model/report.ts'
import type { ClaimGroup } from '../../provenance/claims/claims.ts'
import { statementId } from '../../provenance/claims/statement-ref.ts'
import { type ClaimGraph, type Provenance, refKey } from '../../provenance/graph/claim-graph.ts'
import { byCodeUnit } from '../../text/order.ts'
import { coresIn } from './cores.ts'
import { type Count, countOrigins, outletBody } from './counting.ts'
import { credibilityOf } from './credibility.ts'
import type { Origins, TrailEnd } from './origins.ts'
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
 *
 * Only what surely answers one question is counted together: the count is that of the core with most origins. Origins of other cores
 * are named as doubtful. What the whole claim settles holds in its cores: who only denies, who is only cited, who is taken for whom.
 */
export function independence(group: ClaimGroup, provenance: Provenance): TracedClaim {
  const whole = countOrigins(group, provenance)
  const parts = coresIn(group)
  const cores = parts.length > 1 ? parts.map((core) => countOrigins(core, provenance, whole)) : [whole]
  const surest = cores.reduce((best, core) => (hasMore(core, best) ? core : best))
  const { ids } = surest.origins
  const independent = ids.length
  const counted = new Set(surest.origins.idOf.keys())
  const others = [...whole.origins.idOf].flatMap(([node, id]) => (counted.has(node) || ids.includes(id) ? [] : [id]))
  const doubtful = [...new Set(others)].sort(byCodeUnit)
  const { notEstablished } = whole.origins
  const endAt = (node: string): Trail['end'] => {
    if (counted.has(node)) return 'origin'
    return whole.origins.idOf.has(node) ? 'doubtful' : 'not-established'
  }
  const positions = group.positions.map((position) => positionOf(position, whole, cores))
  const deniers = new Set(
    [...whole.ends.values()]
      .flat()
      .flatMap((end) => ('denies' in end && end.denies && !whole.origins.idOf.has(end.node) ? [end.node] : [])),
  )
  const answers = positions
    .filter(({ polarity }) => polarity === 'affirmed')
    .sort((a, b) => b.independent - a.independent)
  const traced = [...whole.graph.statements.values()]
  return {
    graph: whole.graph,
    rings: whole.rings.map((ring) => documentsIn(ring, whole.graph, provenance)),
    claim: {
      id: group.id,
      gist: group.gist,
      statements: traced.map(({ ref, statement }) => statementId(ref.document, statement)).sort(byCodeUnit),
      documents: new Set(group.statements.map(({ document }) => document)).size,
      origins: ids,
      independent,
      positions,
      bottleneck: independent === 1 ? (ids[0] ?? null) : null,
      paths: surest.paths,
      cut: surest.paths < independent ? surest.cut : null,
      notEstablished,
      ...(doubtful.length > 0 ? { doubtful } : {}),
      ...credibilityOf({
        independent,
        paths: surest.paths,
        notEstablished,
        answers,
        deniers: deniers.size,
        doubtful: doubtful.length,
      }),
      reliability: {},
      trails: trailsOf(whole.graph, endAt),
      ...(group.decisions ? { decisions: group.decisions } : {}),
    },
  }
}

/** More origins, or as many that reach the reader by more ways; of equals the more widely stated stays. */
const hasMore = (a: Count, b: Count): boolean => (a.origins.ids.length - b.origins.ids.length || a.paths - b.paths) > 0

/** One answer: everyone who gives it, and how many origins stand behind it in the core where most do. */
function positionOf(
  { figures, polarity, statements }: ClaimGroup['positions'][number],
  whole: Count,
  cores: readonly Count[],
): Position {
  const traced = statements.flatMap((ref) => whole.graph.statements.get(refKey(ref)) ?? [])
  const behindIn = ({ ends, origins }: Count): readonly string[] => {
    const reached = traced.flatMap(({ ref }) => ends.get(refKey(ref)) ?? [])
    return polarity === 'denied' ? deniersAmong(reached) : behindAnswer(reached, origins)
  }
  return {
    figures,
    polarity,
    statements: traced.map(({ ref, statement }) => statementId(ref.document, statement)).sort(byCodeUnit),
    origins: behindIn(whole),
    independent: cores.reduce((most, core) => Math.max(most, behindIn(core).length), 0),
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

const documentsIn = (ring: readonly string[], graph: ClaimGraph, provenance: Provenance): readonly string[] =>
  [...new Set([...graph.statements.values()].map(({ ref }) => ref.document))]
    .filter((document) => ring.includes(outletBody(document, provenance)))
    .sort(byCodeUnit)
