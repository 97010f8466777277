import { useState } from 'react'
import { dayAndHour } from '../../export/view/day-words.ts'
import { Written } from '../../views/parts/written.tsx'
import { useAskServer } from '../answers/ask.ts'
import type { LogLineAnswer, Page as PageOf } from '../answers/shapes.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'

const step = 100

/** What was done about accounts, the latest last, a page at a time. */
export function PeopleLog() {
  const [after, setAfter] = useState(0)
  const asked = useAskServer<PageOf<LogLineAnswer>>(`/people-log?after=${after}&limit=${step}`)
  return (
    <section className="part" aria-labelledby="people-log-title">
      <h2 id="people-log-title">{words.team.log}</h2>
      <Answered asked={asked} lines={4}>
        {({ items, next }) => (
          <>
            <ol className="plain-list" start={after + 1}>
              {items.map(({ number, at, by, kind, body }) => (
                <li key={number}>
                  <span className="soft">{dayAndHour(at)}</span> {by}{' '}
                  <span className="chip">{words.team.kind(kind)}</span>{' '}
                  <Written most={300}>{words.team.told(kind, factsOf(body))}</Written>
                </li>
              ))}
            </ol>
            <p className="row-of-buttons">
              <button
                type="button"
                className="small"
                disabled={after === 0}
                onClick={() => setAfter(Math.max(0, after - step))}
              >
                {words.team.earlier}
              </button>
              <button type="button" className="small" disabled={next === null} onClick={() => setAfter(after + step)}>
                {words.team.later}
              </button>
            </p>
          </>
        )}
      </Answered>
    </section>
  )
}

/** The facts of a line, those that are there. */
const factsOf = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
