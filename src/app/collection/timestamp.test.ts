import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { startAuthority, type TestAuthority, withoutOpenssl } from '../../../test/fixtures/timestamp-authority.ts'
import type { Database } from '../../adapters/store/database.ts'
import { openSqlStore } from '../../adapters/store/sql-store.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { chained, type LogLine } from '../../collection/log.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from './acting.ts'
import { addAll } from './add.ts'
import { notaryAt } from './notary.ts'
import { openCollection } from './open.ts'
import { refresh } from './refresh.ts'
import { stampCaptures, stampHead } from './timestamp.ts'
import { verify } from './verify.ts'

if (withoutOpenssl) it.skip(`time-stamps of a collection: ${withoutOpenssl}`, () => undefined)

describe.skipIf(withoutOpenssl)('time-stamps of a collection', () => {
  let authority: TestAuthority
  let folder = ''
  let database: Database
  let store: Store
  const acting: Acting = { by: 'ana', now: () => new Date().toISOString() }

  beforeAll(async () => {
    authority = await startAuthority()
  })
  afterAll(() => authority.stop())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-stamps-'))
    database = await openSqlite(join(folder, 'c.db'))
    store = await openSqlStore(database)
    await all(addAll(store, each(openedOf('/r/a.txt', floodReport(0)), openedOf('/r/b.txt', floodReport(1))), acting))
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const notary = () => notaryAt(authority.address, true)
  const trusted = () => [new X509Certificate(authority.ca)]
  const checked = (authorities?: readonly X509Certificate[]) => verify(store, undefined, undefined, authorities)
  const addOne = (n: number) => all(addAll(store, each(openedOf(`/r/${n}.txt`, floodReport(n))), acting))

  it('cover everything up to the last line', async () => {
    const stamped = await stampHead(store, notary(), acting)
    expect(stamped).toMatchObject({ line: 2, status: 'stamped', authority: authority.address })
    expect(await store.lastLine()).toMatchObject({ number: 3, kind: 'timestamp', by: 'ana', body: { line: 2 } })
    await addOne(2)
    const { flaws, stamps } = await checked(trusted())
    expect(flaws).toEqual([])
    const good = { line: 2, genTime: stamped?.genTime, signer: 'O=Clock House, CN=Stamps' }
    expect(stamps).toEqual({ count: 1, covered: good, authority: 'checked', good: [good] })
    expect((await checked()).stamps.authority).toBe('not checked')
  })

  it('are not asked for again when nothing came since, and are when something did', async () => {
    await stampHead(store, notary(), acting)
    const asked = authority.asked()
    expect(await stampHead(store, notary(), acting)).toMatchObject({ line: 2, status: 'known' })
    expect(authority.asked()).toBe(asked)
    await addOne(2)
    expect(await stampHead(store, notary(), acting)).toMatchObject({ line: 4, status: 'stamped' })
    expect((await checked()).stamps).toMatchObject({ count: 2, covered: { line: 4 } })
  })

  it('are given to each capture where that is wanted', async () => {
    await addOne(2)
    const stamped = await stampCaptures(store, notary(), acting, 1)
    expect(stamped.map(({ line }) => line)).toEqual([2, 3])
    expect((await checked(trusted())).stamps).toMatchObject({ count: 2, covered: { line: 3 } })
    expect(await stampHead(store, notary(), acting)).toMatchObject({ line: 3, status: 'known' })
  })

  it('do nothing to a collection where nothing is', async () => {
    const empty = await openCollection(join(folder, 'empty.db'))
    try {
      expect(await stampHead(empty, notary(), acting)).toBeUndefined()
      expect((await verify(empty)).stamps).toEqual({ count: 0, covered: null, authority: 'not checked', good: [] })
    } finally {
      await empty.close()
    }
  })

  it('write nothing when the authority cannot be believed, and lose nothing', async () => {
    const before = await store.counts()
    await expect(stampHead(store, notaryAt(`${authority.address}garbage`, true), acting)).rejects.toMatchObject({
      code: 'NOTARY',
    })
    expect(await store.counts()).toEqual(before)
  })

  it('let others write while the authority is asked', async () => {
    const slow = {
      address: authority.address,
      async stamp(digest: string) {
        await addOne(5)
        return notary().stamp(digest)
      },
    }
    expect(await stampHead(store, slow, acting)).toMatchObject({ line: 2 })
    expect(await store.lastLine()).toMatchObject({ number: 4, body: { line: 2 } })
    expect((await checked(trusted())).flaws).toEqual([])
    expect(await stampHead(store, notary(), acting)).toMatchObject({ line: 4, status: 'stamped' })
  })

  it('change nothing in the answers', async () => {
    await refresh(store, acting)
    await stampHead(store, notary(), acting)
    expect(await refresh(store, acting)).toEqual({ traced: 0, alerts: [] })
  })

  describe('show', () => {
    beforeEach(async () => {
      await stampHead(store, notary(), acting)
    })

    /** Changes the log as somebody would who knows how it is made: every digest fits again. */
    async function rewrite(change: (line: LogLine) => LogLine): Promise<void> {
      let before: LogLine | undefined
      for (const line of await all(store.log())) {
        before = chained(before, change(line))
        await database.run(
          'update log set at = ?, body = ?, previous = ?, digest = ? where number = ?',
          ...[before.at, JSON.stringify(before.body), before.previous, before.digest, before.number],
        )
      }
    }
    const bodyOf = ({ body }: LogLine) => body as Readonly<Record<string, string | number>>

    it('that a line was changed, though the whole log was made to fit', async () => {
      await rewrite((line) => (line.number === 1 ? { ...line, at: '2020-01-01T00:00:00.000Z' } : line))
      const { flaws, stamps } = await checked()
      expect(flaws).toEqual(['the time-stamp in line 3 of the log names line 2, which is not the one that was stamped'])
      expect(stamps).toMatchObject({ count: 1, covered: null, good: [] })
    })

    it('that it was, and that the stamp was made to name what stands there now', async () => {
      await rewrite((line) => (line.number === 1 ? { ...line, at: '2020-01-01T00:00:00.000Z' } : line))
      const second = (await all(store.log()))[1]?.digest ?? ''
      await rewrite((line) =>
        line.kind === 'timestamp' ? { ...line, body: { ...bodyOf(line), digest: second } } : line,
      )
      expect((await checked()).flaws).toEqual([
        'the time-stamp in line 3 of the log over line 2 was given for something else',
      ])
    })

    it('nothing of lines that stand behind one that was changed', async () => {
      await database.run(`update log set by_whom = 'somebody else' where number = 1`)
      const { flaws, stamps } = await checked()
      expect(flaws).toEqual(['line 1 of the log was changed after it was written'])
      expect(stamps).toMatchObject({ count: 1, covered: null })
    })

    it.each<[string, (body: Readonly<Record<string, string | number>>) => LogLine['body'], RegExp]>([
      [
        'a time that its token does not say',
        (body) => ({ ...body, genTime: '2020-01-01T00:00:00Z' }),
        /says 2020-01-01T00:00:00Z, and its token 2/,
      ],
      ['a token that is none', (body) => ({ ...body, token: 'AAAA' }), /over line 2 is not well-formed/],
      [
        'a token that is enormous',
        (body) => ({ ...body, token: 'MIAw'.repeat(1_000_000) }),
        /over line 2 is not well-formed/,
      ],
      [
        'a line that does not stand before it',
        (body) => ({ ...body, line: 9 }),
        /names line 9, which does not stand before it/,
      ],
      ['another line', (body) => ({ ...body, line: 1 }), /names line 1, which is not the one/],
      ['no token', ({ line }) => ({ line: line ?? 0 }), /is not well-formed/],
      ['nothing', () => null, /is not well-formed/],
    ])('that it has %s', async (_, change, says) => {
      await rewrite((line) => (line.kind === 'timestamp' ? { ...line, body: change(bodyOf(line)) } : line))
      const { flaws, stamps } = await checked()
      expect(flaws).toEqual([expect.stringMatching(says)])
      expect(stamps).toMatchObject({ count: 1, covered: null, good: [] })
    })

    it('that somebody else signed, once the authority is given', async () => {
      const other = await startAuthority()
      try {
        const { flaws } = await checked([new X509Certificate(other.ca)])
        expect(flaws.join()).toMatch(/over line 2 was signed by nobody whom the given certificates stand for/)
        expect((await checked([new X509Certificate(other.ca), ...trusted()])).flaws).toEqual([])
      } finally {
        await other.stop()
      }
    })
  })

  it('show a line that says it was written after it was stamped', async () => {
    const ahead: Acting = { ...acting, now: () => '2999-01-01T00:00:00.000Z' }
    await all(addAll(store, each(openedOf('/r/9.txt', floodReport(9))), ahead))
    await stampHead(store, notary(), acting)
    expect((await checked()).flaws.join()).toMatch(
      /line 3 says that it was written later, at 2999-.*clock of that machine was wrong/,
    )
  })
})
