import type { ReactNode } from 'react'
import { type Lookup, nameOf } from '../../export/view/lookup.ts'
import type { DiffRun } from '../../export/view/word-diff.ts'
import type { ReportStatement } from '../../model/report.ts'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { words } from '../words.ts'
import { dayOf } from './day.ts'
import { bare, Written } from './written.tsx'

/** The words of a statement with who printed them and when; the link leads to their place in the report. */
export function Quotation({
  held,
  statement,
  runs,
  emphasis = 'mark',
  most = 600,
  children,
}: {
  readonly held: Lookup
  readonly statement: ReportStatement
  /** The words cut where they differ from others. */
  readonly runs?: readonly DiffRun[]
  readonly emphasis?: 'del' | 'ins' | 'mark'
  readonly most?: number
  readonly children?: ReactNode
}) {
  const document = held.documents.get(statement.document)
  const Emphasis = emphasis
  const quote = statement.quote.length > most ? `${statement.quote.slice(0, most).toWellFormed()}…` : statement.quote
  let at = 0
  return (
    <blockquote>
      <p dir="auto">
        “
        {runs
          ? runs.map(({ text, changed }) => {
              at += text.length
              return changed ? <Emphasis key={at}>{bare(text)}</Emphasis> : <span key={at}>{bare(text)}</span>
            })
          : bare(quote)}
        ”
      </p>
      <footer>
        <Link to={placeOf(statement.document, statement)}>
          <Written most={80}>{nameOf(held, statement.document)}</Written>
        </Link>
        {document?.published && `, ${dayOf(document.published)}`}
        {statement.certainty !== 'asserted' && ` · ${words.certainties[statement.certainty]}`}
        {children}
      </footer>
    </blockquote>
  )
}

/** The address of some words in their report. */
export function placeOf(document: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return hrefOf(['reports', document], { at: `${start}-${end}` })
}
