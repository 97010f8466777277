import { describe, expect, it } from 'vitest'
import type { Database, Queries } from '../../src/adapters/store/database.ts'
import { openSqlStore } from '../../src/adapters/store/sql-store.ts'
import { addAll } from '../../src/app/collection/add.ts'
import { dossierFiles } from '../../src/app/collection/dossier.ts'
import { refresh } from '../../src/app/collection/refresh.ts'
import { type Verified, verify } from '../../src/app/collection/verify.ts'
import { changeView, removeView, saveView } from '../../src/app/collection/views.ts'
import type { Store } from '../../src/ports/store.ts'
import { each, floodReport, openedOf } from '../fixtures/reports.ts'
import { all } from './store.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }

/** What checking a collection, and giving it away, promise while another writes to it. */
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

    it('gives away one moment of it as a dossier', async () => {
      const open = await placeOf()
      const other = await openSqlStore(await open())
      for (const i of [0, 1, 2]) await written(other, i)
      const steps = [3, 4, 5, 6, 7].map((i) => () => written(other, i))
      // Between its answers and its captures.
      const store = await openSqlStore(interrupted(await open(), steps, /from (?:captures|documents)\b/))
      const files = await dossierFiles(store)
      expect(steps).toEqual([])
      const text = (path: string): string => new TextDecoder().decode(files.get(path))
      const lines = (path: string): Line[] =>
        text(path)
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Line)
      const [log, captures, texts] = ['log.jsonl', 'captures.jsonl', 'texts.jsonl'].map(lines)
      const verified = JSON.parse(text('verified.json')) as Verified
      expect(verified).toMatchObject({ flaws: [], captures: captures?.length, lines: log?.length })
      expect(verified.head).toMatchObject({ number: log?.at(-1)?.number, digest: log?.at(-1)?.digest })
      expect(captures?.map(({ number }) => number)).toEqual(
        log?.flatMap(({ kind, body }) => (kind === 'capture' ? [body?.capture] : [])),
      )
      const { documents } = JSON.parse(text('report.json')) as { readonly documents: readonly Line[] }
      const digests = (list: readonly Line[] = []) => list.map(({ id, sha256 }) => `${id} ${sha256}`).sort()
      expect(digests(texts)).toEqual(digests(documents))
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

/** What is looked at in a line of one of the files. */
interface Line {
  readonly number?: number
  readonly digest?: string
  readonly kind?: string
  readonly body?: { readonly capture?: number }
  readonly id?: string
  readonly sha256?: string
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

/** A database at which, whenever one of these tables is looked at, somebody else first does the next of these steps. */
function interrupted(database: Database, steps: (() => Promise<void>)[], tables = allButTheLog): Database {
  const before = (queries: Queries): Queries => ({
    ...queries,
    async all(sql, ...values) {
      if (tables.test(sql)) await steps.shift()?.()
      return queries.all(sql, ...values)
    },
  })
  return { ...database, ...before(database), atOneMoment: (work) => database.atOneMoment((one) => work(before(one))) }
}

const allButTheLog = /from (?:captures|documents|views|traced|piles)\b/
