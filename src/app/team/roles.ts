import type { WritingDown } from '../../ports/people.ts'
import { type Account, everyCollection } from '../../team/account.ts'
import { roleIn } from '../../team/allowed.ts'
import type { Role } from '../../team/roles.ts'
import { hasSteward } from './invitations.ts'
import { endLinks, endSessions, endTokens, fact, NotPossible, present, type Team } from './team.ts'

/** Gives somebody a role in a collection (`*` for all) in place of the one they have there; null takes it away. */
export async function giveRole(
  team: Team,
  { name, collection, role }: { readonly name: string; readonly collection: string; readonly role: Role | null },
  by: string,
): Promise<void> {
  await team.people.write(async (writing) => {
    const { id } = await present(writing, { name })
    const before = (await writing.grants(id)).find((one) => one.collection === collection)
    if (role === null && !before) throw new NotPossible('unknown', 'They have no role there.')
    await writing.grant(id, collection, role)
    if (collection === everyCollection && !(await hasSteward(writing))) throw lastOne()
    if (before?.role === 'admin' && role !== 'admin') await endLinksOf(team, writing, { id, name })
    await writing.addLine(
      fact(team, role === null ? 'role-taken' : 'role-given', by, {
        to: name,
        collection,
        role: role ?? before?.role ?? null,
      }),
    )
  })
  team.changed()
}

/** Removes somebody: they are signed out everywhere, and what they showed works no more. Their name stays theirs. */
export async function remove(team: Team, name: string, by: string): Promise<void> {
  await team.people.write(async (writing) => {
    const account = await present(writing, { name })
    for (const { collection } of await writing.grants(account.id)) await writing.grant(account.id, collection, null)
    if (!(await hasSteward(writing))) throw lastOne()
    await endSessions(writing, account.id)
    await endLinksOf(team, writing, account)
    await endTokens(team, writing, account, by)
    await writing.keepAccount({
      ...account,
      ...{ email: null, password: null, issuer: null, subject: null },
      removedAt: team.now(),
    })
    await writing.addLine(fact(team, 'removed', by, { who: name }))
  })
  team.changed()
}

/** What somebody gave out who may give it no longer would let them in again, by another name. */
async function endLinksOf(team: Team, writing: WritingDown, { id, name }: Pick<Account, 'id' | 'name'>): Promise<void> {
  const grants = await writing.grants(id)
  await endLinks(
    writing,
    team.now(),
    ({ kind, by, collection }) =>
      kind !== 'set-up' && by === name && roleIn(grants, collection ?? everyCollection) !== 'admin',
  )
}

const lastOne = (): NotPossible =>
  new NotPossible('conflict', 'Nobody would be left who looks after everything; give somebody else that role first.')
