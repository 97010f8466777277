import { type FormEvent, useState } from 'react'
import { isOwnPlace } from '../../team/words-allowed.ts'
import { useAddress } from '../address/navigation.tsx'
import { apiHref, sendServer } from '../answers/ask.ts'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { useMe } from './me.ts'
import { Refused } from './refused.tsx'
import { fieldsOf, useSending } from './sending.ts'

/** Name and password, or somebody elsewhere who knows them. */
export function SignInPage() {
  const { query } = useAddress()
  const { value: me } = useMe()
  const { problem, busy, sending } = useSending()
  const [tried, setTried] = useState(false)
  const asked = query.get('to') ?? '/'
  const to = isOwnPlace(asked) ? asked : '/'
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { name = '', password = '' } = fieldsOf(event.currentTarget)
    setTried(true)
    const done = await sending(() => sendServer('POST', '/sign-in', { name: name.trim(), password }))
    // Anew, so that nothing of whoever was here before is left.
    if (done) location.assign(to)
  }
  return (
    <Page title={words.team.signIn}>
      <div className="narrow">
        {query.get('failed') !== null && !tried && (
          <p role="alert" className="warn-words">
            {words.team.failedElsewhere}
          </p>
        )}
        <form className="stack" onSubmit={(event) => void signIn(event)}>
          <label>
            {words.team.name}
            <input name="name" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
          </label>
          <label>
            {words.team.password}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <button type="submit" className="primary" disabled={busy}>
            {words.team.signIn}
          </button>
          {problem && <Refused problem={problem} />}
        </form>
        {me?.identity && (
          <p>
            {/* Not a place of the workbench: it leads to the provider. */}
            <a className="button" href={apiHref(`/sign-in/openid?to=${encodeURIComponent(to)}`)}>
              {words.team.signInWith(me.identity)}
            </a>
          </p>
        )}
        <p className="soft">{words.team.forgot}</p>
      </div>
    </Page>
  )
}
