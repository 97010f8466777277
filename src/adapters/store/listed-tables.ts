import { type ListedKind, type Listing, rowKey } from '../../collection/listing.ts'
import type { Json } from '../../collection/log.ts'
import type { Looking } from '../../ports/store.ts'
import type { Queries, Row } from './database.ts'
import { insertAll, whereIn } from './many-rows.ts'
import { json, packedJson } from './packed.ts'

type Looked = Pick<Looking, 'listings' | 'listing' | 'unlistedPiles' | 'listed' | 'listedOf' | 'listedWith'>

/** What lists show of the piles that were traced. */
export function lookingAtListings(queries: Queries): Looked {
  const bodies = (rows: readonly Row[]): ReadonlyMap<string, Json> =>
    new Map(rows.map((row) => [String(row.row_key), JSON.parse(String(row.body)) as Json]))
  return {
    async *listings(version) {
      for (let after = ''; ; ) {
        const page = await queries.all(
          `select l.pile_key, l.digest from listings l join traced t on t.pile_key = l.pile_key
           where l.version = ? and l.pile_key > ? order by l.pile_key limit 50`,
          version,
          after,
        )
        for (const row of page) yield [String(row.pile_key), json<Json>(row.digest)] as const
        const last = page.at(-1)
        if (!last) return
        after = String(last.pile_key)
      }
    },
    async listing(key, version) {
      const [row] = await queries.all('select digest from listings where pile_key = ? and version = ?', key, version)
      return row && json<Json>(row.digest)
    },
    async unlistedPiles(version) {
      const found = await queries.all(
        `select pile_key from traced where not exists
           (select 1 from listings where listings.pile_key = traced.pile_key and listings.version = ?) order by pile_key`,
        version,
      )
      return found.map((row) => String(row.pile_key))
    },
    listed: async (keys) => bodies(await whereIn(queries, 'select row_key, body from listed where row_key in', keys)),
    listedOf: async (kind, piles) =>
      bodies(await whereIn(queries, `select row_key, body from listed where ${ofKind(kind)} and pile_key in`, piles)),
    async listedWith(kind, piles, words) {
      const all = words.map(() => `words like ? escape '!'`).join(' and ')
      const found = await whereIn(
        queries,
        `select row_key from listed where ${[ofKind(kind), all].filter(Boolean).join(' and ')} and pile_key in`,
        piles,
        words.map(anywhere),
      )
      return found.map((row) => String(row.row_key))
    },
  }
}

const ofKind = (kind: ListedKind): string => `kind = '${kind}'`

/** What SQL takes for a sign of its own stands for itself. */
const anywhere = (word: string): string => `%${word.replace(/[!%_]/g, '!$&')}%`

export async function keepListing(queries: Queries, key: string, version: number, listing: Listing): Promise<void> {
  // Somebody may have put the pile away while it was listed: nobody would ever put the listing away.
  if ((await queries.all('select 1 as one from piles where pile_key = ?', key)).length === 0) return
  for (const table of ['listings', 'listed']) await queries.run(`delete from ${table} where pile_key = ?`, key)
  await queries.run(
    'insert into listings (pile_key, version, digest) values (?, ?, ?)',
    key,
    version,
    packedJson(listing.digest),
  )
  await insertAll(
    queries,
    'listed',
    ['row_key', 'pile_key', 'kind', 'words', 'body'],
    listing.rows.map(({ kind, place, words, body }) => [
      rowKey(key, kind, place),
      key,
      kind,
      words,
      JSON.stringify(body),
    ]),
  )
}
