import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
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

/** A document that credits another is downstream of something. */
const credits = ({ document }: Reading): number => (document.credits.length > 0 ? 1 : 0)

const attributed = ({ attributions }: Reading): number =>
  attributions.filter(({ sourceKind }) => sourceKind !== 'none' && sourceKind !== 'vague').length
