import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { crashConformance } from '../../../test/conformance/crash.ts'
import { migrationConformance } from '../../../test/conformance/migration.ts'
import { oneMomentConformance } from '../../../test/conformance/one-moment.ts'
import { peopleConformance } from '../../../test/conformance/people.ts'
import { storeConformance } from '../../../test/conformance/store.ts'
import { verifyLiveConformance } from '../../../test/conformance/verify-live.ts'
import { openSqlPeople } from './sql-people.ts'
import { openSqlStore } from './sql-store.ts'
import { openSqlite } from './sqlite.ts'

storeConformance('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-sqlite-'))
  return {
    open: async () => openSqlStore(await openSqlite(join(folder, 'deep', 'collection.db'))),
    remove: async () => rmSync(folder, { recursive: true }),
  }
})

peopleConformance('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-people-'))
  return {
    open: async () => openSqlPeople(await openSqlite(join(folder, 'people.db'))),
    remove: async () => rmSync(folder, { recursive: true }),
  }
})

describe('people and a collection', () => {
  it('are kept apart', async () => {
    await (await openSqlStore(await openSqlite(join(folder, 'desk.db')))).close()
    await (await openSqlPeople(await openSqlite(join(folder, 'people.db')))).close()
    const [desk, people] = [await openSqlite(join(folder, 'desk.db')), await openSqlite(join(folder, 'people.db'))]
    await expect(openSqlPeople(desk)).rejects.toThrow(/holds a collection/)
    await expect(openSqlStore(people)).rejects.toThrow(/holds no collection but people/)
    for (const one of [desk, people]) await one.close()
  })
})

const folder = mkdtempSync(join(tmpdir(), 'headwater-sqlite-'))
let places = 0
migrationConformance('SQLite', async () => {
  const path = join(folder, `${++places}.db`)
  return () => openSqlite(path)
})
oneMomentConformance('SQLite', async () => {
  const path = join(folder, `${++places}.db`)
  return () => openSqlite(path)
})
verifyLiveConformance('SQLite', async () => {
  const path = join(folder, `${++places}.db`)
  return () => openSqlite(path)
})
crashConformance('SQLite', () => join(folder, `${++places}.db`))
afterAll(() => rmSync(folder, { recursive: true }))
