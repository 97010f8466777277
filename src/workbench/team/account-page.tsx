import { type FormEvent, useState } from 'react'
import { dayAndHour } from '../../export/view/day-words.ts'
import { Written } from '../../views/parts/written.tsx'
import { isProblem, type Problem, sendServer, useAskServer } from '../answers/ask.ts'
import type { SessionAnswer } from '../answers/shapes.ts'
import { Answered } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { browserName } from './browser-name.ts'
import { useMe } from './me.ts'
import { Refused } from './refused.tsx'
import { fieldsOf, useSending } from './sending.ts'
import { Tokens } from './tokens.tsx'

/** What somebody's own: password, browsers, tokens, and the way out. */
export function AccountPage() {
  const { value: me } = useMe()
  const [problem, setProblem] = useState<Problem>()
  const signOut = async (): Promise<void> => {
    // Nothing is asked anew: whoever is gone would be led back here.
    try {
      await sendServer('POST', '/sign-out')
      location.assign('/sign-in')
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
    }
  }
  return (
    <Page
      title={me?.name ?? words.team.account}
      kicker={words.team.account}
      actions={
        <button type="button" onClick={() => void signOut()}>
          {words.team.signOut}
        </button>
      }
    >
      {problem && <Refused problem={problem} />}
      {me?.hasPassword && <Password name={me.name ?? ''} />}
      <Sessions />
      <Tokens hasPassword={me?.hasPassword ?? true} />
    </Page>
  )
}

function Password({ name }: { readonly name: string }) {
  const { problem, busy, sending } = useSending()
  const [changed, setChanged] = useState(false)
  const change = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const { before, after, keepTokens } = fieldsOf(form)
    const asked = { before, after, keepTokens: keepTokens !== undefined }
    const done = await sending(() => sendServer('POST', '/me/password', asked))
    setChanged(done !== undefined)
    if (done) form.reset()
  }
  return (
    <section className="part" aria-labelledby="password-title">
      <h2 id="password-title">{words.team.password}</h2>
      <form className="stack narrow" onSubmit={(event) => void change(event)}>
        <input name="name" autoComplete="username" defaultValue={name} readOnly hidden />
        <label>
          {words.team.oldPassword}
          <input name="before" type="password" autoComplete="current-password" required />
        </label>
        <label>
          {words.team.newPassword}
          <input
            name="after"
            type="password"
            autoComplete="new-password"
            minLength={15}
            required
            aria-describedby="password-hint"
          />
        </label>
        <small id="password-hint" className="soft">
          {words.team.passwordHint}
        </small>
        <label className="inline">
          <input name="keepTokens" type="checkbox" aria-describedby="keep-tokens-hint" />
          {words.team.keepTokens}
        </label>
        <small id="keep-tokens-hint" className="soft">
          {words.team.keepTokensHint}
        </small>
        <button type="submit" disabled={busy}>
          {words.team.changePassword}
        </button>
        <span role="status">{changed && words.team.passwordChanged}</span>
        {problem && <Refused problem={problem} />}
      </form>
    </section>
  )
}

function Sessions() {
  const asked = useAskServer<readonly SessionAnswer[]>('/me/sessions')
  const { problem, sending } = useSending()
  return (
    <section className="part" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{words.team.sessions}</h2>
      {problem && <Refused problem={problem} />}
      <Answered asked={asked} lines={2}>
        {(rows) => (
          <ul className="plain-list bare">
            {rows.map(({ id, agent, seenAt, isThis }) => (
              <li key={id} className="follow">
                <span title={agent.slice(0, 200)}>
                  <Written most={120}>{browserName(agent) ?? (agent || words.team.unknownBrowser)}</Written>
                </span>{' '}
                <span className="soft">{isThis ? words.team.thisOne : words.team.seen(dayAndHour(seenAt))}</span>{' '}
                {!isThis && (
                  <button
                    type="button"
                    className="quiet small"
                    onClick={() => void sending(() => sendServer('DELETE', `/me/sessions/${id}`))}
                  >
                    {words.team.endThis}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}
