import type { Document, Refusal } from '../model/document.ts'
import { toDocument } from './draft.ts'

/** One report in plain text, as a program has it at hand. */
export interface GivenReport {
  /** Names the document in every answer; unique in a collection. */
  readonly id: string
  readonly text: string
  readonly title?: string | undefined
  readonly publisher?: string | undefined
  readonly byline?: string | undefined
  /** ISO 8601, as precise as is known: `2026-02-03`, `2026-02-03T09:10:00Z`. */
  readonly published?: string | undefined
  readonly url?: string | undefined
  /** ISO 639-1; found out from the text when absent. */
  readonly language?: string | undefined
}

/**
 * Makes a document of a text, and fixes the text: every offset that an answer gives points into `Document.text`. Pages, feeds, PDF and
 * archives are read with `readCapture`.
 *
 * @returns a `Refusal` when there is no text in it, or more than any report has, or its day of publication is none
 */
export function documentFrom(given: GivenReport): Document | Refusal {
  const { id, text, title, publisher, byline, published, url, language } = given
  return toDocument({ id, input: id, body: text, title, publisher, byline, published, url, language })
}
