import type { Finding } from '../model/finding.ts'
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
export const findingsOf = (context: TracedContext): readonly Finding[] => kinds.flatMap((find) => sorted(find(context)))

const sorted = (findings: readonly Finding[]): readonly Finding[] => {
  const key = ({ claim, from, to, aspect, says }: Finding) => [claim, from, to, aspect, says].join('\n')
  return [...findings].sort((a, b) => byCodeUnit(key(a), key(b)))
}
