import { dayAndHour } from '../../export/view/day-words.ts'
import { Written } from '../../views/parts/written.tsx'
import { sendServer, useAskServer } from '../answers/ask.ts'
import type { OpenLinkAnswer } from '../answers/shapes.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'
import { Refused } from './refused.tsx'
import { useSending } from './sending.ts'

/** The links that were given out and that nobody has used yet, each with the way to take it back. */
export function OpenLinks({ path }: { readonly path: string }) {
  const asked = useAskServer<readonly OpenLinkAnswer[]>(path)
  const { problem, sending } = useSending()
  return (
    <section className="part" aria-labelledby="links-title">
      <h2 id="links-title">{words.team.openLinks}</h2>
      {problem && <Refused problem={problem} />}
      <Answered asked={asked} lines={2}>
        {(links) =>
          links.length === 0 ? (
            <p className="soft">{words.team.noLinks}</p>
          ) : (
            <ul className="plain-list bare">
              {links.map(({ id, name, email, collection, role, by, expiresAt }) => {
                const what =
                  name !== null
                    ? words.team.resetLink(name)
                    : words.team.inviteLink(
                        words.roles[role ?? 'viewer'],
                        collection === '*' ? words.team.everyCollection : (collection ?? ''),
                      )
                return (
                  <li key={id} className="follow">
                    {what}
                    {email !== null && (
                      <>
                        {' '}
                        <Written most={80}>{email}</Written>
                      </>
                    )}{' '}
                    <span className="soft">{words.team.linkLine(by, dayAndHour(expiresAt))}</span>{' '}
                    <button
                      type="button"
                      className="quiet small"
                      aria-label={words.team.withdrawOf(what, by)}
                      onClick={() => void sending(() => sendServer('DELETE', `${path}/${encodeURIComponent(id)}`))}
                    >
                      {words.team.withdraw}
                    </button>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}
