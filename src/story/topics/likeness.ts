import type { Digest, PlacedReport } from '../../model/placed-report.ts'
import { byCodeUnit } from '../../text/order.ts'
import { nearness } from '../nearness.ts'

/** How many earlier holders of each of its leading words a report looks back to. */
export const lookedBack = 20

/** How alike two reports are: the cosine of their digests, less for reports of other weeks. The same whichever is named first. */
export function likeness(a: Digest, b: Digest): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const [one, other] = [a.keys[i] ?? 0, b.keys[j] ?? 0]
    if (one === other) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (one < other) i++
    else j++
  }
  return sum * nearness(a.day, b.day)
}

/** The one that a report is most like; of two that are as alike, the earlier one. */
export function nearestOf(report: Digest, others: Iterable<Digest>): Pick<PlacedReport, 'nearest' | 'likeness'> {
  let nearest: Digest | undefined
  let most = 0
  for (const other of others) {
    const found = likeness(report, other)
    if (!isNearer(found, other.order, most, nearest?.order)) continue
    nearest = other
    most = found
  }
  return { nearest: nearest?.id ?? null, likeness: most }
}

/** Whether a report at this likeness and place is to be taken instead of one at that; `undefined` is the place of none. */
export const isNearer = (likeness: number, order: string, than: number, place: string | undefined): boolean =>
  likeness > than || (likeness === than && place !== undefined && byCodeUnit(order, place) < 0)
