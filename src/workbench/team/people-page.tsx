import { useState } from 'react'
import { type Role, roles } from '../../team/roles.ts'
import { ColumnHeads } from '../../views/parts/column-heads.tsx'
import { Written } from '../../views/parts/written.tsx'
import { sendServer, useAskServer } from '../answers/ask.ts'
import type { LinkAnswer, PersonAnswer } from '../answers/shapes.ts'
import { useCollections } from '../collections/known.ts'
import { Answered } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { Invite } from './invite.tsx'
import { OpenLinks } from './open-links.tsx'
import { PeopleLog } from './people-log.tsx'
import { Refused } from './refused.tsx'
import { useSending } from './sending.ts'
import { ShownOnce } from './shown-once.tsx'

/** Everybody, with their roles, for those who look after them. */
export function PeoplePage() {
  const asked = useAskServer<readonly PersonAnswer[]>('/people')
  const { value: collections = [] } = useCollections()
  const { problem, sending } = useSending()
  const [link, setLink] = useState<LinkAnswer>()
  const places = ['*', ...collections.map(({ name }) => name)]
  const at = (name: string): string => `/people/${encodeURIComponent(name)}`
  const reset = async (name: string): Promise<void> => {
    const made = await sending(() => sendServer<LinkAnswer>('POST', `${at(name)}/reset`))
    if (made) setLink(made.given)
  }
  return (
    <Page title={words.team.people} lead={<p>{words.team.peopleLead}</p>}>
      <Invite key={places.join(' ')} places={places} path="/people/invitations" />
      {problem && <Refused problem={problem} />}
      {link && <ShownOnce what={words.team.linkShown} words={link.address} />}
      <Answered asked={asked} whole>
        {(rows) => (
          <table className="list people">
            <ColumnHeads names={words.team.columns} />
            <tbody>
              {rows
                .filter(({ removedAt }) => removedAt === null)
                .map(({ name, email, grants }) => (
                  <tr key={name}>
                    <th scope="row">
                      {name}
                      {email && (
                        <span className="soft block">
                          <Written most={80}>{email}</Written>
                        </span>
                      )}
                    </th>
                    <td data-label={words.team.columns.roles}>
                      {places.map((collection) => (
                        <RoleChoice
                          key={collection}
                          who={name}
                          collection={collection}
                          role={grants.find((one) => one.collection === collection)?.role}
                          change={(role) =>
                            void sending(() => sendServer('POST', `${at(name)}/roles`, { collection, role }))
                          }
                        />
                      ))}
                    </td>
                    <td data-label={words.team.columns.do}>
                      <button
                        type="button"
                        className="quiet small"
                        aria-label={words.team.resetOf(name)}
                        onClick={() => void reset(name)}
                      >
                        {words.team.reset}
                      </button>
                      <Remove name={name} remove={() => void sending(() => sendServer('DELETE', at(name)))} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Answered>
      <OpenLinks path="/people/invitations" />
      <PeopleLog />
    </Page>
  )
}

/** What somebody is in one collection, or in all. */
export function RoleChoice({
  who,
  collection,
  role,
  change,
}: {
  readonly who: string
  readonly collection: string
  readonly role: Role | undefined
  readonly change: (role: Role | null) => void
}) {
  const where = collection === '*' ? words.team.everyCollection : collection
  return (
    <label className="role-choice">
      <span className="soft">{where}</span>
      <select
        value={role ?? ''}
        aria-label={words.team.roleOf(who, where)}
        onChange={({ target }) => change(roles.find((one) => one === target.value) ?? null)}
      >
        <option value="">{words.team.noRole}</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {words.team.roleNames[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Asked twice: it cannot be taken back. */
function Remove({ name, remove }: { readonly name: string; readonly remove: () => void }) {
  const [sure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="quiet small"
      aria-label={sure ? words.team.removeSure(name) : words.team.removeOf(name)}
      onClick={() => (sure ? remove() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {sure ? words.team.sure : words.team.remove}
    </button>
  )
}
