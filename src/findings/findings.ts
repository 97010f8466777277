import type { Finding, FindingKind } from '../model/finding.ts'
import { byCodeUnit } from '../text/order.ts'
import { conflicts } from './conflict/conflict.ts'
import type { FindingContext } from './context.ts'
import { corrections } from './drift/corrections.ts'
import { drifts } from './drift/drift.ts'
import { circular, singleOrigin, singleRelay, unattributed, vagueAttribution } from './independence/findings.ts'
import type { TracedClaim } from './independence/independence.ts'
import { uncreditedCopies } from './independence/uncredited.ts'

/** What findings are looked for in. */
export interface TracedContext extends FindingContext {
  readonly traced: readonly TracedClaim[]
}

/** Every kind of finding. A new one is one folder and one line here. */
const kinds: readonly ((context: TracedContext) => readonly Finding[])[] = [
  conflicts,
  circular,
  drifts,
  corrections,
  singleRelay,
  singleOrigin,
  uncreditedCopies,
  vagueAttribution,
  unattributed,
]

/** All findings, those that deserve attention first, in an order that the input cannot change. */
export const findingsOf = (context: TracedContext): readonly Finding[] =>
  inFindingOrder(kinds.flatMap((find) => find(context)))

/** Findings in the order in which every report gives them: by kind, the strongest call for attention first, then by claim. */
export function inFindingOrder(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ claim, from, to, aspect, says }: Finding) => [claim, from, to, aspect, says].join('\n')
  const rank = new Map(order.map((kind, i) => [kind, i]))
  return findings
    .map((finding) => ({ finding, rank: rank.get(finding.kind) ?? order.length, key: key(finding) }))
    .sort((a, b) => a.rank - b.rank || byCodeUnit(a.key, b.key))
    .map(({ finding }) => finding)
}

const order: readonly FindingKind[] = [
  'conflict',
  'circular',
  'drift',
  'correction',
  'single-relay',
  'single-origin',
  'uncredited-copy',
  'vague-attribution',
  'unattributed',
]
