import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openCollection } from '../collection/open.ts'
import { type Check, examine, type Patient } from './doctor.ts'
import { nodeCheck } from './installation.ts'
import { memoryCheck, settingsCheck } from './surroundings.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-doctor-'))
const built = join(folder, 'workbench')
mkdirSync(built)
writeFileSync(join(built, 'index.html'), '')
afterAll(() => rmSync(folder, { recursive: true }))

/** What is found of somebody who is well but for this. */
async function found(place: string, differing: Partial<Patient> = {}): Promise<ReadonlyMap<string, Check>> {
  const checks = await examine({
    env: { PATH: '' },
    openCollection: () => openCollection(place, { create: false, env: {} }),
    place,
    workbench: built,
    ...differing,
  })
  return new Map(checks.map((check) => [check.name, check]))
}

describe('the doctor', () => {
  it('finds a machine with a collection well, and counts what is in it', async () => {
    const place = join(folder, 'c.db')
    await (await openCollection(place, { create: true, env: {} })).close()
    const checks = await found(place)
    for (const name of ['Node', 'reading', 'SQLite', 'workbench', 'collection', 'room on disk', 'settings'])
      expect(checks.get(name)?.state).toBe('good')
    expect(checks.get('collection')?.says).toBe(`${place} has 0 reports from 0 captures`)
  })

  it('says how to make a collection that is not there, and makes none', async () => {
    const place = join(folder, 'deeper', 'none.db')
    expect((await found(place)).get('collection')).toEqual({
      name: 'collection',
      state: 'missing',
      says: `there is none at ${place}`,
      remedy: 'headwater add FILE… makes it',
    })
    await expect(openCollection(place, { create: false, env: {} })).rejects.toThrow('no collection')
  })

  it('says it with the name that was given, and that it cannot be opened once', async () => {
    const place = join(folder, 'none.db')
    expect((await found(place, { isNamed: true })).get('collection')?.remedy).toBe(
      `headwater add FILE… --collection ${place} makes it`,
    )
    const says = (await found('postgres://ana@127.0.0.1:1/news')).get('collection')?.says ?? ''
    expect(says.match(/cannot be opened/g)).toHaveLength(1)
  })

  it.each([
    ['another kind of file', () => join(folder, 'workbench', 'index.txt')],
    ['a database that does not answer', () => 'postgres://ana@127.0.0.1:1/news'],
    ['no place at all', () => 'ftp://somewhere.example/c.db'],
  ])('says that %s is broken', async (_, place) => {
    writeFileSync(join(folder, 'workbench', 'index.txt'), 'a letter, not a collection'.repeat(100))
    const check = (await found(place())).get('collection')
    expect(check?.state).toBe('broken')
    expect(check?.remedy).toContain('docs/collections.md')
  })

  it('misses the workbench where it is not built', async () => {
    expect((await found('x.db', { workbench: join(folder, 'nowhere') })).get('workbench')?.state).toBe('missing')
  })

  it('says that a proxy is not used', async () => {
    const check = (await found('x.db', { env: { HTTPS_PROXY: 'http://proxy.example' } })).get('way to the web')
    expect([check?.state, check?.says]).toEqual(['missing', expect.stringContaining('HTTPS_PROXY')])
  })

  it.each([
    ['20.18.3', 'broken'],
    ['18.20.0', 'broken'],
    ['20.19.0', 'good'],
    ['22.1.0', 'good'],
    ['26.0.0', 'good'],
  ])('finds Node %s %s', (version, state) => {
    expect(nodeCheck(version).state).toBe(state)
  })

  it.each([
    [8 * 1024 ** 3, 'good'],
    [1024 ** 3, 'missing'],
  ])('finds a memory of %s %s', (bytes, state) => {
    expect(memoryCheck(bytes).state).toBe(state)
  })

  it.each([
    [{ HEADWATER_COLLECTION: 'a.db', PATH: '/bin' }, 'good', 'set: HEADWATER_COLLECTION'],
    [{}, 'good', 'none of the environment'],
    [{ HEADWATER_ALERT_KIND: 'new-claim' }, 'good', 'none of the environment'],
    [{ HEADWATER_COLECTION: 'a.db' }, 'broken', 'HEADWATER_COLECTION is set and means nothing here'],
  ])('knows the settings %o', (env, state, says) => {
    expect(settingsCheck(env)).toMatchObject({ state, says })
  })
})
