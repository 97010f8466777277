import type { Aspect, FindingKind } from '../../model/finding.ts'
import type { Claim } from '../../model/report.ts'
import type { Lookup } from './lookup.ts'

/** What `--only` may ask for: claims with figures, claims with a kind of finding, or with a finding about one aspect. */
export type Only = 'claim' | FindingKind | Aspect

export const onlyWords: readonly Only[] = [
  'claim',
  'figure',
  'drift',
  'conflict',
  'correction',
  'single-origin',
  'single-relay',
  'circular',
  'unattributed',
  'vague-attribution',
  'uncredited-copy',
  'hedge',
  'role',
  'attribution',
  'polarity',
  'scope',
  'time',
  'place',
]

/** The claims that are asked for by id, else those that show at least one of what is asked for, in the order of the report. */
export function onlyClaims(held: Lookup, only: readonly Only[] = [], claims: readonly string[] = []): readonly Claim[] {
  if (claims.length > 0) return held.report.claims.filter(({ id }) => claims.includes(id))
  if (only.length === 0 || only.includes('claim')) return held.report.claims
  return held.report.claims.filter((claim) => only.some((wanted) => shows(held, claim, wanted)))
}

function shows(held: Lookup, claim: Claim, wanted: Only): boolean {
  if (wanted === 'figure' && claim.positions.some((position) => position.figures)) return true
  return (held.findings.get(claim.id) ?? []).some(({ kind, aspect }) => kind === wanted || aspect === wanted)
}
