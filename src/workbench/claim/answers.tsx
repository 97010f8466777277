import { useState } from 'react'
import type { Answer } from '../../export/view/claim-view.ts'
import type { Lookup } from '../../export/view/lookup.ts'
import { series as listed } from '../../export/view/summary.ts'
import { Badge } from '../parts/badge.tsx'
import { Quotation } from '../parts/quotation.tsx'
import { SaidList } from '../parts/said.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import type { HeldClaim } from './held-claim.ts'
import { voiceNames } from './voice.ts'

/** Who says what, side by side; none is dropped because another is said more often. */
export function AnswerCards({ held, view, answer: { key: claimKey } }: HeldClaim) {
  return (
    <ul className="answers-list">
      {view.answers.map((answer, index) => (
        <Card
          // biome-ignore lint/suspicious/noArrayIndexKey: positions have no other name, and their order is the report's
          key={index}
          held={held}
          answer={answer}
          path={`/claims/${encodeURIComponent(claimKey)}/statements?position=${index}`}
        />
      ))}
    </ul>
  )
}

function Card({ held, answer, path }: { readonly held: Lookup; readonly answer: Answer; readonly path: string }) {
  const [open, setOpen] = useState(false)
  const { position, origins, outlets, statements } = answer
  const voices = voiceNames(held, position.origins)
  const [first, ...others] = statements
  return (
    <li>
      <p className="answer">
        <Written most={200}>{answer.words}</Written>
      </p>
      <p className="by">
        {voices.map((name) => (
          <Badge key={name} name={name} silent />
        ))}{' '}
        {origins.length > 0 ? <Written most={300}>{listed(origins)}</Written> : <em>{words.claim.notEstablished}</em>}
        {position.independent > 1 && <span className="soft"> · {words.claim.independent(position.independent)}</span>}
      </p>
      {first && <Quotation held={held} statement={first} most={280} />}
      <p className="outlets">
        {words.claim.printedBy(outlets.length)} <Written most={400}>{listed(outlets)}</Written>
      </p>
      {others.length > 0 && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.claim.allAnswers(statements.length)}</summary>
          {open ? (
            <SaidList path={path} />
          ) : (
            // On paper nothing can be opened.
            others
              .slice(0, 50)
              .map((statement) => <Quotation key={statement.id} held={held} statement={statement} most={280} />)
          )}
        </details>
      )}
    </li>
  )
}
