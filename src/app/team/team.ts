import type { Json, LogFact } from '../../collection/log.ts'
import type { People, TeamKind, WritingDown } from '../../ports/people.ts'
import type { Account, Invitation } from '../../team/account.ts'
import { isOpen } from '../../team/expiry.ts'
import type { Passwords } from './password.ts'

/** What every use case about people works with. */
export interface Team {
  readonly people: People
  readonly passwords: Passwords
  /** ISO 8601, UTC, with milliseconds. */
  now(): string
  /** Told after everything that may end what somebody was let do. */
  changed(): void
  /** Calls back after it, until the returned function is called. */
  listen(listener: () => void): () => void
}

export function openTeam(people: People, passwords: Passwords, now: () => string): Team {
  const listeners = new Set<() => void>()
  return {
    people,
    passwords,
    now,
    changed() {
      for (const listener of [...listeners]) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Something about people that cannot be, in a sentence for whoever asked. */
export class NotPossible extends Error {
  /** `stale`: it would be possible for who signed in a short while ago. */
  readonly why: 'wrong' | 'conflict' | 'unknown' | 'stale'
  constructor(why: NotPossible['why'], says: string) {
    super(says)
    this.why = why
  }
}

/** Somebody showed a password that is not theirs: it may be a guess, and counts as one. */
export class WrongPassword extends NotPossible {
  constructor() {
    super('wrong', 'That is not your password.')
  }
}

/** A line of the team's log. */
export const fact = (
  { now }: Pick<Team, 'now'>,
  kind: TeamKind,
  by: string,
  body: { readonly [key: string]: Json } = {},
): LogFact<TeamKind> => ({ kind, at: now(), by, body })

/** Somebody who is there and was not removed. */
export async function present(
  looking: Pick<WritingDown, 'account'>,
  by: Partial<Pick<Account, 'id' | 'name'>>,
): Promise<Account> {
  const account = await looking.account(by)
  if (!account || account.removedAt !== null) throw new NotPossible('unknown', 'Nobody here goes by this name.')
  return account
}

/** Ends links that were not used yet, and says how many. */
export async function endLinks(
  writing: WritingDown,
  now: string,
  which: (link: Invitation) => boolean,
): Promise<number> {
  const ended = (await writing.invitations()).filter((link) => isOpen(link, now) && which(link))
  for (const link of ended) await writing.keepInvitation({ ...link, usedAt: now })
  return ended.length
}

/** Ends everything that an account is signed in with, but for one session. */
export async function endSessions(writing: WritingDown, account: string, but?: string): Promise<void> {
  for (const { digest } of await writing.sessions(account)) if (digest !== but) await writing.endSession(digest)
}

/** Ends every token of an account, each with a line. */
export async function endTokens(
  team: Pick<Team, 'now'>,
  writing: WritingDown,
  account: Pick<Account, 'id'>,
  by: string,
): Promise<void> {
  for (const { id, digest, label } of await writing.tokens(account.id)) {
    await writing.endToken(digest)
    await writing.addLine(fact(team, 'token-ended', by, { id, label }))
  }
}
