import { dayParts, type TimeUnit, timeUnits } from '../../language/en/calendar.ts'
import { ordinals } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { addDays, addMonths, type Day, daysIn, quarterOf, weekdayOf, written } from './civil.ts'
import { type Context, type Reading, type TimeRule, tenseAt, today, toldOf } from './context.ts'
import { monthAt } from './dates.ts'
import { dayNumeral } from './day-numeral.ts'
import { yearAt } from './years.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "today", "yesterday", "tomorrow", "tonight", "overnight". */
export const deicticDay: TimeRule = (atoms, at, context) => {
  const word = lowerAt(atoms, at)
  const step = { today: 0, yesterday: -1, tomorrow: 1, tonight: 0, overnight: -1 }[word]
  if (step === undefined || lowerAt(atoms, at + 1) === '-') return undefined
  const base = today(context)
  const day = base && addDays(base, step)
  const part = word === 'tonight' || word === 'overnight' ? 'NI' : dayParts.get(lowerAt(atoms, at + 1))
  const next = part && word !== 'tonight' && word !== 'overnight' ? at + 2 : at + 1
  const date = day ? written.day(day) : 'XXXX-XX-XX'
  return {
    next,
    type: part ? 'TIME' : 'DATE',
    value: part ? `${date}T${part}` : date,
    rule: 'times/deictic',
    point: day,
  }
}

const leads: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['preceding', -1],
  ['this', 0],
  ['that', 0],
  ['same', 0],
  ['current', 0],
  ['present', 0],
  ['next', 1],
  ['coming', 1],
  ['following', 1],
  ['upcoming', 1],
])

/** Leads that count from the date told of, and not from today. */
const narrativeLeads: ReadonlySet<string> = new Set(['previous', 'preceding', 'that', 'same', 'following'])

/** "last month", "this year", "the next day", "the following week", "that year", "last May", "this morning". */
export const ledUnit: TimeRule = (atoms, at, context) => {
  const the = /^(?:the|that|this)$/.test(lowerAt(atoms, at)) ? 1 : 0
  const lead = leads.has(lowerAt(atoms, at + the)) ? lowerAt(atoms, at + the) : lowerAt(atoms, at)
  const start = leads.has(lowerAt(atoms, at + the)) ? at + the + 1 : at + 1
  const step = leads.get(lead)
  if (step === undefined || (lead === 'same' && lowerAt(atoms, at) === 'same')) return undefined
  const counted = narrativeLeads.has(lead) || (the && lowerAt(atoms, at) === 'the' && lead === 'next')
  const base = counted ? toldOf(context) : today(context)
  const fiscal = /^(?:fiscal|financial|calendar)$/.test(lowerAt(atoms, start)) ? 1 : 0
  return (
    ledPart(atoms, start, lead, step, base) ??
    ledMonth(atoms, start, step, base) ??
    ledSpan(atoms, start + fiscal, step, base, context)
  )
}

function ledPart(
  atoms: readonly Atom[],
  at: number,
  lead: string,
  step: number,
  base: Day | undefined,
): Reading | undefined {
  const part = dayParts.get(lowerAt(atoms, at))
  if (!part || /s$/.test(lowerAt(atoms, at))) return undefined
  if (!/^(?:last|this|that|next|same|following|previous)$/.test(lead)) return undefined
  const day = base && addDays(base, step)
  return {
    next: at + 1,
    type: 'TIME',
    value: `${day ? written.day(day) : 'XXXX-XX-XX'}T${part}`,
    rule: 'times/part-of-day',
    point: day,
  }
}

function ledMonth(atoms: readonly Atom[], at: number, step: number, base: Day | undefined): Reading | undefined {
  const month = monthAt(atoms, at, true)
  if (!month) return undefined
  if (!base)
    return { next: month.next, type: 'DATE', value: `XXXX-${written.two(month.month)}`, rule: 'times/led-month' }
  const year =
    step < 0
      ? month.month < base.month
        ? base.year
        : base.year - 1
      : step > 0
        ? month.month > base.month
          ? base.year
          : base.year + 1
        : base.year
  const day = dayNumeral(atoms, month.next)
  const point = day && day.day <= daysIn(year, month.month) ? { year, month: month.month, day: day.day } : undefined
  if (day && point) return { next: day.next, type: 'DATE', value: written.day(point), rule: 'times/led-month', point }
  return {
    next: month.next,
    type: 'DATE',
    value: written.month(year, month.month),
    rule: 'times/led-month',
    point: { year, month: month.month },
  }
}

