import type { Queries, Row, Value } from './database.ts'

/**
 * Inserts rows some dozens at a time: every statement takes a way to the server and back. In few sizes, so that each is prepared once.
 *
 * @param known what is to become of rows whose key is there already, `on conflict …`
 */
export async function insertAll(
  queries: Queries,
  table: string,
  columns: readonly string[],
  values: readonly (readonly Value[])[],
  known = '',
): Promise<void> {
  const one = `(${columns.map(() => '?').join(', ')})`
  for (let at = 0; at < values.length; ) {
    const size = values.length - at >= 32 ? 32 : values.length - at >= 4 ? 4 : 1
    const places = Array.from({ length: size }, () => one).join(', ')
    await queries.run(
      `insert into ${table} (${columns.join(', ')}) values ${places} ${known}`,
      ...values.slice(at, at + size).flat(),
    )
    at += size
  }
}

/**
 * The rows whose key is one of many. `sql` ends in `in`. In few sizes, so that each is prepared once.
 *
 * @param before values of what stands in `sql` before the keys
 */
export async function whereIn(
  queries: Queries,
  sql: string,
  keys: readonly string[],
  before: readonly Value[] = [],
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let at = 0; at < keys.length; at += largest) {
    const some = keys.slice(at, at + largest)
    const size = [1, 4, 16].find((size) => size >= some.length) ?? largest
    const last = some.at(-1) ?? ''
    const padded = Array.from({ length: size }, (_, i) => some[i] ?? last)
    found.push(...(await queries.all(`${sql} (${padded.map(() => '?').join(', ')})`, ...before, ...padded)))
  }
  return found
}

const largest = 64
