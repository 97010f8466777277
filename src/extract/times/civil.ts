/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The day that many days after 1970-01-01. */
export function dayOf(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** ISO 8601 week and the year it belongs to. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 })
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 }
}

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Moves by whole months; the day is cut to the length of the month it lands in. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const total = year * 12 + (month - 1) + months
  const y = Math.floor(total / 12)
  const m = total - y * 12 + 1
  return { year: y, month: m, day: Math.min(day, daysIn(y, m)) }
}

export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** Values as TIMEX3 writes them. */
export const written = {
  year: (year: number): string => (year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4)),
  month: (year: number, month: number): string => `${written.year(year)}-${pad(month, 2)}`,
  day: ({ year, month, day }: Day): string => `${written.month(year, month)}-${pad(day, 2)}`,
  week: (day: Day): string => `${written.year(isoWeek(day).year)}-W${pad(isoWeek(day).week, 2)}`,
  quarter: (year: number, quarter: number): string => `${written.year(year)}-Q${quarter}`,
  two: (value: number): string => pad(value, 2),
}

/** Reads the day of `2025-06-19` or `2025-06-19T09:10:00Z`; undefined for coarser or other dates. */
export function parseDay(date: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
  if (!match) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysIn(day.year, day.month) ? day : undefined
}
