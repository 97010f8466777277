import { type Account, type ApiToken, everyCollection, type Grant, type Scope } from '../../team/account.ts'
import { roleIn } from '../../team/allowed.ts'
import { lasts, later, since } from '../../team/expiry.ts'
import { digestOf, newId, newSecret } from './secret.ts'
import { type SignedIn, showAgain, unchanged } from './sign-in.ts'
import { fact, NotPossible, type Team } from './team.ts'

/**
 * Makes a token for somebody's programs; what it holds is shown once. It lives longer than the session it is made in, so that whoever makes
 * one shows again who they are.
 */
export async function makeToken(
  team: Team,
  { account, session }: SignedIn,
  asked: { readonly label: string; readonly collection: string; readonly scope: Scope; readonly days: number },
  password: string | undefined,
): Promise<{ readonly token: ApiToken; readonly shown: string }> {
  await showAgain(team, { account, session }, password)
  const { shown, digest } = newSecret(tokenPrefix)
  const now = team.now()
  const { label, collection, scope, days } = asked
  const token: ApiToken = {
    ...{ id: newId(), digest, account: account.id, label, collection, scope },
    createdAt: now,
    expiresAt: later(now, Math.min(days * 86_400_000, lasts.token.most)),
    seenAt: null,
  }
  await team.people.write(async (writing) => {
    await unchanged(writing, account)
    // It may have been ended while the password was compared.
    if (!(await writing.session(session.digest))) throw new NotPossible('stale', 'You were signed out meanwhile.')
    if (collection !== everyCollection && roleIn(await writing.grants(account.id), collection) === undefined)
      throw new NotPossible('unknown', 'There is no collection of this name, or none that you may see.')
    if ((await writing.tokens(account.id)).length >= mostTokens)
      throw new NotPossible('conflict', `You have ${mostTokens} tokens; end one first.`)
    await writing.keepToken(token)
    await writing.addLine(fact(team, 'token-made', account.name, { id: token.id, label, collection, scope }))
  })
  return { token, shown }
}

/** Tells what it is where it turns up by mistake, to people and to programs that look for such things. */
export const tokenPrefix = 'headwater_'

const mostTokens = 50

export async function endToken(team: Team, account: Account, id: string): Promise<void> {
  await team.people.write(async (writing) => {
    const token = (await writing.tokens(account.id)).find((one) => one.id === id)
    if (!token) throw new NotPossible('unknown', 'You have no such token.')
    await writing.endToken(token.digest)
    await writing.addLine(fact(team, 'token-ended', account.name, { id, label: token.label }))
  })
  team.changed()
}

/** Whose token this is; undefined where it is none, or too old. */
export async function tokenShown(
  team: Team,
  shown: string,
): Promise<{ readonly account: Account; readonly token: ApiToken } | undefined> {
  const { people } = team
  const token = await people.token(digestOf(shown))
  const now = team.now()
  if (!token || now >= token.expiresAt) return undefined
  const account = await people.account({ id: token.account })
  if (!account || account.removedAt !== null) return undefined
  if (token.seenAt === null || since(token.seenAt, now) > 3_600_000)
    await people.write(async (writing) => {
      if (await writing.token(token.digest)) await writing.keepToken({ ...token, seenAt: now })
    })
  return { account, token }
}

/** The roles that a token may use: those its owner has where it is for. */
export const grantsFor = ({ collection }: ApiToken, grants: readonly Grant[]): readonly Grant[] => {
  if (collection === everyCollection) return grants
  const role = roleIn(grants, collection)
  return role === undefined ? [] : [{ account: grants[0]?.account ?? '', collection, role }]
}
