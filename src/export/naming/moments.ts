import type { Report } from '../../model/report.ts'

/** When a collection was begun and when something last came to it: all that an export knows of the time it is made at. ISO 8601, UTC. */
export interface Moments {
  readonly since: string
  readonly upTo: string
}

/** Of a report that was kept in no collection: the days its documents were published on; 1970 where none has a date, as standards want one. */
export function momentsOf({ documents }: Pick<Report, 'documents'>): Moments {
  const days = documents.flatMap(({ published }) => timestamp(published) ?? []).sort()
  return { since: days[0] ?? beginning, upTo: days.at(-1) ?? beginning }
}

/** From when to when a date may mean, its last millisecond included: "2025-06" is any moment of that month. RFC 3339 in UTC. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** Of a date with whatever precision. A time without a zone is taken as UTC. Undefined for what is no date of the calendar. */
export function periodOf(date: string | null): Period | undefined {
  const [, year, month, day, time, zone] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.exec(
      date ?? '',
    ) ?? []
  if (year === undefined) return undefined
  const first = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00Z`)
  // The 30th of February would be taken for a day of March.
  if (Number.isNaN(first.valueOf()) || first.getUTCDate() !== Number(day ?? 1)) return undefined
  if (time !== undefined) {
    const moment = Date.parse(`${year}-${month}-${day}T${time}${zone ?? 'Z'}`)
    return periodIn(moment, moment)
  }
  const next = new Date(first)
  if (day !== undefined) next.setUTCDate(first.getUTCDate() + 1)
  else if (month !== undefined) next.setUTCMonth(first.getUTCMonth() + 1)
  else next.setUTCFullYear(first.getUTCFullYear() + 1)
  return periodIn(first.valueOf(), next.valueOf() - 1)
}

/** When a date begins, with whatever precision it has: RFC 3339 in UTC with milliseconds. */
export const timestamp = (date: string | null): string | undefined => periodOf(date)?.from

/** Undefined where RFC 3339 has no year for it: a zone can lead out of the first and the last. */
function periodIn(first: number, last: number): Period | undefined {
  if (Number.isNaN(first) || Number.isNaN(last)) return undefined
  const [from, to] = [new Date(first).toISOString(), new Date(last).toISOString()]
  return /^\d/.test(from) && /^\d/.test(to) ? { from, to } : undefined
}

const beginning = '1970-01-01T00:00:00.000Z'
