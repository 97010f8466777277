import { useState } from 'react'
import { dayAndHour } from '../../export/view/day-words.ts'
import { Written } from '../../views/parts/written.tsx'
import { useAskServer } from '../answers/ask.ts'
import type { LogLineAnswer, Page as PageOf } from '../answers/shapes.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'

const step = 100

/** What was done about accounts, the latest first, a page at a time. */
export function PeopleLog() {
  /** The `next` of every page before this one. */
  const [passed, setPassed] = useState<readonly string[]>([])
  const asked = useAskServer<PageOf<LogLineAnswer>>(
    `/people-log?order=newest&after=${passed.at(-1) ?? 0}&limit=${step}`,
  )
  return (
    <section className="part" aria-labelledby="people-log-title">
      <h2 id="people-log-title">{words.team.log}</h2>
      <Answered asked={asked} lines={4}>
        {({ items, next }) => (
          <>
            <ol className="plain-list" reversed start={items[0]?.number}>
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
                disabled={passed.length === 0}
                onClick={() => setPassed(passed.slice(0, -1))}
              >
                {words.team.later}
              </button>
              <button
                type="button"
                className="small"
                disabled={typeof next !== 'string'}
                onClick={() => typeof next === 'string' && setPassed([...passed, next])}
              >
                {words.team.earlier}
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
