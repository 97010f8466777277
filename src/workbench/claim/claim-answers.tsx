import { type ReactNode, useState } from 'react'
import { AnswerCards } from '../../views/claim/answers.tsx'
import { SaidList } from '../parts/said.tsx'
import { setting } from '../parts/setting.ts'
import type { HeldClaim } from './held-claim.ts'

/** Who says what, side by side, each with all the statements that say it, as they are asked for. */
export const ClaimAnswers = ({ held, view, answer: { key } }: HeldClaim) => (
  <AnswerCards
    setting={setting}
    held={held}
    view={view}
    others={({ summary, printed, index }) => (
      <AllSaid summary={summary} path={`/claims/${encodeURIComponent(key)}/statements?position=${index}`}>
        {printed}
      </AllSaid>
    )}
  />
)

function AllSaid({
  summary,
  path,
  children,
}: {
  readonly summary: string
  readonly path: string
  readonly children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {/* On paper nothing can be opened. */}
      {open ? <SaidList path={path} /> : children}
    </details>
  )
}
