import { holidays, seasons } from '../../language/en/calendar.ts'
import type { Atom } from '../numerals/atoms.ts'
import { phrasesOf } from '../numerals/phrases.ts'
import { daysIn, weekdayOf, written } from './civil.ts'
import { type Context, type Tense, type TimeRule, tenseAt } from './context.ts'
import { dayReading } from './dates.ts'
import { nearestYear, relativeYear } from './near-year.ts'
import { yearAt } from './years.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "the summer of 1944", "last fall", "spring 2024", "this winter"; alone only in a history or after "the". */
export const season: TimeRule = (atoms, at, context) => {
  const lead = lowerAt(atoms, at)
  const led = /^(?:last|this|next|the|that|early|late)$/.test(lead)
  const past = led && /^(?:past|coming|following|previous|early|late)$/.test(lowerAt(atoms, at + 1)) ? 1 : 0
  const start = led ? at + 1 + past : at
  const found = seasons.get(lowerAt(atoms, start))
  if (!found || !['NOUN', 'PROPN', 'ADJ'].includes(atoms[start]?.pos ?? '')) return undefined
  const of = lowerAt(atoms, start + 1) === 'of' ? 1 : 0
  const stated = yearAt(atoms, start + 1 + of) ?? relativeYear(atoms, start + 1 + of, context)
  if (!led && !stated && !/^(?:in|since|by|until|during|of)$/.test(lowerAt(atoms, at - 1))) return undefined
  if (lowerAt(atoms, start) === 'fall' && !stated && !/^(?:last|this|next)$/.test(lead)) return undefined
  const base = context.narrative ? context.last : context.published
  const year =
    stated?.year ?? (base && seasonYear(lead, found.month, { year: base.year, month: base.month ?? 6 }, context))
  const value = `${year === undefined ? 'XXXX' : written.year(year)}-${found.code}`
  const point = year === undefined ? undefined : { year, month: found.month }
  const next = stated?.next ?? start + 1
  // "the winter of 2021-22": one winter, that began in the first of them.
  const over = lowerAt(atoms, next) === '-' && /^\d\d$/.test(atoms[next + 1]?.text ?? '') && !atoms[next + 1]?.spaced
  return { next: over ? next + 2 : next, type: 'DATE', value, rule: 'times/season', point }
}

function seasonYear(
  lead: string,
  month: number,
  base: { readonly year: number; readonly month: number },
  context: Context,
): number {
  if (context.narrative) return base.year
  if (lead === 'last') return month < base.month - 1 ? base.year : base.year - 1
  if (lead === 'next') return month > base.month ? base.year : base.year + 1
  return month - base.month > 6 ? base.year - 1 : base.year
}

const namedDays = phrasesOf(holidays.map((holiday) => [holiday.words.replace(/'s\b/g, " 's"), holiday] as const))

/** "Christmas 1914", "Thanksgiving Day". */
export const holiday: TimeRule = (atoms, at, context) => {
  const lead = /^(?:last|next|this)$/.test(lowerAt(atoms, at)) ? 1 : 0
  const found = namedDays.from(atoms, at + lead)
  if (!found || !/^\p{Lu}/u.test(atoms[at + lead]?.text ?? '')) return undefined
  const stated = yearAt(atoms, found.next)
  const { month, day, weekday: wanted, nth } = found.entry
  const year = stated?.year ?? nearestYear(month, day ?? 20, context, lead ? leadTense(atoms, at) : tenseAt(atoms, at))
  const next = stated?.next ?? found.next
  if (year === undefined) {
    return {
      next,
      type: 'DATE',
      value: `XXXX-${written.two(month)}-${day ? written.two(day) : 'XX'}`,
      rule: 'times/holiday',
    }
  }
  return dayReading(next, { year, month, day: day ?? nthWeekday(year, month, wanted ?? 1, nth ?? 1) }, 'times/holiday')
}

const leadTense = (atoms: readonly Atom[], at: number): Tense =>
  lowerAt(atoms, at) === 'last' ? 'past' : lowerAt(atoms, at) === 'next' ? 'future' : 'unknown'

function nthWeekday(year: number, month: number, wanted: number, nth: number): number {
  if (nth < 0) {
    const last = daysIn(year, month)
    return last - ((weekdayOf({ year, month, day: last }) - wanted + 7) % 7)
  }
  return 1 + ((wanted - weekdayOf({ year, month, day: 1 }) + 7) % 7) + 7 * (nth - 1)
}
