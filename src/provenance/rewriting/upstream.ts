import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
import { remembered } from '../../text/remembered.ts'
import { publicationOrder } from '../publication-order.ts'

/**
 * Which of two reports with common material was there first: by date; where the dates do not tell, the one that says where
 * it has things from and the fuller one is upstream, because copying loses attributions and details. Ties go by id.
 */
export function isUpstream(a: Reading, b: Reading): boolean {
  const order = publicationOrder(a.document, b.document)
  if (order !== 'unknown') return order === 'before'
  return (
    (credits(a) - credits(b) ||
      attributed(b) - attributed(a) ||
      b.tokens.length - a.tokens.length ||
      byCodeUnit(a.document.id, b.document.id)) < 0
  )
}

/**
 * Which of two texts with mostly the same words is the original. Anybody can date a copy back, so the dates come after what
 * is harder to make up: the copy credits the other; the original bears the marks of its desk or a byline.
 */
export function isOriginal(a: Reading, b: Reading): boolean {
  const order = publicationOrder(a.document, b.document)
  const byDate = order === 'before' ? -1 : order === 'after' ? 1 : 0
  return (
    (credits(a) - credits(b) ||
      ownDateline(b) - ownDateline(a) ||
      marked(b) - marked(a) ||
      signed(b) - signed(a) ||
      byDate ||
      dated(b) - dated(a) ||
      attributed(b) - attributed(a) ||
      b.tokens.length - a.tokens.length ||
      byCodeUnit(a.document.id, b.document.id)) < 0
  )
}

const signed = ({ document }: Reading): number => (document.byline === undefined ? 0 : 1)

const dated = ({ document }: Reading): number => (document.published === undefined ? 0 : 1)

/** Marks of the desk that wrote it, which a copier takes out: "(SCA) -" in the dateline, "(Reporting by …)" at the end. */
const marked = remembered(({ document: { text } }: Reading): number => {
  const dateline = /\([^()\n]{2,40}\) ?[-–—] /.test(text.slice(0, 400)) ? 1 : 0
  const credit = /\((?:additional )?reporting by\b/i.test(text) ? 1 : 0
  return dateline + credit
})

/** Is the agency in the dateline the publisher itself, by name, by a word of it, or by its initials? */
const ownDateline = remembered(({ document: { text, publisher } }: Reading): number => {
  const agency = /\(([^()\n]{2,40})\) ?[-–—] /.exec(text.slice(0, 400))?.[1]
  if (agency === undefined || publisher === undefined) return 0
  const words = publisher.split(/\s+/)
  const initials = words.map((word) => word[0] ?? '').join('')
  return [publisher, initials.toUpperCase(), ...words].includes(agency) ? 1 : 0
})

/** A document that credits another is downstream of something. */
const credits = ({ document }: Reading): number => (document.credits.length > 0 ? 1 : 0)

const attributed = remembered(
  ({ attributions }: Reading): number =>
    attributions.filter(({ sourceKind }) => sourceKind !== 'none' && sourceKind !== 'vague').length,
)
