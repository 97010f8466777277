import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/store/database.ts'
import { migrated } from '../../src/adapters/store/migrated.ts'
import { migrations } from '../../src/adapters/store/schema.ts'
import { openSqlStore } from '../../src/adapters/store/sql-store.ts'

/** What holds for the tables of an older or a newer version. */
export function migrationConformance(name: string, open: () => Promise<() => Promise<Database>>): void {
  describe(`tables of another version in ${name}`, () => {
    const later = [...migrations, () => ['alter table alerts add column seen text', `update alerts set seen = 'no'`]]

    it('are brought forward with what is in them, after a copy was put aside', async () => {
      const reopen = await open()
      const store = await openSqlStore(await reopen())
      await store.write((writing) =>
        writing.addAlert({ at: '2026-01-01', kind: 'conflict', about: 'the dam', says: 'They differ.', evidence: [] }),
      )
      await store.close()
      const database = await reopen()
      const copies: string[] = []
      const watched: Database = {
        ...database,
        backUp: async (version) => {
          copies.push(await database.backUp(version))
          return copies.at(-1) ?? ''
        },
      }
      await migrated(watched, later)
      expect(await database.all('select number, seen from alerts')).toEqual([{ number: 1, seen: 'no' }])
      await migrated(watched, later)
      expect(copies).toHaveLength(1)
      await database.close()
    })

    it('of the first version get what came later, and keep what is in them', async () => {
      const reopen = await open()
      const old = await reopen()
      await migrated(old, migrations.slice(0, 1))
      await old.run(`insert into alerts (number, body) values (1, '{"says":"They differ."}')`)
      await old.close()
      const store = await openSqlStore(await reopen())
      expect(await store.views()).toEqual([])
      for await (const alert of store.alerts()) expect(alert).toEqual({ number: 1, says: 'They differ.' })
      expect((await store.counts()).alerts).toBe(1)
      await store.close()
    })

    it('stay as they were where a step fails', async () => {
      const reopen = await open()
      const database = await reopen()
      await migrated(database)
      const broken = [...migrations, () => ['alter table alerts add column seen text', 'no such words']]
      await expect(migrated(database, broken)).rejects.toThrow()
      await migrated(database)
      expect(await database.all('select * from alerts')).toEqual([])
      await migrated(database, later)
      await database.close()
    })

    it('are refused where a later version made them', async () => {
      const reopen = await open()
      const database = await reopen()
      await migrated(database, later)
      await expect(openSqlStore(database)).rejects.toThrow(
        /was made by a later version of Headwater.*bring Headwater up to date/,
      )
      await database.close()
    })

    it('are made once where two open an empty place at the same time', async () => {
      const reopen = await open()
      const both = await Promise.all([reopen(), reopen()])
      const stores = await Promise.all(both.map((database) => openSqlStore(database)))
      expect(await Promise.all(stores.map((store) => store.counts().then(({ lines }) => lines)))).toEqual([0, 0])
      for (const store of stores) await store.close()
    })
  })
}
