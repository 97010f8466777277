import { ordinals } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { addMonths, quarterOf, written } from './civil.ts'
import { type Context, type Reading, type TimeRule, tenseAt, today } from './context.ts'
import { yearAt } from './years.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

const yearsAway: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])

export const quarterReading = (next: number, year: number | undefined, quarter: number): Reading => ({
  next,
  type: 'DATE',
  value: year === undefined ? `XXXX-Q${quarter}` : written.quarter(year, quarter),
  rule: 'times/quarter',
  point: year === undefined ? undefined : { year, month: 3 * quarter - 2 },
  quarter: year === undefined ? undefined : { year, quarter },
})

export function quarterAt(
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
  if (!found) return samePeriod(atoms, at, context) ?? yearAgoQuarter(atoms, at + the, context)
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

/** "the same period last year", "the corresponding quarter a year earlier": the period told of last, one year back. */
function samePeriod(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const the = /^(?:the|its)$/.test(lowerAt(atoms, at)) ? 1 : 0
  if (!/^(?:same|corresponding|comparable|equivalent|like)$/.test(lowerAt(atoms, at + the))) return undefined
  if (!/^(?:period|quarter)$/.test(lowerAt(atoms, at + the + 1))) return undefined
  const joint = /^(?:of|in)$/.test(lowerAt(atoms, at + the + 2)) ? 1 : 0
  const next = at + the + 2 + joint
  const led = lowerAt(atoms, next) === 'last' && lowerAt(atoms, next + 1) === 'year' ? 2 : 0
  const ago =
    lowerAt(atoms, next) === 'a' &&
    lowerAt(atoms, next + 1) === 'year' &&
    /^(?:ago|earlier|before)$/.test(lowerAt(atoms, next + 2))
      ? 3
      : 0
  const end = next + led + ago
  const told = context.lastQuarter
  if (end === next) return undefined
  if (told && context.comparesQuarters)
    return { ...quarterReading(end, told.year - 1, told.quarter), quarter: undefined }
  const year = yearBefore(context)
  return { next: end, type: 'DATE', value: year === undefined ? 'XXXX' : written.year(year), rule: 'times/year-ago' }
}

function ledYear(
  atoms: readonly Atom[],
  at: number,
  context: Context,
): { readonly year: number; readonly next: number } | undefined {
  const step = yearsAway.get(lowerAt(atoms, at))
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
  // "the quarter-to-quarter comparison"
  if (lowerAt(atoms, next) === '-') return undefined
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

/** "fiscal 1998", "fiscal year 2024", "FY2024". */
export const fiscalYear: TimeRule = (atoms, at) => {
  if (!/^(?:fiscal|financial)$/.test(lowerAt(atoms, at)) && atoms[at]?.text !== 'FY') return undefined
  if (atoms[at]?.text === 'FY' && /^20\d\d$/.test(atoms[at + 1]?.text ?? '')) {
    const year = atoms[at + 1]?.value ?? 0
    return { next: at + 2, type: 'DATE', value: written.year(year), rule: 'times/fiscal-year', point: { year } }
  }
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
