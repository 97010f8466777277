import { type Listing, rowKey } from '../../collection/listing.ts'
import type { Looking } from '../../ports/store.ts'

/** Where rows of lists are read and looked for. */
export type Rows = Pick<Looking, 'listed' | 'listedOf' | 'listedWith'>

/** Rows of piles that are kept nowhere, by the keys of the piles. */
export function rowsHeld(listings: ReadonlyMap<string, Listing>): Rows {
  const bodies = new Map(
    [...listings].flatMap(([pile, { rows }]) =>
      rows.map(({ kind, place, body }) => [rowKey(pile, kind, place), body] as const),
    ),
  )
  return {
    listed: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const body = bodies.get(key)
          return body === undefined ? [] : [[key, body] as const]
        }),
      ),
    listedOf: async (wanted, piles) =>
      new Map(
        piles.flatMap((pile) =>
          (listings.get(pile)?.rows ?? []).flatMap(({ kind, place, body }) =>
            kind === wanted ? [[rowKey(pile, kind, place), body] as const] : [],
          ),
        ),
      ),
    listedWith: async (wanted, piles, words) =>
      piles.flatMap((pile) =>
        (listings.get(pile)?.rows ?? []).flatMap((row) =>
          row.kind === wanted && words.every((word) => row.words.includes(word))
            ? [rowKey(pile, row.kind, row.place)]
            : [],
        ),
      ),
  }
}

/** Rows that are some here and some there. */
export const rowsOfBoth = (one: Rows, other: Rows): Rows => ({
  listed: async (keys) => new Map([...(await one.listed(keys)), ...(await other.listed(keys))]),
  listedOf: async (kind, piles) =>
    new Map([...(await one.listedOf(kind, piles)), ...(await other.listedOf(kind, piles))]),
  listedWith: async (kind, piles, words) => [
    ...(await one.listedWith(kind, piles, words)),
    ...(await other.listedWith(kind, piles, words)),
  ],
})
