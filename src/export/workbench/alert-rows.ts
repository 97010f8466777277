import type { Alert } from '../../collection/alerts.ts'
import type { Evidence } from '../../collection/evidence.ts'
import { nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import type { Shelf } from './shelf.ts'

/** An alert with what the reports are called that it stands on. */
export interface AlertRow extends Omit<Alert, 'evidence'> {
  readonly evidence: readonly NamedEvidence[]
}

export interface NamedEvidence extends Evidence {
  readonly outlet: string
  readonly title: string | null
}

export const alertRow = (shelf: Shelf, alert: Alert): AlertRow => ({
  ...alert,
  evidence: alert.evidence.map((words) => {
    const title = shelf.documents.get(words.document)?.title ?? null
    return {
      ...words,
      outlet: nameOf(shelf, words.document),
      title: title === null ? null : shorten(oneLine(title), 200),
    }
  }),
})
