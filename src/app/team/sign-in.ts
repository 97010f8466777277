import type { Account, Session } from '../../team/account.ts'
import { isOver, since } from '../../team/expiry.ts'
import { flawOfPassword } from '../../team/words-allowed.ts'
import { digestOf, newSecret } from './secret.ts'
import { endLinks, endSessions, fact, NotPossible, present, type Team } from './team.ts'

/** Somebody with the browser that they are signed in with. */
export interface SignedIn {
  readonly account: Account
  readonly session: Session
}

/** A session that was begun, with what its cookie holds. */
export interface Begun extends SignedIn {
  readonly shown: string
}

/** Signs somebody in by name and password; undefined where they do not fit, which takes as long for a name that nobody has. */
export async function signIn(
  team: Team,
  { name, password, agent }: { readonly name: string; readonly password: string; readonly agent: string },
): Promise<Begun | undefined> {
  const { people, passwords } = team
  const account = await people.account({ name })
  const fits = await passwords.matches(password, account?.password ?? null)
  if (!account || !fits || account.removedAt !== null) {
    // What was typed as a name may be a password.
    const known = account === undefined ? 'somebody unknown' : account.name
    await people.write((writing) => writing.addLine(fact(team, 'sign-in-failed', known, { with: 'password' })))
    return undefined
  }
  const renewed =
    account.password !== null && passwords.isWeak(account.password) ? await passwords.hash(password) : undefined
  // Comparing takes a while, and the password may have been changed meanwhile: then the new one is what counts.
  return (await begunAs(team, account, agent, 'password', renewed)) ?? signIn(team, { name, password, agent })
}

/** Begins a session for somebody whose right to it was shown. Its id is new, whatever the browser had before. */
export async function begin(team: Team, account: Account, agent: string, by: string): Promise<Begun> {
  const begun = await begunAs(team, account, agent, by)
  if (!begun) throw new NotPossible('conflict', 'This account was changed at the same moment; sign in again.')
  return begun
}

/** Undefined where the account was removed, or got another password, since it was looked at. */
async function begunAs(
  team: Team,
  account: Account,
  agent: string,
  by: string,
  renewed = account.password,
): Promise<Begun | undefined> {
  const { shown, digest } = newSecret()
  const now = team.now()
  const session = { digest, account: account.id, createdAt: now, seenAt: now, agent: agent.slice(0, 200) }
  return team.people.write(async (writing) => {
    const kept = await writing.account({ id: account.id })
    if (!kept || kept.removedAt !== null || kept.password !== account.password) return undefined
    if (renewed !== kept.password) await writing.keepAccount({ ...kept, password: renewed })
    for (const old of await writing.sessions(account.id)) if (isOver(old, now)) await writing.endSession(old.digest)
    await writing.keepSession(session)
    await writing.addLine(fact(team, 'signed-in', account.name, { with: by }))
    return { account: { ...kept, password: renewed }, session, shown }
  })
}

/** Whoever has this in their cookie; undefined where the session has ended, by itself or by somebody. */
export async function signedIn(team: Team, shown: string): Promise<SignedIn | undefined> {
  const { people } = team
  const session = await people.session(digestOf(shown))
  if (!session || isOver(session, team.now())) return undefined
  const account = await people.account({ id: session.account })
  return account && account.removedAt === null ? { account, session } : undefined
}

/** Writes down that a session was used; once in a while is enough. */
export async function seen({ people, now }: Team, session: Session): Promise<void> {
  const at = now()
  if (since(session.seenAt, at) < 60_000) return
  await people.write(async (writing) => {
    // It may have been ended meanwhile.
    if (await writing.session(session.digest)) await writing.keepSession({ ...session, seenAt: at })
  })
}

export async function signOut(team: Team, { account, session }: SignedIn): Promise<void> {
  await team.people.write(async (writing) => {
    await writing.endSession(session.digest)
    await writing.addLine(fact(team, 'signed-out', account.name))
  })
  team.changed()
}

/** What a session goes by where it is shown: the beginning of its digest. */
export const idOf = ({ digest }: Session): string => digest.slice(0, 16)

/** The browsers somebody is signed in with. */
export async function sessionsOf({ people, now }: Team, account: Account): Promise<readonly Session[]> {
  return (await people.sessions(account.id)).filter((session) => !isOver(session, now()))
}

/** Ends one of somebody's own sessions. */
export async function endSession(team: Team, account: Account, id: string): Promise<void> {
  await team.people.write(async (writing) => {
    const session = (await writing.sessions(account.id)).find((one) => idOf(one) === id)
    if (!session) throw new NotPossible('unknown', 'You are not signed in there.')
    await writing.endSession(session.digest)
    await writing.addLine(fact(team, 'session-ended', account.name, { session: id }))
  })
  team.changed()
}

/** Changes somebody's own password, and ends every session of theirs but this one. */
export async function changePassword(
  team: Team,
  { account, session }: SignedIn,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<void> {
  const flaw = flawOfPassword(after, account.name)
  if (flaw) throw new NotPossible('wrong', flaw)
  if (!(await team.passwords.matches(before, account.password)))
    throw new NotPossible('wrong', 'That is not your password.')
  const password = await team.passwords.hash(after)
  await team.people.write(async (writing) => {
    const kept = await present(writing, { id: account.id })
    if (kept.password !== account.password) throw new NotPossible('conflict', 'Your password was changed meanwhile.')
    await writing.keepAccount({ ...kept, password })
    await endSessions(writing, account.id, session.digest)
    await endLinks(writing, team.now(), (link) => link.account === account.id)
    await writing.addLine(fact(team, 'password-changed', account.name))
  })
  team.changed()
}
