import { Cron } from 'croner'

/** When something that is done again and again is done next. */
export interface Schedule {
  /** The first time after a moment; both ISO 8601 in UTC. */
  after(moment: string): string
  /** Milliseconds between two times, the shortest there is within the next few. */
  readonly gap: number
}

/**
 * `15 minutes`, `hourly`, `2 days`, or the five fields of cron in UTC (`0 7 * * 1-5`); undefined for what is neither. Oftener than once a
 * minute nobody is asked.
 */
export function scheduleOf(words: string): Schedule | undefined {
  const plain = words.trim().toLowerCase()
  const every = /^(?:every\s+)?(?:(\d{1,4})\s*)?([a-z]+?)s?$/.exec(namedIntervals.get(plain) ?? plain)
  const unit = lengths.get(every?.[2] ?? '')
  if (every && unit !== undefined) {
    const gap = Number(every[1] ?? 1) * unit
    return gap > 0 ? { gap, after: (moment) => new Date(Date.parse(moment) + gap).toISOString() } : undefined
  }
  return cronOf(words.trim())
}

const namedIntervals: ReadonlyMap<string, string> = new Map([
  ['hourly', '1 hour'],
  ['daily', '1 day'],
  ['weekly', '1 week'],
])

const lengths: ReadonlyMap<string, number> = new Map([
  ['min', 60_000],
  ['minute', 60_000],
  ['h', 3_600_000],
  ['hour', 3_600_000],
  ['d', 86_400_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
])

function cronOf(fields: string): Schedule | undefined {
  if (fields.split(/\s+/).length !== 5) return undefined
  try {
    const cron = new Cron(fields, { timezone: 'UTC', paused: true })
    const next = (moment: Date): Date | null => cron.nextRun(moment)
    const times: number[] = []
    for (let at = next(new Date(0)); at && times.length < 50; at = next(at)) times.push(at.getTime())
    const gap = Math.min(...times.slice(1).map((time, i) => time - (times[i] ?? 0)))
    if (times.length < 2) return undefined
    return { gap, after: (moment) => (next(new Date(moment)) ?? new Date(Date.parse(moment) + gap)).toISOString() }
  } catch {
    return undefined
  }
}
