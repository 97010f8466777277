import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { floodReport } from '../../test/fixtures/reports.ts'
import { startAuthority, type TestAuthority, withoutOpenssl } from '../../test/fixtures/timestamp-authority.ts'
import { ranWith } from '../../test/fixtures/world.ts'
import { openCollection } from '../app/collection/open.ts'

if (withoutOpenssl) it.skip(`time-stamps by commands: ${withoutOpenssl}`, () => undefined)

describe.skipIf(withoutOpenssl)('time-stamps by commands', () => {
  let authority: TestAuthority
  let folder = ''
  beforeAll(async () => {
    authority = await startAuthority()
  })
  afterAll(() => authority.stop())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-stamping-'))
    await (await openCollection(join(folder, 'cli.db'))).close()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const ran = (...words: readonly string[]) =>
    ranWith(
      [
        ...words,
        ...(/add|timestamp/.test(words[0] ?? '') ? ['--allow-private'] : []),
        '--collection',
        join(folder, 'cli.db'),
      ],
      {
        acting: { by: 'ana', now: () => new Date().toISOString() },
      },
    )
  const file = (n: number): string => {
    const path = join(folder, `${n}.txt`)
    writeFileSync(path, floodReport(n))
    return path
  }

  it('are asked for with what is added, and checked', async () => {
    expect(await ran('add', file(1), file(2), '--timestamp', authority.address)).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/2 reports added\neverything up to line 2 of the log stamped at 2\S+Z by http/),
    })
    const { code, printed } = await ran('verify')
    expect(code).toBe(0)
    expect(printed).toMatch(
      /1 time-stamp checked\n {2}line 2 was there at 2\S+Z, says O=Clock House, CN=Stamps\neverything up to line 2/,
    )
    expect(printed).toContain('who gave the time-stamps was not checked')
    const anchored = await ran('verify', '--authority', authority.caFile)
    expect(anchored).toMatchObject({ code: 0, printed: expect.not.stringContaining('was not checked') })
    const json = JSON.parse((await ran('verify', '--json')).printed) as Record<string, unknown>
    expect(json.stamps).toMatchObject({ count: 1, covered: { line: 2 }, authority: 'not checked' })
  })

  it('are asked for one by one, and for all there is', async () => {
    expect((await ran('add', file(1), file(2), '--timestamp-each', authority.address)).printed).toMatch(
      /2 captures stamped/,
    )
    expect((await ran('timestamp', '--timestamp', authority.address)).printed).toMatch(/nothing came since line 2/)
    await ran('add', file(3))
    expect(JSON.parse((await ran('timestamp', '--timestamp', authority.address, '--json')).printed)).toMatchObject({
      line: 5,
      status: 'stamped',
    })
  })

  it('do not stand in the way of adding', async () => {
    const failed = await ran('add', file(1), '--timestamp', `${authority.address}broken`)
    expect(failed).toMatchObject({
      code: 3,
      printed: '1 report added',
      told: expect.stringContaining('answered 500'),
    })
    expect(failed.told).not.toContain('should not happen')
    expect((await ran('search', 'flooded')).code).toBe(0)
  })

  it.each([
    [['timestamp'], /wants the address/],
    [['timestamp', '--timestamp', 'ftp://tsa.example'], /has an address, http/],
    [['timestamp', '--timestamp', 'tsa.example'], /has an address, http/],
    [['timestamp', '--timestamp', 'http://ana:secret@tsa.example/'], /may hold no name and password/],
    [['add', 'x', '--timestamp', 'http://a.example', '--timestamp-each', 'http://a.example'], /not both/],
    [['verify', '--authority', import.meta.filename], /there is no certificate/],
  ])('%j is wrong usage', async (words, says) => {
    expect(await ran(...words)).toMatchObject({ code: 2, told: expect.stringMatching(says) })
  })

  it('have nothing to say of an empty collection', async () => {
    expect(await ran('timestamp', '--timestamp', authority.address)).toMatchObject({ code: 1 })
  })
})
