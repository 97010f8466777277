/** The newest of a list, at most `most`, in the order of the list. What has no date comes after all that has one, as listed. */
export function newest<Item>(
  items: readonly Item[],
  most: number,
  dateOf: (item: Item) => string | undefined,
): readonly Item[] {
  const dated = items.map((item, i) => ({ item, i, at: instantOf(dateOf(item)) }))
  return dated
    .sort((a, b) => (a.at === b.at ? a.i - b.i : b.at > a.at ? 1 : -1))
    .slice(0, most)
    .map(({ item }) => item)
}

/** Milliseconds since 1970. A time without a zone is taken for UTC, wherever the program runs. */
function instantOf(date: string | undefined): number {
  if (date === undefined) return Number.NEGATIVE_INFINITY
  const at = Date.parse(/T[\d:.]+$/.test(date) ? `${date}Z` : date)
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at
}
