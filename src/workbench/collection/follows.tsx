import { type FormEvent, useState } from 'react'
import type { Follow } from '../../collection/follow.ts'
import { dayAndHour } from '../../export/view/day-words.ts'
import { Written } from '../../views/parts/written.tsx'
import { forgetAnswers, isProblem, type Problem, send, useAsk } from '../answers/ask.ts'
import { Answered, Trouble } from '../parts/states.tsx'
import { useMay } from '../team/me.ts'
import { words } from '../words.ts'

/** Addresses that are looked at again and again. */
export function Follows() {
  const list = useAsk<readonly Follow[]>('/follows')
  const [problem, setProblem] = useState<Problem>()
  const mayFollow = useMay('analyst')
  const change = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      setProblem(undefined)
      forgetAnswers()
      return true
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
      return false
    }
  }
  const follow = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const [address, every] = ['address', 'every'].map((name) => String(new FormData(form).get(name) ?? '').trim())
    if (address && (await change(() => send('POST', '/follows', { address, every })))) form.reset()
  }
  return (
    <section className="part" aria-labelledby="follows-title">
      <h2 id="follows-title">{words.add.feeds}</h2>
      {mayFollow && (
        <form className="filters" onSubmit={(event) => void follow(event)}>
          <label className="grow">
            {words.add.feed}
            <input name="address" type="url" required />
          </label>
          <label>
            {words.add.every}
            <select name="every" defaultValue="1 hour">
              {words.add.choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          </label>
          <button type="submit">{words.add.follow}</button>
        </form>
      )}
      {problem && <Trouble problem={problem} />}
      <Answered asked={list} lines={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{words.add.followsNone}</p>
          ) : (
            <ul className="plain-list bare">
              {rows.map(({ address, every, nextAt, says, failures }) => (
                <li key={address} className="follow">
                  <Written most={160}>{address}</Written>{' '}
                  <span className="soft">
                    {every} · {words.add.nextLook(dayAndHour(nextAt))}
                  </span>{' '}
                  {says && (
                    <span className={failures > 0 ? 'warn-words' : 'soft'}>
                      <Written most={200}>{says}</Written>
                    </span>
                  )}{' '}
                  <button
                    type="button"
                    className="quiet small"
                    disabled={!mayFollow}
                    aria-label={words.add.unfollow(address)}
                    onClick={() => void change(() => send('DELETE', `/follows?address=${encodeURIComponent(address)}`))}
                  >
                    {words.add.stop}
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
