import { type Asked, useAskServer } from '../answers/ask.ts'
import type { CollectionRow } from '../answers/shapes.ts'

/** The collections that may be seen here. */
export const useCollections = (): Asked<readonly CollectionRow[]> => useAskServer('/collections')

const kept = 'headwater-collection'

/** The collection that was open last in this browser. */
export function lastOpen(): string | undefined {
  try {
    return localStorage.getItem(kept) ?? undefined
  } catch {
    return undefined
  }
}

export function keepLastOpen(name: string): void {
  try {
    localStorage.setItem(kept, name)
  } catch {
    // Then the list is shown the next time.
  }
}
