import type { WritingDown } from '../../ports/people.ts'
import { type Account, everyCollection, type Invitation } from '../../team/account.ts'
import { isOpen, lasts, later } from '../../team/expiry.ts'
import type { Role } from '../../team/roles.ts'
import { flawOfName, flawOfPassword } from '../../team/words-allowed.ts'
import { digestOf, idOf, newId, newSecret } from './secret.ts'
import { endLinks, endSessions, endTokens, fact, NotPossible, present, type Team } from './team.ts'

/** A link that was made, with what it holds: shown once. */
export interface Made {
  readonly invitation: Invitation
  readonly shown: string
}

/** The link with which the first administrator begins; undefined where somebody looks after everything already. */
export async function setUp(team: Team): Promise<Made | undefined> {
  return team.people.write(async (writing) => {
    if (await hasSteward(writing)) return undefined
    const fresh = { kind: 'set-up', account: null, email: null, collection: everyCollection, role: 'admin' } as const
    return made(team, writing, fresh, 'headwater')
  })
}

/** Invites somebody to a collection, or with `*` to all. */
export const invite = (
  team: Team,
  to: { readonly collection: string; readonly role: Role; readonly email?: string | undefined },
  by: string,
): Promise<Made> =>
  team.people.write((writing) =>
    made(
      team,
      writing,
      {
        kind: 'invite',
        account: null,
        collection: to.collection,
        role: to.role,
        email: to.email?.toLowerCase() ?? null,
      },
      by,
    ),
  )

/** A link with which somebody sets a new password; it ends nothing before it is used. */
export const reset = (team: Team, name: string, by: string): Promise<Made> =>
  team.people.write(async (writing) => {
    const { id } = await present(writing, { name })
    return made(team, writing, { kind: 'reset', account: id, email: null, collection: null, role: null }, by)
  })

async function made(
  team: Team,
  writing: WritingDown,
  what: Pick<Invitation, 'kind' | 'account' | 'email' | 'collection' | 'role'>,
  by: string,
): Promise<Made> {
  const { shown, digest } = newSecret()
  const now = team.now()
  const invitation = { ...what, digest, by, createdAt: now, expiresAt: later(now, lasts[what.kind]), usedAt: null }
  await writing.keepInvitation(invitation)
  const { kind, email, collection, role } = what
  const account = what.account === null ? null : ((await writing.account({ id: what.account }))?.name ?? null)
  await writing.addLine(fact(team, 'invited', by, { kind, account, email, collection, role }))
  return { invitation, shown }
}

/** A link as it is shown to whoever has opened it; for a reset, with the name of the account. */
export async function opened(
  team: Team,
  shown: string,
): Promise<{ readonly invitation: Invitation; readonly name: string | null }> {
  const invitation = await team.people.invitation(digestOf(shown))
  if (!invitation || !isOpen(invitation, team.now())) throw spent()
  const { account } = invitation
  return { invitation, name: account === null ? null : (await present(team.people, { id: account })).name }
}