function ledSpan(
  atoms: readonly Atom[],
  at: number,
  step: number,
  base: Day | undefined,
  context: Context,
): Reading | undefined {
  const word = lowerAt(atoms, at)
  const unit = timeUnits.get(word)
  if (!unit || (/s$/.test(word) && word !== 'hrs')) return undefined
  if (unit.clock) return undefined
  const next = at + 1
  const possessive = lowerAt(atoms, next) === "'s" ? quarterAt(atoms, next + 1) : undefined
  if (unit.granularity === 'year' && possessive && base) {
    const year = base.year + step
    return quarterReading(possessive.next, year, possessive.quarter)
  }
  return spanReading(next, unit, step, base, context)
}

/** The day, week, month … that many steps from a day, written as finely as its unit. */
export function spanReading(
  next: number,
  unit: TimeUnit,
  steps: number,
  base: Day | undefined,
  context: Context,
): Reading {
  const rule = 'times/relative'
  const size = unit.granularity
  if (!base) return { next, type: 'DATE', value: unknownValue[size] ?? 'XXXX-XX-XX', rule }
  const by = steps * unit.times
  if (size === 'day')
    return { next, type: 'DATE', value: written.day(addDays(base, by)), rule, point: addDays(base, by) }
  if (size === 'week')
    return { next, type: 'DATE', value: written.week(addDays(base, 7 * by)), rule, point: addDays(base, 7 * by) }
  if (size === 'weekend') {
    const saturday = addDays(base, 6 - weekdayOf(base) + 7 * steps)
    return { next, type: 'DATE', value: `${written.week(saturday)}-WE`, rule, point: saturday }
  }
  if (size === 'month') {
    const { year, month } = addMonths(base, by)
    return { next, type: 'DATE', value: written.month(year, month), rule, point: { year, month } }
  }
  if (size === 'quarter') {
    const { year, month } = addMonths(base, 3 * steps)
    return quarterReading(next, year, quarterOf(month))
  }
  const year = base.year + by
  if (size === 'decade') return { next, type: 'DATE', value: String(Math.floor(year / 10)), rule }
  if (size === 'century') return { next, type: 'DATE', value: String(Math.floor(year / 100)), rule }
  if (size === 'year') return { next, type: 'DATE', value: written.year(year), rule, point: { year } }
  return { next, type: 'DATE', value: context.published ? 'PAST_REF' : 'XXXX', rule }
}

const unknownValue: Readonly<Partial<Record<TimeUnit['granularity'], string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}

const quarterReading = (next: number, year: number | undefined, quarter: number): Reading => ({
  next,
  type: 'DATE',
  value: year === undefined ? `XXXX-Q${quarter}` : written.quarter(year, quarter),
  rule: 'times/quarter',
  point: year === undefined ? undefined : { year, month: 3 * quarter - 2 },
  quarter: year === undefined ? undefined : { year, quarter },
})

function quarterAt(
  atoms: readonly Atom[],
  at: number,
): { readonly quarter: number; readonly next: number } | undefined {
  let next = at
  if (/^(?:fiscal|financial|calendar)$/.test(lowerAt(atoms, next))) next++
  const ordinal = ordinals.get(lowerAt(atoms, next)) ?? numberedOrdinal(atoms, next)
  if (ordinal === undefined || ordinal > 4) return undefined
  next += atoms[next]?.kind === 'number' ? 2 : 1
  if (lowerAt(atoms, next) === '-') next++
  if (/^(?:fiscal|financial|calendar)$/.test(lowerAt(atoms, next))) next++
  return lowerAt(atoms, next) === 'quarter' ? { quarter: ordinal, next: next + 1 } : undefined
}

const numberedOrdinal = (atoms: readonly Atom[], at: number): number | undefined =>
  atoms[at]?.kind === 'number' && /^(?:st|nd|rd|th)$/.test(lowerAt(atoms, at + 1)) ? atoms[at]?.value : undefined

