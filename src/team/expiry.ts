import type { Invitation, Session } from './account.ts'

/** Milliseconds. */
const hour = 3_600_000
const day = 24 * hour

/**
 * How long things last. Sessions end after a working day without use, and after a week whatever happens; `fresh` is one whose owner has just
 * shown who they are.
 */
export const lasts = {
  session: { idle: 8 * hour, whole: 7 * day, fresh: hour / 6 },
  'set-up': day,
  invite: 7 * day,
  reset: day,
  token: { usual: 90 * day, most: 366 * day },
} as const

/** Whether a session has ended by itself. Times are ISO 8601, UTC. */
export const isOver = ({ createdAt, seenAt }: Pick<Session, 'createdAt' | 'seenAt'>, now: string): boolean =>
  since(seenAt, now) >= lasts.session.idle || since(createdAt, now) >= lasts.session.whole

/** Whether a link still works. */
export const isOpen = ({ expiresAt, usedAt }: Pick<Invitation, 'expiresAt' | 'usedAt'>, now: string): boolean =>
  usedAt === null && now < expiresAt

/** So many milliseconds after a moment. */
export const later = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) + milliseconds).toISOString()

/** Milliseconds between two moments; a clock that was put back makes nothing last longer than it lasts. */
export const since = (then: string, now: string): number => Math.abs(Date.parse(now) - Date.parse(then))
