import { anybody } from '../../language/en/concepts.ts'
import { groupNouns, sameRole } from '../../language/en/roles.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import { rangeOf, samePoint } from '../../provenance/claims/figures.ts'
import { fold } from '../../text/words.ts'
import type { Told } from '../told.ts'
import type { Compared } from './changes.ts'
import { sharedFigures } from './counted.ts'

/** The number stays and what it counts changes: sappers become workers, families people, the missing the dead. */
export function roleChange({ from, to, later, likeness }: Compared): RuleId | null {
  for (const [before, after] of sharedFigures(from, to)) {
    if (before.quantity.unit !== null) continue
    if (otherFate(before, after, to)) return 'drift/other-fate'
    if (
      (likeness < alike && !sameVoice(from, to)) ||
      !differ(before, after) ||
      later.some((one) => counts(one, before))
    )
      continue
    return 'drift/counted-thing'
  }
  return null
}

/** The missing are counted as dead now; people who left, fled or were moved are one and the same. */
const otherFate = ({ fate: was }: Measure, { fate: now }: Measure, to: Told): boolean =>
  was !== null && now !== null && was !== now && !(moves.has(was) && moves.has(now)) && !to.content.terms.has(was)

const moves = new Set(['leave', 'evacuate', 'dismiss', 'arrive', 'rescue'])

function differ(before: Measure, after: Measure): boolean {
  const [a, b] = [nounOf(before), nounOf(after)]
  if (a === '' || b === '' || a === b || sameRole(a, b)) return false
  if (!isAnybody(before) && !isAnybody(after)) return true
  return groupNouns.has(a) !== groupNouns.has(b) && (groupNouns.has(a) || groupNouns.has(b))
}

/** The last word of what is counted, in the singular. */
function nounOf({ quantity }: Measure): string {
  const last = fold((quantity.of ?? '').split(/\s+/).at(-1) ?? '').replace(/[^\p{L}-]/gu, '')
  return last.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
}

const counts = ({ content }: Told, before: Measure): boolean =>
  content.measures.some(
    (one) => nounOf(one) === nounOf(before) && samePoint(rangeOf(one.quantity), rangeOf(before.quantity)),
  )

const isAnybody = (measure: Measure): boolean =>
  measure.head === 'people' ||
  (measure.head !== null && measure.head === measure.fate) ||
  anybody.has(fold((measure.quantity.of ?? '').split(/\s+/).at(-1) ?? '')) ||
  anybody.has(nounOf(measure))

/** One voice's word in one claim: what it counts has changed however little else the two sentences share. */
const sameVoice = (from: Told, to: Told): boolean =>
  from.claim === to.claim && from.body !== null && from.body === to.body && from.content.measures.length === 1

/** So alike, their number apart, that the two speak of one thing and not of two that number the same. */
const alike = 0.5
