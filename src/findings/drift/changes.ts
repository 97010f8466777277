import { anybody } from '../../language/en/concepts.ts'
import type { Aspect } from '../../model/finding.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import { agree, measured, pointOf, rangeOf, rounding, samePoint } from '../../provenance/claims/figures.ts'
import { apart, comparable } from '../../provenance/claims/similarity.ts'
import { fold } from '../../text/words.ts'
import type { Told } from '../told.ts'

/** One way in which a later telling differs from an earlier one. */
export interface Change {
  readonly aspect: Aspect
  readonly from: Told
  readonly to: Told
  readonly rule: RuleId
}

/** What changed from one telling to the other. `earlier` and `later` are all tellings of the two documents. */
export function* changesBetween(
  from: Told,
  to: Told,
  earlier: readonly Told[],
  later: readonly Told[],
): Generator<Change> {
  const figure = figureChange(from, to, earlier)
  if (figure) yield { aspect: 'figure', from, to, rule: figure }
  if (roleChange(from, to, later)) yield { aspect: 'role', from, to, rule: 'drift/counted-thing' }
  if (hedgeChange(from, to, earlier)) yield { aspect: 'hedge', from, to, rule: 'drift/hedge-lost' }
  if (polarityChange(from, to, earlier)) yield { aspect: 'polarity', from, to, rule: 'drift/denial' }
}

/** Another number, a bound lost or gained, another unit or rate. Losing "about" is none, nor is rounding. */
function figureChange(from: Told, to: Told, earlier: readonly Told[]): RuleId | null {
  const answer = to.answer
  if (!answer || to.content.certainty === 'denied') return null
  const before = earlier
    .flatMap(({ content }) => content.measures)
    .filter((measure) => comparable(measure, answer) !== apart)
  if (before.some((measure) => sameFigure(measure, answer))) return null
  const own =
    from.answer && comparable(from.answer, answer) !== apart ? from.answer : closest(from.content.measures, answer)
  if (!own) return null
  const [a, b] = [own.quantity, answer.quantity]
  const [x, y] = [rangeOf(a), rangeOf(b)]
  if (a.unit !== b.unit && measured(a.unit).dimension === 'money') return 'drift/other-unit'
  if (a.per !== null && b.per !== null && a.per !== b.per) return 'drift/other-rate'
  if (samePoint(x, y)) return a.vague || b.vague || boundsOf(own) === boundsOf(answer) ? null : 'drift/bound'
  if ((a.vague || b.vague) && agree(x, y)) return null
  const gap = Math.abs(pointOf(x) - pointOf(y)) / Math.max(Math.abs(pointOf(x)), Math.abs(pointOf(y)))
  return gap > rounding ? 'drift/other-figure' : null
}

const boundsOf = ({ quantity: { low, high, approximate } }: Measure): string =>
  approximate && (low === null || high === null)
    ? 'about'
    : low === null
      ? 'at most'
      : high === null
        ? 'at least'
        : low === high
          ? 'exact'
          : 'range'

function sameFigure(a: Measure, b: Measure): boolean {
  const [x, y] = [rangeOf(a.quantity), rangeOf(b.quantity)]
  if (a.quantity.unit !== b.quantity.unit && measured(a.quantity.unit).dimension === 'money') return false
  if (samePoint(x, y)) return boundsOf(a) === boundsOf(b) || boundsOf(a) === 'about' || boundsOf(b) === 'about'
  return (a.quantity.vague || b.quantity.vague) && agree(x, y)
}

function closest(measures: readonly Measure[], to: Measure): Measure | null {
  let best: { readonly measure: Measure; readonly score: number } | null = null
  for (const measure of measures) {
    const score = comparable(measure, to)
    if (score !== apart && (best === null || score > best.score)) best = { measure, score }
  }
  return best?.measure ?? null
}

/** The number stays and what it counts changes: sappers become workers, the missing become the dead. */
function roleChange(from: Told, to: Told, later: readonly Told[]): boolean {
  for (const answer of to.content.measures) {
    for (const before of from.content.measures) {
      if (!samePoint(rangeOf(before.quantity), rangeOf(answer.quantity))) continue
      if (before.quantity.unit !== null || answer.quantity.unit !== null) continue
      if ((before.quantity.low ?? before.quantity.high ?? 0) <= 3) continue
      if (before.fate !== null && answer.fate !== null && before.fate !== answer.fate) return true
      if (before.head === null || answer.head === null || before.head === answer.head) continue
      if (isAnybody(before) || isAnybody(answer)) continue
      const kept = later.some(({ content }) =>
        content.measures.some(
          (one) => one.head === before.head && samePoint(rangeOf(one.quantity), rangeOf(before.quantity)),
        ),
      )
      if (!kept) return true
    }
  }
  return false
}

const isAnybody = ({ quantity, head, fate }: Measure): boolean =>
  head === 'people' ||
  (head !== null && head === fate) ||
  anybody.has(fold((quantity.of ?? '').split(/\s+/).at(-1) ?? ''))

/** Hedged or planned before, asserted now; or a wish become a decision. */
function hedgeChange(from: Told, to: Told, earlier: readonly Told[]): boolean {
  const now = to.content.certainty
  if (now === 'denied' || now === 'hedged') return false
  const peers = earlier.filter(({ content }) => content.certainty !== 'denied')
  if (peers.some(({ content }) => content.certainty === 'asserted')) return false
  const was = from.content.certainty
  if (now === 'asserted') return was === 'hedged' || was === 'planned'
  return was === 'planned' && Math.max(...peers.map(({ score }) => score)) <= to.score - 1.5
}

/** Denied before and asserted now, or the other way round. */
const polarityChange = (from: Told, to: Told, earlier: readonly Told[]): boolean =>
  (from.content.certainty === 'denied') !== (to.content.certainty === 'denied') &&
  !earlier.some(({ content }) => (content.certainty === 'denied') === (to.content.certainty === 'denied'))
