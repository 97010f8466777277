export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: string | null
}

/** What the mark of a next page begins with: a place. What does not is told of, and not taken for the beginning of the list. */
export const pageMark = /^\d{1,9}:/

/**
 * One page of a list. The mark of the next one names the last thing shown and where it stood: when something came in between, the page goes
 * on behind that thing, and where it is gone, from its place.
 */
export function pageOf<T>(
  all: readonly T[],
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  idOf: (one: T) => string,
): Page<T> {
  const start = after === undefined ? 0 : startAfter(all, after, idOf)
  const items = all.slice(start, start + limit)
  const last = items.at(-1)
  const end = start + items.length
  return {
    items,
    total: all.length,
    next: last !== undefined && end < all.length ? `${end}:${idOf(last)}` : null,
  }
}

function startAfter<T>(all: readonly T[], after: string, idOf: (one: T) => string): number {
  const colon = after.indexOf(':')
  const [place, id] = [Number(after.slice(0, colon)), after.slice(colon + 1)]
  const there = all[place - 1]
  if (there !== undefined && idOf(there) === id) return place
  const at = all.findIndex((one) => idOf(one) === id)
  if (at >= 0) return at + 1
  return Number.isInteger(place) && place > 0 ? place : 0
}
