import { filterClaims } from './filter.ts'
import { openOnDemand } from './open.ts'
import { bringOutLines } from './river.ts'
import { sortClaims } from './sort.ts'
import { showTrails } from './trail-card.ts'

/** The dossier's own script: sorting, filters and the blame view's hover. Everything is readable without it. */
const table = document.querySelector<HTMLTableElement>('#claim-table')
if (table) {
  sortClaims(table)
  filterClaims(table)
  openOnDemand(table)
}
showTrails()
bringOutLines()
