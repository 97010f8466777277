import { plain } from './plain.ts'

/** An ISO 8601 or TIMEX3 date as "4 March 2025", "March 2025" or "2025", with the precision it came with; anything else as it stands. */
export function dayWords(when: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:$|T)/.exec(when) ?? []
  if (!year) return when
  const name = month ? MONTHS[Number(month) - 1] : undefined
  if (!name) return year
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`
}

/** A day in words. What is no date is shown as it stands, but for marks that nobody can see: it came from an article. */
export const dayOf = (when: string): string => plain(dayWords(when)).slice(0, 60)

/** "6 April 2025, 21:30"; the hour only where it is known. */
export const dayAndHour = (when: string): string => [dayOf(when), hourOf(when)].filter(Boolean).join(', ')

/** From the first to the last of some dates: "4 – 9 March 2025"; undefined when none is known. */
export function spanOfDays(dates: readonly (string | null)[]): string | undefined {
  const days = dates
    .filter((date) => date !== null)
    .map((date) => date.slice(0, 10))
    .sort()
  const [first, last] = [days.at(0), days.at(-1)]
  if (!first || !last) return undefined
  if (first === last) return dayWords(first)
  if (first.length === 10 && last.length === 10 && first.slice(0, 7) === last.slice(0, 7))
    return `${Number(first.slice(8))} – ${dayWords(last)}`
  return `${dayWords(first)} – ${dayWords(last)}`
}

/** The hour and minute a time stamp gives, or undefined. */
export function hourOf(when: string): string | undefined {
  return /T(\d{2}:\d{2})/.exec(when)?.[1]
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
