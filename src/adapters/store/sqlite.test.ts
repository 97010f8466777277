import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { crashConformance } from '../../../test/conformance/crash.ts'
import { migrationConformance } from '../../../test/conformance/migration.ts'
import { storeConformance } from '../../../test/conformance/store.ts'
import { openSqlStore } from './sql-store.ts'
import { openSqlite } from './sqlite.ts'

storeConformance('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-sqlite-'))
  return {
    open: async () => openSqlStore(await openSqlite(join(folder, 'deep', 'collection.db'))),
    remove: async () => rmSync(folder, { recursive: true }),
  }
})

const folder = mkdtempSync(join(tmpdir(), 'headwater-sqlite-'))
let places = 0
migrationConformance('SQLite', async () => {
  const path = join(folder, `${++places}.db`)
  return () => openSqlite(path)
})
crashConformance('SQLite', () => join(folder, `${++places}.db`))
afterAll(() => rmSync(folder, { recursive: true }))
