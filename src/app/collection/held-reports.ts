import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { remembered } from '../../text/remembered.ts'
import { openHeld } from './held.ts'

/** The reports on the piles of a collection that were traced last: what comes next is compared with them. */
export interface HeldReports {
  /** The report on a pile, by its key; undefined where the collection has none. */
  of(key: string): Promise<Report | undefined>
  hold(key: string, report: Report): void
}

/** Of one opened collection. */
export const heldReportsOf = remembered((store: Store): HeldReports => {
  const held = openHeld<string, Report>(mostStatements, ({ statements }) => statements.length)
  return {
    of: async (key) => held.get(key) ?? (await store.pile(key)),
    hold: (key, report) => held.hold(key, report),
  }
})

/** How many statements held reports may have together: two piles of the largest size. A statement takes some 4 kB with its trail. */
const mostStatements = 10_000
