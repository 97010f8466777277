import { here } from '../address/navigation.tsx'
import { ofCollection, send } from '../answers/ask.ts'
import { useGet } from '../answers/get.ts'
import { Answered } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { Invite } from './invite.tsx'
import { NeedsRole } from './needs-role.tsx'
import { OpenLinks } from './open-links.tsx'
import { RoleChoice } from './people-page.tsx'
import { Refused } from './refused.tsx'
import { useSending } from './sending.ts'

/** Who may see this collection, for its admins. */
export function MembersPage() {
  return (
    <Page title={words.rooms.members} lead={<p>{words.team.membersLead}</p>}>
      <NeedsRole least="admin">
        <Invite path={ofCollection('/people/invitations')} />
        <Members />
        <OpenLinks path={ofCollection('/people/invitations')} />
      </NeedsRole>
    </Page>
  )
}

function Members() {
  const asked = useGet('/people', {})
  const { problem, sending } = useSending()
  return (
    <>
      {problem && <Refused problem={problem} />}
      <Answered asked={asked}>
        {(rows) => (
          <ul className="plain-list bare members">
            {rows.map(({ name, role, isEverywhere }) => (
              <li key={name} className="follow">
                <span>{name}</span>
                {isEverywhere ? (
                  <span className="soft">{words.team.everywhere(words.roles[role])}</span>
                ) : (
                  <RoleChoice
                    who={name}
                    collection={here().collection ?? ''}
                    role={role}
                    change={(next) =>
                      void sending(() => send('POST', `/people/${encodeURIComponent(name)}`, { role: next }))
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </>
  )
}
