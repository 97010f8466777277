import type { Claim, Hop, Report, Trail } from '../../model/report.ts'
import type { Value } from './database.ts'
import { json, packedJson } from './packed.ts'

/**
 * A report as it is kept: every hop of its trails once. Hundreds of trails go the same ways, and a hop carries the words that justify it, up
 * to the whole text of a report that was copied.
 */
interface KeptReport extends Omit<Report, 'claims'> {
  readonly claims: readonly (Omit<Claim, 'trails'> & { readonly trails: readonly KeptTrail[] })[]
  readonly hops: readonly Hop[]
}

/** Hops by their places among those that are kept. */
interface KeptTrail extends Omit<Trail, 'hops'> {
  readonly hops: readonly number[]
}

export function packedReport(report: Report): Uint8Array {
  const hops: Hop[] = []
  const places = new Map<string, number>()
  const placeOf = (hop: Hop): number => {
    const words = JSON.stringify(hop)
    const place = places.get(words) ?? hops.push(hop) - 1
    places.set(words, place)
    return place
  }
  const kept: KeptReport = {
    ...report,
    claims: report.claims.map((claim) => ({
      ...claim,
      trails: claim.trails.map((trail) => ({ ...trail, hops: trail.hops.map(placeOf) })),
    })),
    hops,
  }
  return packedJson(kept)
}

/** Trails that go the same way share their hops. Reports that were kept with every hop of every trail are read as they are. */
export function reportIn(value: Value | undefined): Report {
  const kept = json<KeptReport | Report>(value)
  if (!('hops' in kept)) return kept
  const { hops, ...report } = kept
  return {
    ...report,
    claims: report.claims.map((claim) => ({
      ...claim,
      trails: claim.trails.map((trail) => ({ ...trail, hops: trail.hops.map((place) => hopAt(hops, place)) })),
    })),
  }
}

function hopAt(hops: readonly Hop[], place: number): Hop {
  const hop = hops[place]
  if (!hop) throw new Error('a trail of a report that is kept leads nowhere')
  return hop
}
