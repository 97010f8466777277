import { chmod, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openSqlPeople } from '../../adapters/store/sql-people.ts'
import type { People } from '../../ports/people.ts'

/**
 * Opens the place where people are kept: a file that only its owner may read, or a schema of PostgreSQL of its own (`headwater_team`).
 *
 * @param place a path or `postgres://user@host/database`
 */
export async function openPeople(place: string, { create = true } = {}): Promise<People> {
  if (/^postgres(?:ql)?:\/\//.test(place)) {
    const { openPostgres } = await import('../../adapters/store/postgres.ts')
    const address = URL.canParse(place) ? new URL(place) : undefined
    if (address && !address.searchParams.has('collection')) address.searchParams.set('collection', 'team')
    return openSqlPeople(await openPostgres(address?.href ?? place, { create }))
  }
  const { openSqlite } = await import('../../adapters/store/sqlite.ts')
  const path = resolve(place)
  const isNew = !(await stat(path).catch(() => undefined))
  const database = await openSqlite(path, { create })
  if (isNew) await chmod(path, 0o600)
  return openSqlPeople(database)
}