/** Accepts a link: an account is made, or its password set. The link works no more. */
export async function accept(
  team: Team,
  shown: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Account> {
  const { invitation, name: known } = await opened(team, shown)
  const flaw = (known === null ? flawOfName(name) : undefined) ?? flawOfPassword(password, known ?? name)
  if (flaw) throw new NotPossible('wrong', flaw)
  const hash = await team.passwords.hash(password)
  const account = await team.people.write(async (writing) => {
    const now = team.now()
    const again = await writing.invitation(invitation.digest)
    if (!again || !isOpen(again, now)) throw spent()
    if (invitation.kind === 'set-up' && (await hasSteward(writing))) throw spent()
    await writing.keepInvitation({ ...again, usedAt: now })
    if (invitation.account !== null) {
      const changed = { ...(await present(writing, { id: invitation.account })), password: hash }
      await writing.keepAccount(changed)
      await endSessions(writing, changed.id)
      // Who asks for a link has forgotten the password, or fears that somebody else was here: nothing that was given out before goes on.
      await endTokens(team, writing, changed, changed.name)
      await endLinks(writing, now, (link) => link.account === changed.id)
      await writing.addLine(fact(team, 'password-changed', changed.name, { with: 'link', by: invitation.by }))
      return changed
    }
    // Each start of a server without anybody printed one.
    if (invitation.kind === 'set-up') await endLinks(writing, now, ({ kind }) => kind === 'set-up')
    return join(team, writing, { name, password: hash, email: invitation.email, grants: [invitation] })
  })
  team.changed()
  return account
}

/** A link that works still, as it is listed: by whom, for what, until when. What it holds is known to nobody here. */
export interface OpenLink
  extends Pick<Invitation, 'kind' | 'email' | 'collection' | 'role' | 'by' | 'createdAt' | 'expiresAt'> {
  /** What it is called when it is withdrawn. */
  readonly id: string
  /** Whose password it sets. */
  readonly name: string | null
}

/**
 * The links that were given out and work still, the oldest first.
 *
 * @param collection only invitations to this one
 */
export async function openLinks({ people, now }: Team, collection?: string): Promise<readonly OpenLink[]> {
  const at = now()
  const links: OpenLink[] = []
  for (const link of await people.invitations()) {
    if (!isOpen(link, at) || !isOf(link, collection)) continue
    const { kind, email, role, by, createdAt, expiresAt, account } = link
    const name = account === null ? null : ((await people.account({ id: account }))?.name ?? null)
    links.push({ id: idOf(link), kind, name, email, collection: link.collection, role, by, createdAt, expiresAt })
  }
  return links
}

/** Withdraws a link that nobody has used yet. */
export const withdraw = (team: Team, id: string, by: string, collection?: string): Promise<void> =>
  team.people.write(async (writing) => {
    const now = team.now()
    const link = (await writing.invitations()).find((one) => idOf(one) === id && isOpen(one, now))
    if (!link || !isOf(link, collection))
      throw new NotPossible('unknown', 'There is no such link, or it was used or withdrawn, or is too old.')
    await writing.keepInvitation({ ...link, usedAt: now })
    const { kind, email, role, by: from, account } = link
    const name = account === null ? null : ((await writing.account({ id: account }))?.name ?? null)
    await writing.addLine(
      fact(team, 'withdrawn', by, { kind, account: name, email, collection: link.collection, role, from }),
    )
  })

/** Whether a link is an invitation to a collection; any link is where none is named. */
const isOf = (link: Invitation, collection: string | undefined): boolean =>
  collection === undefined || (link.kind === 'invite' && link.collection === collection)

/** Makes an account, with the roles that invitations give. */
export async function join(
  team: Team,
  writing: WritingDown,
  who: Pick<Account, 'name' | 'password' | 'email'> &
    Partial<Pick<Account, 'issuer' | 'subject'>> & {
      readonly grants: readonly Pick<Invitation, 'collection' | 'role'>[]
    },
): Promise<Account> {
  const { grants, name, password, email, issuer = null, subject = null } = who
  if (await writing.account({ name })) throw new NotPossible('conflict', 'Somebody has this name, or had it.')
  const account = { id: newId(), name, email, password, issuer, subject, createdAt: team.now(), removedAt: null }
  await writing.keepAccount(account)
  await writing.addLine(fact(team, 'joined', name, { email, issuer }))
  for (const { collection, role } of grants) {
    if (collection === null || role === null) continue
    await writing.grant(account.id, collection, role)
    await writing.addLine(fact(team, 'role-given', name, { to: name, collection, role }))
  }
  return account
}

/** Whether somebody is there who looks after everything. */
export async function hasSteward(writing: Pick<WritingDown, 'accounts' | 'grants'>): Promise<boolean> {
  const removed = new Set((await writing.accounts()).filter((one) => one.removedAt !== null).map(({ id }) => id))
  return (await writing.grants()).some(
    ({ account, collection, role }) => collection === everyCollection && role === 'admin' && !removed.has(account),
  )
}

const spent = (): NotPossible =>
  new NotPossible('unknown', 'This link was used already, or it is too old; ask whoever gave it to you for a new one.')
