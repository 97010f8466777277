import type { Moment } from '../../export/workbench/story-page.ts'

/** One day of a story: what was published on it and what is told of it. */
export interface Day {
  /** ISO 8601, with the precision it is known with: a day, a month or a year. */
  readonly day: string
  readonly published: readonly Moment[]
  readonly told: readonly Moment[]
}

/** The days of a story in order. What is told of a week or a season is left out: it has no day. */
export function daysOf(happenings: readonly Moment[]): readonly Day[] {
  const days = new Map<string, { published: Moment[]; told: Moment[] }>()
  for (const each of happenings) {
    const [day] = /^\d{4}(?:-\d{2}){0,2}(?=$|T)/.exec(each.when) ?? []
    if (!day) continue
    const held = days.get(day) ?? { published: [], told: [] }
    held[each.kind].push(each)
    days.set(day, held)
  }
  return [...days].map(([day, held]) => ({ day, ...held })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
