import { type FormEvent, useEffect, useState } from 'react'
import { isProblem, type Problem, sendServer } from '../answers/ask.ts'
import type { InvitationAnswer } from '../answers/shapes.ts'
import { Loading } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { Refused } from './refused.tsx'
import { fieldsOf, useSending } from './sending.ts'

/** Where a link leads that works once: to a first account, to an account, or to a new password. */
export function JoinPage() {
  const [shown] = useState(() => location.hash.slice(1))
  const [invitation, setInvitation] = useState<InvitationAnswer>()
  const [spent, setSpent] = useState<Problem>()
  const { problem, busy, sending } = useSending()
  useEffect(() => {
    // It is not to stay in the address: histories and screenshots show it.
    history.replaceState(null, '', '/join')
    sendServer<InvitationAnswer>('POST', '/join/look', { invitation: shown }).then(setInvitation, (trouble: unknown) =>
      setSpent(isProblem(trouble) ? trouble : { status: 0, title: '' }),
    )
  }, [shown])
  const join = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { name = '', password = '' } = fieldsOf(event.currentTarget)
    const done = await sending(() => sendServer('POST', '/join', { invitation: shown, name: name.trim(), password }))
    if (done) location.assign('/')
  }
  return (
    <Page title={words.team.join[invitation?.kind ?? 'invite']}>
      <div className="narrow">
        {spent && <Refused problem={spent} />}
        {!spent && !invitation && <Loading lines={3} />}
        {invitation && (
          <form className="stack" onSubmit={(event) => void join(event)}>
            {invitation.kind === 'invite' && invitation.role && (
              <p>{words.team.invited(invitation.by, words.roles[invitation.role], invitation.collection ?? '')}</p>
            )}
            {invitation.name === null ? (
              <label>
                {words.team.name}
                <input
                  name="name"
                  autoComplete="username"
                  autoCapitalize="none"
                  spellCheck={false}
                  required
                  aria-describedby="name-hint"
                />
              </label>
            ) : (
              <>
                <p>{words.team.resetFor(invitation.name)}</p>
                <input name="name" autoComplete="username" defaultValue={invitation.name} readOnly hidden />
              </>
            )}
            {invitation.name === null && (
              <small id="name-hint" className="soft">
                {words.team.nameHint}
              </small>
            )}
            <label>
              {words.team.newPassword}
              <input
                name="password"
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
            <button type="submit" className="primary" disabled={busy}>
              {words.team.joinNow[invitation.kind]}
            </button>
            {problem && <Refused problem={problem} />}
          </form>
        )}
      </div>
    </Page>
  )
}
