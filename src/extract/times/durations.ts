import type { Atom } from '../numerals/atoms.ts'
import { numeralAt } from '../numerals/numeral.ts'
import { written } from './civil.ts'
import { type Context, type Reading, type TimeRule, today, toldOf } from './context.ts'
import { spanReading } from './relative.ts'
import { durationValue, type Span, spanAt } from './spans.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "four days", "two weeks ago", "the past three months", "a few years later", "two-year", "half an hour". */
export const duration: TimeRule = (atoms, at, context) => {
  const lead = leadAt(atoms, at)
  const span = spanAt(atoms, lead.next, lead.next > at)
  if (!span) return undefined
  const more = /^(?:old|olds|-)$/.test(lowerAt(atoms, span.next)) && lowerAt(atoms, span.next + 1) !== 'long'
  if (more && (lowerAt(atoms, span.next) !== '-' || /^olds?$/.test(lowerAt(atoms, span.next + 1)))) return undefined
  if (lowerAt(atoms, span.next) === 'of' && lowerAt(atoms, span.next + 1) === 'age') return undefined
  const moved = movedBy(atoms, span, context)
  if (moved) return moved
  const or = lowerAt(atoms, span.next) === 'or' && lowerAt(atoms, span.next + 1) === 'so' ? 2 : 0
  return { next: span.next + or, type: 'DURATION', value: durationValue(span), rule: 'times/duration' }
}

/** "the past", "the next", "the first", "recent": words before the number that belong to the span. */
function leadAt(atoms: readonly Atom[], at: number): { readonly next: number } {
  const the = /^(?:the|these|those|this|his|her|its|their|our)$/.test(lowerAt(atoms, at)) ? 1 : 0
  const word =
    /^(?:past|last|next|first|final|previous|coming|following|recent|preceding|latest|another|additional)$/.test(
      lowerAt(atoms, at + the),
    )
      ? 1
      : 0
  // "the four days" but "the 14-day wait" and "the days before".
  const counted = the && numeralAt(atoms, at + 1)
  const kept = word || (lowerAt(atoms, at) === 'the' && counted && lowerAt(atoms, counted.next) !== '-')
  return { next: kept ? at + the + word : at }
}

/** "two weeks ago", "a year earlier", "three days later", "ten years from now". */
function movedBy(atoms: readonly Atom[], span: Span, context: Context): Reading | undefined {
  let next = span.next
  if (lowerAt(atoms, next) === 'or' && lowerAt(atoms, next + 1) === 'so') next += 2
  const word = lowerAt(atoms, next)
  const backward =
    word === 'ago' || word === 'earlier' || word === 'previously' || (word === 'before' && endsClause(atoms, next + 1))
  const from = word === 'from' && lowerAt(atoms, next + 1) === 'now' ? 2 : 0
  const forward = word === 'later' || word === 'hence' || word === 'afterwards' || from > 0
  if (!backward && !forward) return undefined
  const end = next + (from || 1)
  const now = word === 'ago' || from > 0 || word === 'hence'
  if (span.count === 'X' || span.unit.clock) {
    if (span.unit.clock && span.count !== 'X')
      return { next: end, type: 'DURATION', value: durationValue(span), rule: 'times/moved' }
    return { next: end, type: 'DATE', value: backward ? 'PAST_REF' : 'FUTURE_REF', rule: 'times/moved' }
  }
  const base = now ? today(context) : toldOf(context)
  const steps = (backward ? -1 : 1) * Math.round(span.count)
  const yearBack = span.unit.granularity === 'year' && steps === -1 ? context.lastQuarter : undefined
  if (yearBack) {
    const { year, quarter } = yearBack
    const value = context.comparesQuarters ? written.quarter(year - 1, quarter) : written.year(year - 1)
    return { next: end, type: 'DATE', value, rule: 'times/moved' }
  }
  const reading = spanReading(end, span.unit, steps, base, context)
  const point = now && !context.narrative ? undefined : reading.point
  return { ...reading, point, rule: 'times/moved' }
}

const endsClause = (atoms: readonly Atom[], at: number): boolean => {
  const atom = atoms[at]
  return !atom || atom.kind === 'mark'
}
