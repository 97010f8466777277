import type { Claim, ReportStatement } from '../../model/report.ts'
import { nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import type { Shelf } from './shelf.ts'

/** A statement with what its report is called, so that it can be shown without asking for the report. */
export interface StatementRow extends ReportStatement {
  /** The outlet, else the host of the address, else the title. */
  readonly outlet: string
  readonly title: string | null
  readonly published: string | null
}

export function statementRow(shelf: Shelf, statement: ReportStatement): StatementRow {
  const document = shelf.documents.get(statement.document)
  const title = document?.title ?? null
  return {
    ...statement,
    outlet: nameOf(shelf, statement.document),
    title: title === null ? null : shorten(oneLine(title), 200),
    published: document?.published ?? null,
  }
}

/**
 * The statements of a claim, or of one answer to it.
 *
 * @param position the place of an answer among those of the claim
 */
export function statementsOf(shelf: Shelf, claim: Claim, position?: number): readonly ReportStatement[] {
  const ids = position === undefined ? claim.statements : (claim.positions[position]?.statements ?? [])
  return ids.flatMap((id) => shelf.statements.get(id) ?? [])
}
