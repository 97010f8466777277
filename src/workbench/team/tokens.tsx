import { type FormEvent, useState } from 'react'
import { dayOf } from '../../export/view/day-words.ts'
import { scopes } from '../../team/account.ts'
import { Written } from '../../views/parts/written.tsx'
import { sendServer, useAskServer } from '../answers/ask.ts'
import type { TokenAnswer } from '../answers/shapes.ts'
import { useCollections } from '../collections/known.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'
import { Refused } from './refused.tsx'
import { fieldsOf, useSending } from './sending.ts'
import { ShownOnce } from './shown-once.tsx'

/** What somebody's programs show instead of a password. */
export function Tokens({ hasPassword }: { readonly hasPassword: boolean }) {
  const asked = useAskServer<readonly TokenAnswer[]>('/me/tokens')
  const { value: collections = [] } = useCollections()
  const { problem, busy, sending } = useSending()
  const [shown, setShown] = useState<string>()
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const { days, ...rest } = fieldsOf(form)
    const made = await sending(() =>
      sendServer<{ readonly shown: string }>('POST', '/me/tokens', { ...rest, days: Number(days) }),
    )
    if (!made) return
    setShown(made.given.shown)
    form.reset()
  }
  return (
    <section className="part" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{words.team.tokens}</h2>
      <p className="soft">
        {words.team.tokensLead} {!hasPassword && words.team.tokenFresh}
      </p>
      <form className="filters" onSubmit={(event) => void make(event)}>
        <label className="grow">
          {words.team.tokenFor}
          <input name="label" maxLength={100} required />
        </label>
        <label>
          {words.collections.columns.name}
          <select name="collection">
            <option value="*">{words.team.everyCollection}</option>
            {collections.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          {words.team.scope}
          <select name="scope">
            {scopes.map((scope) => (
              <option key={scope} value={scope}>
                {words.team.scopes[scope]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.team.days}
          <input name="days" type="number" min={1} max={366} defaultValue={90} required />
        </label>
        {hasPassword && (
          <label>
            {words.team.tokenPassword}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
        )}
        <button type="submit" disabled={busy}>
          {words.team.makeToken}
        </button>
      </form>
      {problem && <Refused problem={problem} />}
      {shown && <ShownOnce what={words.team.tokenShown} words={shown} />}
      <Answered asked={asked} lines={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{words.team.noTokens}</p>
          ) : (
            <ul className="plain-list bare">
              {rows.map(({ id, label, collection, scope, expiresAt, seenAt }) => (
                <li key={id} className="follow">
                  <Written most={100}>{label}</Written>{' '}
                  <span className="soft">
                    {words.team.tokenLine(
                      words.team.scopes[scope],
                      collection === '*' ? words.team.everyCollection : collection,
                      dayOf(expiresAt),
                      seenAt === null ? null : dayOf(seenAt),
                    )}
                  </span>{' '}
                  <button
                    type="button"
                    className="quiet small"
                    aria-label={words.team.endToken(label)}
                    onClick={() => void sending(() => sendServer('DELETE', `/me/tokens/${encodeURIComponent(id)}`))}
                  >
                    {words.team.endThis}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}
