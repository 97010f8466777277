import type { Aspect } from '../../model/finding.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import type { Told } from '../told.ts'
import { sharedFigures } from './counted.ts'
import { comparedFigures, figureChange } from './figure.ts'
import { hedgeChange } from './hedge.ts'
import { polarityChange } from './polarity.ts'
import { roleChange } from './role.ts'
import { scopeChange } from './scope.ts'
import { timeChange } from './time.ts'

/** One way in which a later telling differs from an earlier one. */
export interface Change {
  readonly aspect: Aspect
  readonly from: Told
  readonly to: Told
  readonly rule: RuleId
  /** The figures that were compared, where the change is one of a figure or of what it counts. */
  readonly figures?: readonly [before: Measure, after: Measure]
}

/** Two tellings to compare, with all that either side says of the claim. */
export interface Compared {
  readonly from: Told
  readonly to: Told
  readonly earlier: readonly Told[]
  readonly later: readonly Told[]
  /** 0..1 or so: how sure it is that the one retells the other, by their words and numbers. */
  readonly likeness: number
}

/** One question about two tellings each: what changed, and by which rule it shows. A new aspect is one file and one line here. */
const aspects: readonly (readonly [Aspect, (compared: Compared) => RuleId | null])[] = [
  ['figure', figureChange],
  ['role', roleChange],
  ['scope', scopeChange],
  ['time', timeChange],
  ['hedge', hedgeChange],
  ['polarity', polarityChange],
]

/** What changed from one telling to the other. */
export function changesBetween(compared: Compared): readonly Change[] {
  const { from, to } = compared
  if (from.content.plain === to.content.plain) return []
  return aspects.flatMap(([aspect, changed]) => {
    const rule = changed(compared)
    if (!rule) return []
    const figures =
      aspect === 'figure' ? comparedFigures(compared) : aspect === 'role' ? sharedFigures(from, to)[0] : undefined
    return [{ aspect, from, to, rule, ...(figures ? { figures } : {}) }]
  })
}
