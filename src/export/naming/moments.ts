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

/** RFC 3339 in UTC with milliseconds, of a date with whatever precision: its beginning. A time without a zone is taken as UTC. Undefined for what is none. */
export function timestamp(date: string | null): string | undefined {
  const [, day, month, dayOfMonth, time, zone] =
    /^((\d{4}(?:-\d{2})?)(-\d{2})?)(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(date ?? '') ??
    []
  if (day === undefined) return undefined
  const whole = dayOfMonth ? day : month && month.length === 7 ? `${month}-01` : `${month}-01-01`
  const moment = Date.parse(`${whole}T${time ?? '00:00'}${zone ?? 'Z'}`)
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString()
}

const beginning = '1970-01-01T00:00:00.000Z'
