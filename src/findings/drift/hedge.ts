import { planCues } from '../../language/en/plans.ts'
import type { RuleId } from '../../model/rule.ts'
import { remembered } from '../../text/remembered.ts'
import { fold } from '../../text/words.ts'
import type { Told } from '../told.ts'
import type { Compared } from './changes.ts'

/** Doubt lost: hedged before and flat now, or a thought become an intention, an intention a decision, a decision a fact. */
export function hedgeChange({ from, to, earlier }: Compared): RuleId | null {
  const [was, now] = [commitment(from), commitment(to)]
  if (was === null || now === null || now <= was) return null
  const peers = earlier.filter(({ content }) => !content.headline).flatMap((one) => commitment(one) ?? [])
  if (peers.some((one) => one >= now) || hasHappenedSince(from, to)) return null
  return was === open ? 'drift/hedge-lost' : 'drift/plan-firmed'
}

const open = 1
/** Certainty on FactBank's scale from which an assertion is read as flat. */
const firm = 1.5

/** How far a telling commits itself: 1 open, 2 intended, 3 decided, 4 so; null where it denies. */
const commitment = remembered(({ content: { certainty, quote }, score }: Told): number | null => {
  if (certainty === 'denied') return null
  if (certainty === 'hedged') return open
  if (certainty === 'asserted') return score < firm ? null : 4
  const words = ` ${fold(quote).replace(/[^\p{L}']+/gu, ' ')} `
  const left = planCues.filter(({ phrases }) => phrases.some((phrase) => words.includes(` ${phrase} `)))
  const leaves = Math.min(...left.map((one) => one.leaves), 2)
  if (/ (?:not|never|no) |n't /.test(words)) return null
  return leaves < 1 ? open : leaves < 2 ? 2 : 3
})

/** What was planned may have happened by now: the later telling dates it between the two reports. */
function hasHappenedSince(from: Told, to: Told): boolean {
  const [before, after] = [from.published?.slice(0, 10), to.published?.slice(0, 10)]
  if (before === undefined || after === undefined || before >= after) return false
  const times = to.reading.statements[to.content.statement]?.times ?? []
  return times.some((at) => {
    const value = to.reading.times[at]?.value ?? ''
    return /^\d{4}-\d\d-\d\d/.test(value) && value.slice(0, 10) > before && value.slice(0, 10) <= after
  })
}
