import { dayParts, type TimeUnit, timeUnits } from '../../language/en/calendar.ts'
import type { Atom } from '../numerals/atoms.ts'
import { addDays, addMonths, type Day, daysIn, quarterOf, weekdayOf, written } from './civil.ts'
import { type Context, type Reading, type TimeRule, today, toldOf } from './context.ts'
import { monthAt } from './dates.ts'
import { dayNumeral } from './day-numeral.ts'
import { quarterAt, quarterReading } from './quarters.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

const daysAway: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['tonight', 0],
  ['overnight', -1],
])

/** "today", "yesterday", "tomorrow", "tonight", "overnight". */
export const deicticDay: TimeRule = (atoms, at, context) => {
  const second = dayBeyond(atoms, at, context)
  if (second) return second
  const word = lowerAt(atoms, at)
  const step = daysAway.get(word)
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

/** "the day before yesterday", "the day after tomorrow". */
function dayBeyond(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const the = lowerAt(atoms, at) === 'the' ? 1 : 0
  if (lowerAt(atoms, at + the) !== 'day') return undefined
  const [order, from] = [lowerAt(atoms, at + the + 1), lowerAt(atoms, at + the + 2)]
  const step =
    order === 'before' && from === 'yesterday' ? -2 : order === 'after' && from === 'tomorrow' ? 2 : undefined
  if (step === undefined) return undefined
  const base = today(context)
  const day = base && addDays(base, step)
  const value = day ? written.day(day) : 'XXXX-XX-XX'
  return { next: at + the + 3, type: 'DATE', value, rule: 'times/deictic', point: day }
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