/** "the third quarter", "third-quarter", "the fourth quarter of 1998", "the 1999 second quarter", "Q3 2024", "the year-ago quarter". */
export const quarter: TimeRule = (atoms, at, context) => {
  const the = lowerAt(atoms, at) === 'the' ? 1 : 0
  const before = yearAt(atoms, at + the)
  const code = /^q$/.test(lowerAt(atoms, at)) && !atoms[at + 1]?.spaced && /^[1-4]$/.test(lowerAt(atoms, at + 1))
  const same = before && context.lastQuarter && /^(?:quarter|period)$/.test(lowerAt(atoms, before.next))
  if (same)
    return { ...quarterReading(before.next + 1, before.year, context.lastQuarter?.quarter ?? 1), quarter: undefined }
  // "the third-quarter loss": the article belongs to the loss.
  if (the && lowerAt(atoms, at + 2) === '-' && quarterAt(atoms, at + 1)) return undefined
  const found = code
    ? { quarter: atoms[at + 1]?.value ?? 1, next: at + 2 }
    : quarterAt(
        atoms,
        before?.next ?? at + the + (/^(?:latest|recent|current)$/.test(lowerAt(atoms, at + the)) ? 1 : 0),
      )
  if (!found) return yearAgoQuarter(atoms, at + the, context)
  const of = lowerAt(atoms, found.next) === 'of' ? 1 : 0
  const fiscal = of && /^(?:fiscal|financial)$/.test(lowerAt(atoms, found.next + 1)) ? 1 : 0
  const stated = before ?? yearAt(atoms, found.next + of + fiscal)
  if (stated) return quarterReading(Math.max(found.next, stated.next), stated.year, found.quarter)
  const relative = ledYear(atoms, found.next + of, context)
  if (relative) return quarterReading(relative.next, relative.year, found.quarter)
  const base = today(context)
  if (!base) return quarterReading(found.next, undefined, found.quarter)
  const ahead = tenseAt(atoms, at) === 'future'
  const year = 3 * found.quarter - 2 > base.month && !ahead ? base.year - 1 : base.year
  return quarterReading(found.next, year, found.quarter)
}

function ledYear(
  atoms: readonly Atom[],
  at: number,
  context: Context,
): { readonly year: number; readonly next: number } | undefined {
  const step = { last: -1, this: 0, next: 1 }[lowerAt(atoms, at)]
  const base = today(context)
  return step !== undefined && base && lowerAt(atoms, at + 1) === 'year'
    ? { year: base.year + step, next: at + 2 }
    : undefined
}

/** "the year-ago period", "year-earlier quarter", "the latest quarter", "the quarter". */
function yearAgoQuarter(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const ago =
    lowerAt(atoms, at) === 'year' && lowerAt(atoms, at + 1) === '-' && /^(?:ago|earlier)$/.test(lowerAt(atoms, at + 2))
  const base = context.lastQuarter
  if (ago) {
    let next = at + 3
    if (/^(?:period|quarter)$/.test(lowerAt(atoms, next))) next++
    else {
      const named = quarterAt(atoms, next)
      if (named) return quarterReading(named.next, yearBefore(context), named.quarter)
    }
    // "the year-ago results": the article belongs to the results.
    const place = next > at + 3 ? {} : { first: at }
    if (base) return { ...quarterReading(next, base.year - 1, base.quarter), quarter: undefined, ...place }
    const year = yearBefore(context)
    const value = year === undefined ? 'XXXX' : written.year(year)
    return { next, type: 'DATE', value, rule: 'times/year-ago', ...place }
  }
  const latest = /^(?:latest|most recent|recent)$/.test(lowerAt(atoms, at)) ? 1 : 0
  if (lowerAt(atoms, at - 1) !== 'the' || !/^(?:quarter|period)$/.test(lowerAt(atoms, at + latest))) return undefined
  if (lowerAt(atoms, at + latest) === 'period' && !(latest && base)) return undefined
  if (lowerAt(atoms, at + latest + 1) === 'of' && !yearAt(atoms, at + latest + 2)) return undefined
  const next = at + latest + 1
  const compared =
    lowerAt(atoms, next) === 'a' &&
    lowerAt(atoms, next + 1) === 'year' &&
    /^(?:ago|earlier)$/.test(lowerAt(atoms, next + 2))
  if (base && compared) return { ...quarterReading(next + 3, base.year - 1, base.quarter), quarter: undefined }
  if (base) return quarterReading(next, base.year, base.quarter)
  const published = today(context)
  if (!published) return undefined
  const { year, month } = addMonths(published, -3)
  return quarterReading(at + latest + 1, year, quarterOf(month))
}

function yearBefore(context: Context): number | undefined {
  const base = today(context)
  return base && base.year - 1
}

/** "fiscal 1998", "fiscal year 2024", "the 2024 fiscal year". */
export const fiscalYear: TimeRule = (atoms, at) => {
  if (!/^(?:fiscal|financial)$/.test(lowerAt(atoms, at))) return undefined
  const year = yearAt(atoms, at + 1 + (lowerAt(atoms, at + 1) === 'year' ? 1 : 0))
  return (
    year && {
      next: year.next,
      type: 'DATE',
      value: written.year(year.year),
      rule: 'times/fiscal-year',
      point: { year: year.year },
    }
  )
}
