import type { Database, Queries } from './database.ts'
import { migrations } from './schema.ts'

/**
 * Brings the tables of a database up to this version, after a copy of them was put aside. Nothing is done where they are.
 *
 * @param mark a table that tells what is kept here
 * @throws Error when something else is kept here, or a later version of Headwater made them
 */
export async function migrated(database: Database, steps = migrations, mark = 'captures'): Promise<void> {
  const before = await versionOf(database)
  if (before > 0 && !(await isThere(database, mark)))
    throw Object.assign(
      new Error(
        mark === 'captures'
          ? `${database.name} holds no collection but people`
          : `${database.name} holds a collection; people are kept apart from it`,
      ),
      { code: 'NO_COLLECTION' },
    )
  if (before === steps.length) return
  if (before > steps.length) throw tooNew(database.name, before, steps.length)
  if (database.isReadOnly)
    throw Object.assign(
      new Error(
        `${database.name} was made by an earlier version of Headwater, and cannot be brought forward where it may not be written; copy it`,
      ),
      { code: 'NO_COLLECTION' },
    )
  if (before > 0) await database.backUp(before)
  await database.transaction(async (queries) => {
    // Another process may have done it while this one waited.
    const version = await versionOf(queries)
    if (version > steps.length) throw tooNew(database.name, version, steps.length)
    for (const step of steps.slice(version)) for (const sql of step(database.dialect)) await queries.run(sql)
    if (version === 0) await queries.run('create table schema_version (version integer not null)')
    await queries.run('delete from schema_version')
    await queries.run('insert into schema_version (version) values (?)', steps.length)
  })

  async function versionOf(queries: Queries): Promise<number> {
    if (!(await isThere(queries, 'schema_version'))) return 0
    const [row] = await queries.all('select version from schema_version')
    return Number(row?.version ?? 0)
  }

  async function isThere(queries: Queries, table: string): Promise<boolean> {
    const known = await queries.all(
      database.dialect.engine === 'sqlite'
        ? `select name from sqlite_master where type = 'table' and name = ?`
        : 'select table_name from information_schema.tables where table_schema = current_schema() and table_name = ?',
      table,
    )
    return known.length > 0
  }
}

const tooNew = (name: string, version: number, known: number): Error =>
  Object.assign(
    new Error(
      `${name} was made by a later version of Headwater (its tables are version ${version}, this program knows ${known}); bring Headwater up to date`,
    ),
    { code: 'NO_COLLECTION' },
  )
