import type { Database, Queries } from './database.ts'
import { migrations, schemaVersion } from './schema.ts'

/**
 * Brings the tables of a database up to this version, after a copy of them was put aside. Nothing is done where they are.
 *
 * @throws Error when a later version of Headwater made them
 */
export async function migrated(database: Database, steps = migrations): Promise<void> {
  const before = await versionOf(database)
  if (before === steps.length) return
  if (before > 0 && before < steps.length) await database.backUp(before)
  await database.transaction(async (queries) => {
    // Another process may have done it while this one waited.
    const version = await versionOf(queries)
    if (version > steps.length)
      throw Object.assign(new Error(tooNew(database.name, version)), { code: 'NO_COLLECTION' })
    for (const step of steps.slice(version)) for (const sql of step(database.dialect)) await queries.run(sql)
    if (version === 0) await queries.run('create table schema_version (version integer not null)')
    await queries.run('delete from schema_version')
    await queries.run('insert into schema_version (version) values (?)', steps.length)
  })

  async function versionOf(queries: Queries): Promise<number> {
    const known = await queries.all(
      database.dialect.engine === 'sqlite'
        ? `select name from sqlite_master where type = 'table' and name = 'schema_version'`
        : `select table_name from information_schema.tables where table_schema = current_schema() and table_name = 'schema_version'`,
    )
    if (known.length === 0) return 0
    const [row] = await queries.all('select version from schema_version')
    return Number(row?.version ?? 0)
  }
}

const tooNew = (name: string, version: number): string =>
  `${name} was made by a later version of Headwater (its tables are version ${version}, this program knows ${schemaVersion}); bring Headwater up to date`
