import { often, type TimeUnit, timeUnits } from '../../language/en/calendar.ts'
import { units } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { numeralAt } from '../numerals/numeral.ts'
import { written } from './civil.ts'
import { type Context, type Reading, type TimeRule, today, toldOf } from './context.ts'
import { monthAt } from './dates.ts'
import { spanReading } from './relative.ts'
import { weekdayAt } from './weekdays.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** How many of a unit: a number, or X for "a few". */
interface Span {
  readonly count: number | 'X'
  readonly unit: TimeUnit
  readonly next: number
}

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

const vagueCounts: ReadonlySet<string> = new Set(['few', 'several', 'many', 'some', 'couple'])

function spanAt(atoms: readonly Atom[], at: number, led: boolean): Span | undefined {
  const bare = timeUnits.get(lowerAt(atoms, at))
  if (bare && /s$/.test(lowerAt(atoms, at))) {
    if (!led && !bareMeant(atoms, at)) return isLong(atoms, at) ? { count: 'X', unit: bare, next: at + 3 } : undefined
    // "weeks and months", "days or weeks": one span.
    const and = /^(?:and|or)$/.test(lowerAt(atoms, at + 1)) && timeUnits.has(lowerAt(atoms, at + 2))
    return { count: 'X', unit: bare, next: and && /s$/.test(lowerAt(atoms, at + 2)) ? at + 3 : at + 1 }
  }
  if (bare && isLong(atoms, at)) return { count: 1, unit: bare, next: at + 3 }
  return vagueSpan(atoms, at) ?? articleSpan(atoms, at) ?? countedSpan(atoms, at)
}

/** "a day-long meeting", "the decades-long fight". */
const isLong = (atoms: readonly Atom[], at: number): boolean =>
  lowerAt(atoms, at + 1) === '-' && lowerAt(atoms, at + 2) === 'long' && lowerAt(atoms, at - 1) !== '-'

/** "for years", "weeks of talks", "days later". */
const bareMeant = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.pos === 'NOUN' &&
  (/^(?:for|in|within|over|after|of|took|taken|take|lasted|last|spent|spend|hours|days|weeks|months|or|and)$/.test(
    lowerAt(atoms, at - 1),
  ) ||
    /^(?:ago|later|earlier|before|after|ahead)$/.test(lowerAt(atoms, at + 1)) ||
    (lowerAt(atoms, at + 1) === 'of' && /^(?:NOUN|ADJ)$/.test(atoms[at + 2]?.pos ?? '')))

function vagueSpan(atoms: readonly Atom[], at: number): Span | undefined {
  let next = at
  if (lowerAt(atoms, next) === 'a') next++
  const word = lowerAt(atoms, next)
  if (!vagueCounts.has(word)) return undefined
  next++
  if (lowerAt(atoms, next) === 'of') next++
  if (/^(?:more|other|short|long|hundred|thousand|dozen)$/.test(lowerAt(atoms, next))) next++
  const unit = timeUnits.get(lowerAt(atoms, next))
  return unit && /s$/.test(lowerAt(atoms, next))
    ? { count: word === 'couple' ? 2 : 'X', unit, next: next + 1 }
    : undefined
}

/** "a year", "an hour", "half an hour", "a year and a half". */
function articleSpan(atoms: readonly Atom[], at: number): Span | undefined {
  const extra = /^(?:additional|extra|entire|whole|full)$/.test(lowerAt(atoms, at + 1)) ? 1 : 0
  if (extra && /^an?$/.test(lowerAt(atoms, at))) {
    const whole = timeUnits.get(lowerAt(atoms, at + 2))
    return whole && !/s$/.test(lowerAt(atoms, at + 2)) ? { count: 1, unit: whole, next: at + 3 } : undefined
  }
  const half = lowerAt(atoms, at) === 'half' ? 1 : 0
  if (!/^an?$/.test(lowerAt(atoms, at + half))) return undefined
  const unit = timeUnits.get(lowerAt(atoms, at + half + 1))
  if (!unit || /s$/.test(lowerAt(atoms, at + half + 1)) || unit.granularity === 'second') return undefined
  if (unit.granularity === 'quarter') return undefined
  if (lowerAt(atoms, at + half + 2) === '-' && /^(?:earlier|ago|end|old)$/.test(lowerAt(atoms, at + half + 3)))
    return undefined
  const next = at + half + 2
  const more = lowerAt(atoms, next) === 'and' && lowerAt(atoms, next + 1) === 'a' && lowerAt(atoms, next + 2) === 'half'
  return { count: half ? 0.5 : more ? 1.5 : 1, unit, next: more ? next + 3 : next }
}

