import type { LogFact, LogLine } from '../collection/log.ts'
import type { Account, ApiToken, Grant, Invitation, Session } from '../team/account.ts'

/** Where people are kept: their accounts, what they may do, what they are signed in with, and the log of all that. Apart from collections. */
export interface People extends LookingUp {
  /** For people; without a password. */
  readonly name: string
  /** All of it or nothing, one at a time. `work` must use nothing but what it is given. */
  write<T>(work: (writing: WritingDown) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface LookingUp {
  /** In the order of their names, those removed included. */
  accounts(): Promise<readonly Account[]>
  account(by: Partial<Pick<Account, 'id' | 'name' | 'issuer' | 'subject'>>): Promise<Account | undefined>
  /** Of one account, or all. */
  grants(account?: string): Promise<readonly Grant[]>
  session(digest: string): Promise<Session | undefined>
  sessions(account: string): Promise<readonly Session[]>
  invitation(digest: string): Promise<Invitation | undefined>
  /** Those that were not used, the oldest first. */
  invitations(): Promise<readonly Invitation[]>
  token(digest: string): Promise<ApiToken | undefined>
  tokens(account: string): Promise<readonly ApiToken[]>
  lastLine(): Promise<LogLine<TeamKind> | undefined>
  /** The lines after a number, at most so many. */
  log(after: number, most: number): Promise<readonly LogLine<TeamKind>[]>
}

export interface WritingDown extends LookingUp {
  /** Puts an account in the place of the one with its id. Names, and pairs of issuer and subject, are held once. */
  keepAccount(account: Account): Promise<void>
  /** Gives a role in a collection, in place of any other there; null takes it away. */
  grant(account: string, collection: string, role: Grant['role'] | null): Promise<void>
  keepSession(session: Session): Promise<void>
  endSession(digest: string): Promise<void>
  keepInvitation(invitation: Invitation): Promise<void>
  keepToken(token: ApiToken): Promise<void>
  endToken(digest: string): Promise<void>
  /** Writes a line down behind the last. */
  addLine(fact: LogFact<TeamKind>): Promise<LogLine<TeamKind>>
}

/** What is written down of people. */
export type TeamKind =
  | 'opened'
  | 'invited'
  | 'withdrawn'
  | 'joined'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'session-ended'
  | 'password-changed'
  | 'role-given'
  | 'role-taken'
  | 'removed'
  | 'token-made'
  | 'token-ended'
