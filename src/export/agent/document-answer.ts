import type { ReportDocument } from '../../model/report.ts'
import type { Shelf } from '../workbench/shelf.ts'
import { type DocumentLine, documentLine } from './compare-answer.ts'
import { handleOf } from './handles.ts'
import { passage, type Words } from './sealed.ts'

/** One report with a part of its words. */
export interface DocumentAnswer extends DocumentLine {
  readonly language: string
  readonly sha256: string
  readonly claims: number
  /** Whether its every claim came out of another report of the collection. */
  readonly adds_nothing: boolean
  /** In code units of its text. */
  readonly from: number
  readonly of: number
  /** Where the next part is; null at the end. */
  readonly next: string | null
  readonly text: Words
}

export function documentAnswer(shelf: Shelf, document: ReportDocument, from: number, most = 20_000): DocumentAnswer {
  const { id, text, language, sha256 } = document
  const end = Math.min(text.length, from + most)
  return {
    ...documentLine(shelf, document),
    language: /^[a-z]{2,3}$/.test(language) ? language : 'und',
    sha256,
    claims: new Set((shelf.saidIn.get(id) ?? []).flatMap(({ claim }) => claim ?? [])).size,
    adds_nothing: shelf.addNothing.has(id),
    from,
    of: text.length,
    next: end < text.length ? `${handleOf('documents', id)}?from=${end}` : null,
    text: passage(text.slice(from, end)),
  }
}
