import type { ReactNode } from 'react'
import { Written } from '../../views/parts/written.tsx'
import { type Asked, askFailedAgain, type Problem } from '../answers/ask.ts'
import { words } from '../words.ts'

/** Shows an answer when it is there, what it is waiting for before, and what went wrong where it did not come. */
export function Answered<T>({
  asked,
  children,
  lines = 6,
  whole = false,
}: {
  readonly asked: Asked<T>
  readonly children: (value: T) => ReactNode
  readonly lines?: number
  /** Whether it is all that the screen shows, so that what went wrong is its heading. */
  readonly whole?: boolean
}) {
  if (asked.value !== undefined)
    return <div className={asked.waiting ? 'renewing' : undefined}>{children(asked.value)}</div>
  if (asked.problem) return <Trouble problem={asked.problem} whole={whole} />
  return <Loading lines={lines} />
}

/** Grey lines where words will stand, so that nothing jumps when they come. */
export function Loading({ lines }: { readonly lines: number }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{words.states.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} className="grey-line" aria-hidden="true" />
      ))}
    </div>
  )
}

/** What went wrong and what to do about it. */
export function Trouble({
  problem,
  whole = false,
  again = askFailedAgain,
}: {
  readonly problem: Problem
  readonly whole?: boolean
  /** What is done when somebody asks again. */
  readonly again?: () => void
}) {
  const Heading = whole ? 'h1' : 'h2'
  const { title, remedy } = words.states.problem(problem.status)
  const said = problem.status === 0 ? undefined : problem.detail || problem.title
  return (
    <div className="trouble" role="alert">
      <Heading>{title}</Heading>
      {said && (
        <p>
          <Written>{said}</Written>
        </p>
      )}
      <p>{remedy}</p>
      {(problem.status === 0 || problem.status >= 500) && (
        <button type="button" onClick={again}>
          {words.states.again}
        </button>
      )}
    </div>
  )
}

/** Nothing is there, why, and the next step. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}
