import type { ReactNode } from 'react'
import type { Answer, ClaimView } from '../../export/view/claim-view.ts'
import { series as listed } from '../../export/view/summary.ts'
import { Badge } from '../parts/badge.tsx'
import { Quotation } from '../parts/quotation.tsx'
import { Written } from '../parts/written.tsx'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'
import { voicesOf } from './voices.ts'

/** Who says what, side by side; none is dropped because another is said more often. */
export function AnswerCards({
  setting,
  held,
  view,
  most = 50,
  others = ({ summary, printed }) => (
    <details>
      <summary>{summary}</summary>
      {printed}
    </details>
  ),
}: InSetting & {
  readonly view: ClaimView
  /** How many statements of one answer are quoted. */
  readonly most?: number
  readonly others?: Others
}) {
  return (
    <ul className="answers-list">
      {view.answers.map((answer, index) => (
        <Card
          // biome-ignore lint/suspicious/noArrayIndexKey: positions have no other name, and their order is the report's
          key={index}
          setting={setting}
          held={held}
          answer={answer}
          most={most}
          others={(rest) => others({ ...rest, index })}
        />
      ))}
    </ul>
  )
}

/** How the other statements of an answer are shown: all of those printed here, or, by a page that can ask for the rest, as it likes. */
export type Others = (rest: OtherStatements & { readonly index: number }) => ReactNode

interface OtherStatements {
  /** "All 12 statements" */
  readonly summary: string
  readonly printed: ReactNode
}

function Card({
  setting,
  held,
  answer,
  most,
  others: shown,
}: InSetting & {
  readonly answer: Answer
  readonly most: number
  readonly others: (rest: OtherStatements) => ReactNode
}) {
  const { position, origins, outlets, unplaced, statements } = answer
  const [first, ...others] = statements.slice(0, most)
  return (
    <li>
      <p className="answer">
        <Written most={200}>{answer.words}</Written>
      </p>
      <p className="by">
        {voicesOf(held, position.origins).map(({ node, name }) => (
          <Badge key={node} mark={setting.mark(node, name)} />
        ))}{' '}
        {origins.length > 0 ? <Written most={300}>{listed(origins)}</Written> : <em>{words.claim.notEstablished}</em>}
        {position.independent > 1 && <span className="soft"> · {words.claim.independent(position.independent)}</span>}
      </p>
      {first && <Quotation setting={setting} held={held} statement={first} most={280} />}
      <p className="outlets">
        {outlets.length > 0 && (
          <>
            {words.claim.printedBy(outlets.length)} <Written most={400}>{listed(outlets)}</Written>
          </>
        )}
        {outlets.length > 0 && unplaced.length > 0 && '; '}
        {unplaced.length > 0 && (
          <>
            {words.claim.outletUnknown(unplaced.length)} <Written most={400}>{listed(unplaced)}</Written>
          </>
        )}
      </p>
      {others.length > 0 &&
        shown({
          summary: words.claim.allAnswers(statements.length),
          printed: others.map((statement) => (
            <Quotation key={statement.id} setting={setting} held={held} statement={statement} most={280} />
          )),
        })}
    </li>
  )
}
