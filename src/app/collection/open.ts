import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { openSqlStore } from '../../adapters/store/sql-store.ts'
import type { Store } from '../../ports/store.ts'

/**
 * Opens a collection, making it where there is none.
 *
 * @param place a path, `postgres://…`, or undefined for the user's own
 */
export async function openCollection(place: string | undefined, env: NodeJS.ProcessEnv = process.env): Promise<Store> {
  if (place !== undefined && /^postgres(?:ql)?:\/\//.test(place)) {
    const { openPostgres } = await import('../../adapters/store/postgres.ts')
    return openSqlStore(await openPostgres(place))
  }
  const { openSqlite } = await import('../../adapters/store/sqlite.ts')
  return openSqlStore(await openSqlite(place === undefined ? ownCollection(env) : resolve(place)))
}

/** Where a user's own collection is (XDG Base Directory Specification). */
export function ownCollection({ XDG_DATA_HOME: data }: NodeJS.ProcessEnv): string {
  return join(data?.startsWith('/') ? data : join(homedir(), '.local', 'share'), 'headwater', 'collection.db')
}
