import type { WritingDown } from '../../ports/people.ts'
import type { Account, Session } from '../../team/account.ts'
import { isOver, lasts, since } from '../../team/expiry.ts'
import { flawOfPassword } from '../../team/words-allowed.ts'
import { digestOf, idOf, newSecret } from './secret.ts'
import { endLinks, endSessions, endTokens, fact, NotPossible, present, type Team, WrongPassword } from './team.ts'

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

/**
 * Changes somebody's own password, and ends all else that lets in: every session of theirs but this one, links, and their tokens, unless they
 * want to keep them.
 */
export async function changePassword(
  team: Team,
  { account, session }: SignedIn,
  { before, after, keepTokens = false }: { readonly before: string; readonly after: string; keepTokens?: boolean },
): Promise<void> {
  const flaw = flawOfPassword(after, account.name)
  if (flaw) throw new NotPossible('wrong', flaw)
  await compared(team, account, before)
  const password = await team.passwords.hash(after)
  await team.people.write(async (writing) => {
    const kept = await unchanged(writing, account)
    await writing.keepAccount({ ...kept, password })
    await endSessions(writing, account.id, session.digest)
    if (!keepTokens) await endTokens(team, writing, account, account.name)
    await endLinks(writing, team.now(), (link) => link.account === account.id)
    await writing.addLine(fact(team, 'password-changed', account.name))
  })
  team.changed()
}

/**
 * Asks whoever is signed in to show once more who they are, before something that outlives their session: with their password, or for who
 * has none by having signed in a short while ago. A browser that was left open, or a cookie that was stolen, is not enough.
 */
export async function showAgain(
  team: Team,
  { account, session }: SignedIn,
  password: string | undefined,
): Promise<void> {
  if (account.password === null) {
    if (since(session.createdAt, team.now()) > lasts.session.fresh)
      throw new NotPossible('stale', 'You signed in a while ago; sign out, sign in again, and then do this.')
  } else await compared(team, account, password ?? '')
}

/** Somebody at a browser that is signed in who does not know the password may be somebody else: that stands in the log. */
async function compared(team: Team, account: Account, password: string): Promise<void> {
  if (await team.passwords.matches(password, account.password)) return
  await team.people.write((writing) =>
    writing.addLine(fact(team, 'sign-in-failed', account.name, { with: 'password', while: 'signed in' })),
  )
  throw new WrongPassword()
}

/** The account as it is, which has the password that was just compared with. */
export async function unchanged(writing: Pick<WritingDown, 'account'>, account: Account): Promise<Account> {
  const kept = await present(writing, { id: account.id })
  if (kept.password !== account.password) throw new NotPossible('conflict', 'Your password was changed meanwhile.')
  return kept
}
