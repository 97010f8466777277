import type { Identity } from '../../ports/identity.ts'
import type { Account } from '../../team/account.ts'
import { isOpen } from '../../team/expiry.ts'
import { flawOfName } from '../../team/words-allowed.ts'
import { join } from './invitations.ts'
import type { Team } from './team.ts'

/**
 * The account of somebody who comes from an identity provider. They are known by issuer and subject alone: an e-mail address or a name that
 * is the same as somebody's makes them nobody else. The first time makes an account, with the roles that invitations to their verified
 * address give, and with none where there are none.
 */
export async function cameFromElsewhere(team: Team, identity: Identity): Promise<Account> {
  const { issuer, subject, verifiedEmail: email } = identity
  const account = await team.people.write(async (writing) => {
    const known = await writing.account({ issuer, subject })
    if (known) return known
    const now = team.now()
    const invitations =
      email === null
        ? []
        : (await writing.invitations()).filter(
            (one) => one.kind === 'invite' && one.email === email && isOpen(one, now),
          )
    for (const invitation of invitations) await writing.keepInvitation({ ...invitation, usedAt: now })
    const taken = new Set((await writing.accounts()).map(({ name }) => name))
    const name = freeName(identity, taken)
    return join(team, writing, { name, password: null, email, issuer, subject, grants: invitations })
  })
  team.changed()
  return account
}

/** What they would like to be called, as far as it is a name here, with a number where somebody has it. */
function freeName({ called, verifiedEmail }: Identity, taken: ReadonlySet<string>): string {
  const wanted = (called ?? verifiedEmail?.split('@')[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '')
    .replace(/^[._-]+/, '')
    .slice(0, 30)
  const base = flawOfName(wanted) === undefined ? wanted : 'colleague'
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`
  return name
}
