import { afterAll, beforeAll, describe } from 'vitest'
import { crashConformance } from '../../../test/conformance/crash.ts'
import { migrationConformance } from '../../../test/conformance/migration.ts'
import { oneMomentConformance } from '../../../test/conformance/one-moment.ts'
import { peopleConformance } from '../../../test/conformance/people.ts'
import { storeConformance } from '../../../test/conformance/store.ts'
import { startPostgres, type TestPostgres, withoutPostgres } from '../../../test/fixtures/postgres.ts'
import { openPostgres } from './postgres.ts'
import { openSqlPeople } from './sql-people.ts'
import { openSqlStore } from './sql-store.ts'

describe.skipIf(withoutPostgres)('PostgreSQL', () => {
  let server: TestPostgres
  let places = 0
  beforeAll(async () => {
    server = await startPostgres()
  }, 120_000)
  afterAll(() => server.stop())

  storeConformance('PostgreSQL', async () => {
    const address = `${server.address}?collection=place${++places}`
    return { open: async () => openSqlStore(await openPostgres(address)), remove: async () => undefined }
  })
  peopleConformance('PostgreSQL', async () => {
    const address = `${server.address}?collection=place${++places}`
    return { open: async () => openSqlPeople(await openPostgres(address)), remove: async () => undefined }
  })
  migrationConformance('PostgreSQL', async () => {
    const address = `${server.address}?collection=place${++places}`
    return () => openPostgres(address)
  })
  oneMomentConformance('PostgreSQL', async () => {
    const address = `${server.address}?collection=place${++places}`
    return () => openPostgres(address)
  })
  crashConformance('PostgreSQL', () => `${server.address}?collection=place${++places}`)
})