function countedSpan(atoms: readonly Atom[], at: number): Span | undefined {
  const atom = atoms[at]
  if (atom?.kind === 'number' && !atom.spaced && atoms[at - 1]?.kind === 'word') return undefined
  const quarters = threeQuarters(atoms, at)
  if (quarters) return quarters
  const numeral = numeralAt(atoms, at)
  if (!numeral || numeral.manner === 'fraction') return undefined
  let next = numeral.next
  const to = /^(?:to|-|or)$/.test(lowerAt(atoms, next)) ? numeralAt(atoms, next + 1) : undefined
  if (to) next = to.next
  const hyphen = lowerAt(atoms, next) === '-' && !atoms[next + 1]?.spaced ? 1 : 0
  if (
    /^(?:more|straight|consecutive|full|long|additional|further|trading|business|working|calendar|whole|other)$/.test(
      lowerAt(atoms, next),
    )
  )
    next++
  const unit = timeUnits.get(lowerAt(atoms, next + hyphen))
  if (!unit) return undefined
  if (unit.granularity === 'quarter' && numeral.manner !== 'words') return undefined
  if (
    numeral.value === 1 &&
    unit.granularity === 'day' &&
    lowerAt(atoms, next) === 'day' &&
    /^[,.]$/.test(lowerAt(atoms, next + 1)) &&
    at === 0
  )
    return undefined
  return { count: to ? to.value : numeral.value, unit, next: next + hyphen + 1 }
}

/** "the past two quarters" are six months, and no half. */
function threeQuarters(atoms: readonly Atom[], at: number): Span | undefined {
  const count = units.get(lowerAt(atoms, at))
  const unit = timeUnits.get('quarter')
  const led = /^(?:next|past|last|first|previous|following|recent)$/.test(lowerAt(atoms, at - 1))
  return led && count && unit && lowerAt(atoms, at + 1) === 'quarters' ? { count, unit, next: at + 2 } : undefined
}

function durationValue({ count, unit }: Span): string {
  const t = unit.clock ? 'T' : ''
  if (count === 'X') {
    const letter =
      unit.granularity === 'decade'
        ? 'E'
        : unit.granularity === 'century'
          ? 'C'
          : unit.granularity === 'quarter'
            ? 'Q'
            : unit.letter
    return `P${t}X${letter}`
  }
  const whole = Math.floor(count)
  const half = count - whole === 0.5
  if (half && unit.granularity === 'minute') return whole ? `PT${whole}M30S` : 'PT30S'
  if (half && unit.letter === 'H') return whole ? `PT${whole}H30M` : 'PT30M'
  if (half && unit.letter === 'Y' && unit.times === 1) return whole ? `P${whole}Y6M` : 'P6M'
  return `P${t}${Number((count * unit.times).toPrecision(12))}${unit.letter}`
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

/** "every day", "each month", "every two weeks", "daily", "every Monday", "Mondays", "twice a week". */
export const set: TimeRule = (atoms, at) => {
  const word = lowerAt(atoms, at)
  const adverb = often.get(word)
  // "the party daily Granma" is a paper.
  if (adverb && atoms[at + 1]?.pos === 'PROPN' && /^\p{Lu}/u.test(atoms[at + 1]?.text ?? '')) return undefined
  if (adverb) return { next: at + 1, type: 'SET', value: adverb, rule: 'times/set' }
  // "15 million instructions per second" is a speed.
  if (word === 'per' && timeUnits.get(lowerAt(atoms, at + 1))?.clock === false) {
    const unit = timeUnits.get(lowerAt(atoms, at + 1))
    return unit && { next: at + 2, type: 'SET', value: durationValue({ count: 1, unit, next: at }), rule: 'times/set' }
  }
  if (word === 'a') return rateSpan(atoms, at)
  if (word !== 'every' && word !== 'each') return undefined
  const day = weekdayAt(atoms, at + 1)
  if (day) return { next: at + 2, type: 'SET', value: `XXXX-WXX-${day}`, rule: 'times/set' }
  const month = monthAt(atoms, at + 1, true)
  if (month) return { next: month.next, type: 'SET', value: `XXXX-${written.two(month.month)}`, rule: 'times/set' }
  const unit = timeUnits.get(lowerAt(atoms, at + 1))
  if (unit) return { next: at + 2, type: 'SET', value: durationValue({ count: 1, unit, next: at }), rule: 'times/set' }
  const span = countedSpan(atoms, at + 1)
  return span && word === 'every'
    ? { next: span.next, type: 'SET', value: durationValue(span), rule: 'times/set' }
    : undefined
}

/** "four flights a week", "$1.76 a year", "20 % a month": how often, and not how long. */
function rateSpan(atoms: readonly Atom[], at: number): Reading | undefined {
  const unit = timeUnits.get(lowerAt(atoms, at + 1))
  const before = atoms[at - 1]
  if (!unit || unit.clock || /s$/.test(lowerAt(atoms, at + 1)) || unit.granularity === 'weekend') return undefined
  const counted = before?.kind === 'number' || before?.lower === '%' || /^(?:NOUN|NUM)$/.test(before?.pos ?? '')
  if (!counted || /^(?:after|before|since|from|and|or|in|that|when|until|-|into)$/.test(lowerAt(atoms, at + 2)))
    return undefined
  if (!hasNumber(atoms, at)) return undefined
  return { next: at + 2, type: 'SET', value: durationValue({ count: 1, unit, next: at }), rule: 'times/rate' }
}

const hasNumber = (atoms: readonly Atom[], at: number): boolean =>
  [1, 2, 3, 4].some((back) => atoms[at - back]?.kind === 'number' || atoms[at - back]?.pos === 'NUM')
