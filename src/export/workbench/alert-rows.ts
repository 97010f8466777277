import type { Alert } from '../../collection/alerts.ts'
import type { Evidence } from '../../collection/evidence.ts'
import { type Named, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'

/** An alert with what the reports are called that it stands on. */
export interface AlertRow extends Omit<Alert, 'evidence'> {
  readonly evidence: readonly NamedEvidence[]
}

export interface NamedEvidence extends Evidence {
  readonly outlet: string
  readonly title: string | null
}

export const alertRow = (held: Named, alert: Alert): AlertRow => ({
  ...alert,
  evidence: alert.evidence.map((words) => {
    const title = held.documents.get(words.document)?.title ?? null
    return {
      ...words,
      outlet: nameOf(held, words.document),
      title: title === null ? null : shorten(oneLine(title), 200),
    }
  }),
})
