import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../src/adapters/store/sqlite.ts'
import { addAll } from '../src/app/collection/add.ts'
import { notaryAt } from '../src/app/collection/notary.ts'
import { openCollection } from '../src/app/collection/open.ts'
import { stampHead } from '../src/app/collection/timestamp.ts'
import { all } from './conformance/store.ts'
import { each, floodReport, openedOf } from './fixtures/reports.ts'
import { startAuthority, type TestAuthority, withoutOpenssl } from './fixtures/timestamp-authority.ts'

const withoutPython =
  spawnSync('python3', ['-c', 'import sqlite3']).status === 0 ? undefined : 'there is no Python with SQLite here'
if (withoutPython && process.env.HEADWATER_NOTHING_SKIPPED === '1') throw new Error(withoutPython)
const without = withoutOpenssl ?? withoutPython

const page = readFileSync('docs/evidence.md', 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''

if (without) it.skip(`checking evidence without Headwater: ${without}`, () => undefined)

/** What `docs/evidence.md` tells people to do who do not have Headwater, or do not trust it. */
describe.skipIf(without)('evidence, without Headwater', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-evidence-'))
  const at = (name: string) => join(folder, name)
  let authority: TestAuthority

  beforeAll(async () => {
    authority = await startAuthority()
    const acting = { by: 'Ana “the desk” Ruíz \u2028', now: () => new Date().toISOString() }
    const store = await openCollection(at('desk.db'))
    const opened = Array.from({ length: 8 }, (_, n) => openedOf(`/r/café \n ${n}.txt`, floodReport(n)))
    await all(addAll(store, each(...opened), acting))
    await stampHead(store, notaryAt(authority.address, true), acting)
    await store.close()
    writeFileSync(at('check.py'), block('python'))
    copyFileSync(authority.caFile, at('clock-house.pem'))
  })
  afterAll(async () => {
    await authority.stop()
    rmSync(folder, { recursive: true })
  })

  const checked = (name: string): readonly string[] =>
    execFileSync('python3', ['check.py', name], { cwd: folder, encoding: 'utf8' }).trim().split('\n')

  it('is found whole by the script', () => {
    const lines = checked('desk.db')
    expect(lines).toHaveLength(9)
    expect(lines.filter((line) => !/^\d+ (?:capture|timestamp) \S+Z [0-9a-f]{64} ok$/.test(line))).toEqual([])
  })

  it('is confirmed by OpenSSL, word for word as the page says', () => {
    const digest = checked('desk.db')[7]?.split(' ')[3]
    const said = block('sh').trim().split('\n')
    const [sum, text, verified] = said.map((line) => spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' }))
    expect(sum?.stdout).toBe(`${digest}  line-8.json\n`)
    expect(text?.stdout).toContain('Hash Algorithm: sha256')
    expect(`${verified?.stdout}${verified?.stderr}`).toContain('Verification: OK')
  })

  it.each([
    ['a line', `update log set at = '2020-01-01T00:00:00.000Z' where number = 3`, [3]],
    ['a line that is gone', 'delete from log where number = 3', [4, 5, 6, 7, 8, 9]],
    ['bytes', `update blobs set packed = x'0041' where sha256 = (select sha256 from captures where number = 5)`, [5]],
  ])('is found changed by the script: %s', async (_, sql, changed) => {
    rmSync(at('changed.db'), { force: true })
    const original = await openSqlite(at('desk.db'))
    await original.run('vacuum into ?', at('changed.db'))
    await original.close()
    const database = await openSqlite(at('changed.db'))
    await database.run(sql)
    await database.close()
    const numbers = checked('changed.db').filter((line) => line.endsWith('CHANGED'))
    expect(numbers.map((line) => Number.parseInt(line, 10))).toEqual(changed)
  })
})
