import { describe, expect, it } from 'vitest'
import type { Database, Queries } from '../../src/adapters/store/database.ts'
import { openSqlStore } from '../../src/adapters/store/sql-store.ts'
import { addAll } from '../../src/app/collection/add.ts'
import { refresh } from '../../src/app/collection/refresh.ts'
import { verify } from '../../src/app/collection/verify.ts'
import { changeView, removeView, saveView } from '../../src/app/collection/views.ts'
import type { Store } from '../../src/ports/store.ts'
import { each, floodReport, openedOf } from '../fixtures/reports.ts'
import { all } from './store.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }

/** What checking a collection promises while another writes to it. */
export function verifyLiveConformance(name: string, placeOf: () => Promise<() => Promise<Database>>): void {
  describe(`checking a collection in ${name} that another writes to`, () => {
    it('finds nothing wrong where nothing is', async () => {
      const open = await placeOf()
      const other = await openSqlStore(await open())
      for (const i of [0, 1, 2, 3]) await written(other, i)
      const steps = [4, 5, 6, 7, 8, 9].map((i) => () => written(other, i))
      const store = await openSqlStore(interrupted(await open(), steps))
      expect((await verify(store)).flaws).toEqual([])
      expect(steps).toEqual([])
      await Promise.all([store.close(), other.close()])
    }, 60_000)

    it('finds what is wrong all the same', async () => {
      const open = await placeOf()
      const database = await open()
      const other = await openSqlStore(database)
      await written(other, 0)
      await saveView(other, 'kept', {}, acting)
      await database.run(`update views set body = replace(body, '"kept"', '"bent"')`)
      await database.run(`update captures set address = 'file:///elsewhere.txt' where number = 1`)
      const steps = [1, 2, 3].map((i) => () => written(other, i))
      const store = await openSqlStore(interrupted(await open(), steps))
      expect((await verify(store)).flaws).toEqual([
        expect.stringMatching(/^capture 1 \(file:\/\/\/elsewhere\.txt\) is not as line \d+ of the log has it$/),
        expect.stringMatching(/^the view “bent” is not as line \d+ of the log has it$/),
      ])
      await Promise.all([store.close(), other.close()])
    }, 60_000)
  })
}

/** A report comes or another version of one, the answers are brought up to date, and views come, change and go. */
async function written(store: Store, i: number): Promise<void> {
  await all(addAll(store, each(openedOf(`/r/${i % 5}.txt`, floodReport(i))), acting))
  await refresh(store, acting)
  const view = await saveView(store, `view ${i}`, { q: 'dam' }, acting)
  if (typeof view === 'string') throw new Error(view)
  if (i % 3 === 1) await changeView(store, view.id, { name: `view ${i} again` }, acting)
  for (const { id } of i % 3 === 2 ? await store.views() : []) await removeView(store, id, acting)
}

/** A database at which, whenever something else than the log is looked at, somebody else first does the next of these steps. */
function interrupted(database: Database, steps: (() => Promise<void>)[]): Database {
  const before = (queries: Queries): Queries => ({
    ...queries,
    async all(sql, ...values) {
      if (/from (?:captures|documents|views|traced|piles)\b/.test(sql)) await steps.shift()?.()
      return queries.all(sql, ...values)
    },
  })
  return { ...database, ...before(database), atOneMoment: (work) => database.atOneMoment((one) => work(before(one))) }
}
