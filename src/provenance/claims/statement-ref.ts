import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'

/** A statement by its place: the document it stands in and its index in that document's layer. */
export interface StatementRef {
  readonly document: string
  readonly statement: number
}

/** The id under which a statement appears in a report: `a4#702-728`. */
export const statementId = (document: string, { start, end }: Span): string => `${document}#${start}-${end}`

/** Readings by document id, for looking statements up. */
export const readingsById = (readings: readonly Reading[]): ReadonlyMap<string, Reading> =>
  new Map(readings.map((reading) => [reading.document.id, reading]))

/** The statement that a reference points to; undefined when the document is not there. */
export const statementAt = (readings: ReadonlyMap<string, Reading>, ref: StatementRef): Statement | undefined =>
  readings.get(ref.document)?.statements[ref.statement]
