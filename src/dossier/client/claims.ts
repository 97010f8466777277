/** The claims of the table, one body of two rows each, in the order they stand in now. */
export function claimsOf(table: HTMLTableElement): readonly HTMLTableSectionElement[] {
  return [...table.querySelectorAll<HTMLTableSectionElement>('tbody.claim')]
}
