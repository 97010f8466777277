import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crashConformance } from '../../../test/conformance/crash.ts'
import { migrationConformance } from '../../../test/conformance/migration.ts'
import { oneMomentConformance } from '../../../test/conformance/one-moment.ts'
import { peopleConformance } from '../../../test/conformance/people.ts'
import { storeConformance } from '../../../test/conformance/store.ts'
import { verifyLiveConformance } from '../../../test/conformance/verify-live.ts'
import { certificateFor, newAuthority } from '../../../test/fixtures/certificate.ts'
import { startPostgres, type TestPostgres, withoutPostgres } from '../../../test/fixtures/postgres.ts'
import { openLine } from '../../../test/fixtures/proxy.ts'
import type { Queries } from './database.ts'
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

  verifyLiveConformance('PostgreSQL', async () => {
    const address = `${server.address}?collection=place${++places}`
    return () => openPostgres(address)
  })

  it('lets one who only looks at one moment think for longer than one who writes', async () => {
    const database = await openPostgres(`${server.address}?collection=thinking`, { patience: { silence: 1_500 } })
    const count = 'select count(*) as count from pg_tables'
    const think = async (queries: Queries): Promise<number> => {
      await queries.all(count)
      await new Promise((rested) => setTimeout(rested, 2_000))
      return (await queries.all(count)).length
    }
    expect(await database.atOneMoment(think)).toBe(1)
    await expect(database.transaction(think)).rejects.toThrow()
    await database.close()
  }, 60_000)

  it('lets others write again soon when a link is cut in the midst of a writing', async () => {
    const line = await openLine(server.port)
    const near = `${server.address}?collection=cut`
    const other = await openPostgres(near)
    await other.run('create table marks (name text)')
    const far = await openPostgres(near.replace(`:${server.port}`, `:${line.port}`), {
      patience: { silence: 1_500, forAnswer: 2_000 },
    })
    const cutOff = far.transaction(async (queries) => {
      await queries.run("insert into marks (name) values ('far')")
      line.cut()
      await queries.run("insert into marks (name) values ('too late')")
    })
    const failed = expect(cutOff).rejects.toThrow()
    await other.transaction((queries) => queries.run("insert into marks (name) values ('near')"))
    expect(await other.all('select name from marks')).toEqual([{ name: 'near' }])
    await failed
    line.mend()
    await far.transaction((queries) => queries.run("insert into marks (name) values ('back')"))
    expect(await other.all('select name from marks order by name')).toEqual([{ name: 'back' }, { name: 'near' }])
    await Promise.all([far.close(), other.close()])
    await line.close()
  }, 60_000)

  it('goes on after the server was stopped, also in the midst of a writing', async () => {
    const database = await openPostgres(`${server.address}?collection=stopped`)
    await database.run('create table marks (name text)')
    const interrupted = database.transaction(async (queries) => {
      await queries.run("insert into marks (name) values ('lost')")
      await server.halt()
      await new Promise((rested) => setTimeout(rested, 200))
      await queries.run("insert into marks (name) values ('lost')")
    })
    await expect(interrupted).rejects.toThrow()
    await server.again()
    await database.transaction((queries) => queries.run("insert into marks (name) values ('kept')"))
    expect(await database.all('select name from marks')).toEqual([{ name: 'kept' }])
    await database.close()
  }, 60_000)

  it('is reached over TLS where the address says so, if it is who it says it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-tls-'))
    const written = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const authority = newAuthority()
    const ca = written('ca.pem', authority.cert)
    const asking = (name: string): string => {
      const { cert, key } = certificateFor([name], authority)
      return `sslcert=${written(`${name}.pem`, cert)}&sslkey=${written(`${name}.key`, key)}`
    }
    // Who asks is who their certificate says.
    const guarded = await startPostgres({
      tls: certificateFor(['127.0.0.1'], authority),
      trusts: authority.cert,
      access: ['hostssl all headwater 127.0.0.1/32 cert'],
    })
    const address = `${guarded.address}?sslmode=verify-full&${asking('headwater')}`
    const database = await openPostgres(`${address}&sslrootcert=${ca}`)
    expect(await database.all('select ssl from pg_stat_ssl where pid = pg_backend_pid()')).toEqual([{ ssl: true }])
    await database.close()
    // Nobody vouches for the server; it is vouched for by another name; and who asks is somebody else.
    for (const [wrong, why] of [
      [address, /unable to verify|self-signed/],
      [`${address.replace('127.0.0.1', 'localhost')}&sslrootcert=${ca}`, /altnames/],
      [`${guarded.address}?sslmode=verify-full&${asking('stranger')}&sslrootcert=${ca}`, /authentication failed/],
    ] as const) {
      const refused = await openPostgres(wrong).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'NO_COLLECTION' })
      expect(String((refused as Error).cause)).toMatch(why)
    }
    await guarded.stop()
    rmSync(folder, { recursive: true })
  })

  crashConformance('PostgreSQL', () => `${server.address}?collection=place${++places}`)
})
