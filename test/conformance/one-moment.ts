import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/store/database.ts'

/** What an engine promises to who asks more than once, while another writes. */
export function oneMomentConformance(name: string, placeOf: () => Promise<() => Promise<Database>>): void {
  describe(`questions asked at one moment in ${name}`, () => {
    it('see nothing of what another writes in between, and those after them do', async () => {
      const open = await placeOf()
      const [asking, writing] = [await open(), await open()]
      await writing.run('create table lamps (number integer)')
      const count = 'select count(*) as count from lamps'
      const seen = await asking.atOneMoment(async (queries) => {
        const [before] = await queries.all(count)
        await writing.run('insert into lamps (number) values (1)')
        const [after] = await queries.all(count)
        return [before?.count, after?.count]
      })
      expect(seen.map(Number)).toEqual([0, 0])
      expect(Number((await asking.all(count))[0]?.count)).toBe(1)
      await Promise.all([asking.close(), writing.close()])
    })

    it('are open for others again when one fails', async () => {
      const open = await placeOf()
      const asking = await open()
      await expect(asking.atOneMoment((queries) => queries.all('select * from no_such_table'))).rejects.toThrow()
      expect(await asking.atOneMoment((queries) => queries.all('select 1 as one'))).toHaveLength(1)
      await asking.close()
    })
  })
}
