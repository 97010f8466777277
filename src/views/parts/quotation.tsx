import type { ReactNode } from 'react'
import { dayOf } from '../../export/view/day-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import type { DiffRun } from '../../export/view/word-diff.ts'
import type { ReportStatement } from '../../model/report.ts'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'
import { bare, Written } from './written.tsx'

/** The words of a statement with who printed them and when; the link leads to their place in the report. */
export function Quotation({
  setting,
  held,
  statement,
  runs,
  emphasis: Emphasis = 'mark',
  most = 600,
  children,
}: InSetting & {
  readonly statement: ReportStatement
  /** The words cut where they differ from others. */
  readonly runs?: readonly DiffRun[]
  readonly emphasis?: 'del' | 'ins' | 'mark'
  readonly most?: number
  readonly children?: ReactNode
}) {
  const document = held.documents.get(statement.document)
  const quote = statement.quote.length > most ? `${statement.quote.slice(0, most).toWellFormed()}…` : statement.quote
  let at = 0
  return (
    <blockquote>
      <p dir="auto">
        “
        {runs
          ? runs.map(({ text, changed }) => {
              at += text.length
              return changed ? <Emphasis key={at}>{bare(text)}</Emphasis> : bare(text)
            })
          : bare(quote)}
        ”
      </p>
      <footer>
        <setting.Link to={setting.statement(statement)}>
          <Written most={80}>{nameOf(held, statement.document)}</Written>
        </setting.Link>
        {document?.published && `, ${dayOf(document.published)}`}
        {statement.certainty !== 'asserted' && ` · ${words.certainties[statement.certainty]}`}
        {children}
      </footer>
    </blockquote>
  )
}
