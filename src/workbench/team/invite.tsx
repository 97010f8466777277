import { type FormEvent, useState } from 'react'
import { roles } from '../../team/roles.ts'
import { sendServer } from '../answers/ask.ts'
import type { LinkAnswer } from '../answers/shapes.ts'
import { words } from '../words.ts'
import { Refused } from './refused.tsx'
import { fieldsOf, useSending } from './sending.ts'
import { ShownOnce } from './shown-once.tsx'

/** Makes a link for somebody new. */
export function Invite({ path, places }: { readonly path: string; readonly places?: readonly string[] }) {
  const { problem, busy, sending } = useSending()
  const [link, setLink] = useState<LinkAnswer>()
  const invite = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { email = '', ...rest } = fieldsOf(event.currentTarget)
    const asked = email === '' ? rest : { ...rest, email }
    const made = await sending(() => sendServer<LinkAnswer>('POST', path, asked))
    if (made) setLink(made.given)
  }
  return (
    <section aria-label={words.team.invite}>
      <form className="filters" onSubmit={(event) => void invite(event)}>
        {places && (
          <label>
            {words.collections.columns.name}
            <select name="collection" defaultValue={places[1] ?? '*'}>
              {places.map((place) => (
                <option key={place} value={place}>
                  {place === '*' ? words.team.everyCollection : place}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.team.role}
          <select name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {words.team.roleNames[role]}
              </option>
            ))}
          </select>
        </label>
        <label className="grow">
          {words.team.email}
          <input name="email" type="email" autoComplete="off" />
        </label>
        <button type="submit" disabled={busy}>
          {words.team.invite}
        </button>
      </form>
      {problem && <Refused problem={problem} />}
      {link && <ShownOnce what={words.team.linkShown} words={link.address} />}
    </section>
  )
}
