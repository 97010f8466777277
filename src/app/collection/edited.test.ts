import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Store } from '../../ports/store.ts'
import { versionPage } from '../workbench/pages.ts'
import { addAll } from './add.ts'
import { openCollection } from './open.ts'
import { isDue, type Refreshing, refresh } from './refresh.ts'
import { reportOf } from './report.ts'
import { verify } from './verify.ts'

/** A reader that breaks on some words, wherever it is called. */
const poison = 'Nineteen herrings hung over the gate.'
/** Words for which the machine has no memory, once. */
const heavy = 'Forty eels lay in the boat.'
let isFull = false
const outOfMemory = 'Array buffer allocation failed'
vi.mock('../../extract/read.ts', async (original) => {
  const real = await original<typeof import('../../extract/read.ts')>()
  const read: typeof real.read = (document) => {
    if (isFull && document.text.includes(heavy)) {
      isFull = false
      throw new RangeError(outOfMemory)
    }
    if (document.text.includes(poison)) throw new RangeError('Maximum call stack size exceeded')
    return real.read(document)
  }
  return { ...real, read }
})

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
let collection: ReturnType<typeof temporaryCollection>
let store: Store
beforeEach(async () => {
  collection = temporaryCollection()
  store = await openCollection(collection.place)
  for (const n of [0, 1, 2]) await add(n)
  await refresh(store, acting)
})
afterEach(async () => {
  expect((await verify(store)).flaws).toEqual([])
  await store.close()
  collection.remove()
})

const add = (n: number, more = '') =>
  all(addAll(store, each(openedOf(`/r/${n}.txt`, `${floodReport(n)}\n\n${more}`)), acting))

/** Three times at most: what goes on for ever is told by the test, not by a limit of time. */
async function untilUpToDate(refreshing: Refreshing = {}): Promise<void> {
  for (let times = 0; times < 3 && (await isDue(store)); times++) await refresh(store, acting, refreshing)
  expect(await isDue(store)).toBe(false)
}

const edits = async (): Promise<readonly string[]> =>
  (await all(store.alerts())).flatMap(({ kind, says }) => (kind === 'edited' ? [says] : []))

describe('an edited report', () => {
  it('is compared with what it was, whether its versions were read before or not', async () => {
    await add(0, 'The mayor said that 80 people were missing.')
    await add(0, 'The mayor said that 90 people were missing.')
    await untilUpToDate()
    expect(await edits()).toEqual([expect.stringContaining('90 people')])
    expect((await reportOf(store)).refusals).toEqual([])
  })

  it('of which an earlier version breaks the reader holds nothing up, and is named', async () => {
    await add(3, poison)
    await add(3, 'The mayor said that 90 people were missing.')
    await add(1, 'The mayor said that 70 people were missing.')
    await untilUpToDate()
    const { statements, refusals } = await reportOf(store)
    expect(statements.filter(({ document }) => document === '3')).not.toEqual([])
    expect(refusals).toEqual([{ input: '/r/3.txt', code: 'set-aside', says: expect.stringContaining('RangeError') }])
    expect(refusals[0]?.says).toMatch(/^version 1 of 3 is not compared with version 2/)
    expect(await edits()).toEqual([expect.stringContaining('70 people')])

    // What comes next is compared again.
    await add(3, 'The mayor said that 95 people were missing.')
    await untilUpToDate()
    expect((await reportOf(store)).refusals).toEqual([])
    expect((await edits()).slice(1)).toEqual([expect.stringContaining('95')])
  })

  it('is compared at the next try where the machine had no memory, and nothing is held against its words', async () => {
    await add(3, `${heavy} The mayor said that 70 people were missing.`)
    await add(3, 'The mayor said that 80 people were missing.')
    isFull = true
    await expect(refresh(store, acting)).rejects.toThrow(outOfMemory)
    await untilUpToDate()
    expect(await edits()).toEqual([expect.stringContaining('figure “70” became “80”')])
    expect((await reportOf(store)).refusals).toEqual([])
    expect(await all(store.log(0, 'set-aside'))).toEqual([])
  })

  it('shows no edits, and which version cannot be read, where one breaks the reader', async () => {
    await add(3, poison)
    await add(3, 'The mayor said that 90 people were missing.')
    await add(3, 'The mayor said that 95 people were missing.')
    expect(await versionPage({ store }, '3', 2)).toMatchObject({ edits: [], unreadable: [1] })
    expect(await versionPage({ store }, '3', 3)).toMatchObject({ edits: [{ aspect: 'figure' }], unreadable: [] })
    await untilUpToDate()
  })
})

describe('a report that breaks the reader', () => {
  it('is set aside by name where it is read, and the rest is answered', async () => {
    const told: string[] = []
    await add(3, poison)
    await add(4)
    await add(5, poison)
    await untilUpToDate({ refused: ({ input }) => told.push(input) })
    const { documents, statements, refusals } = await reportOf(store)
    expect(documents.length).toBe(6)
    expect(new Set(statements.map(({ document }) => document))).toEqual(new Set(['0', '1', '2', '4']))
    expect(refusals.map(({ input, code }) => [input, code])).toEqual([
      ['/r/3.txt', 'set-aside'],
      ['/r/5.txt', 'set-aside'],
    ])
    expect(refusals[0]?.says).toMatch(/RangeError.*another version of Headwater reads it/)
    expect(told).toEqual(['/r/3.txt', '/r/5.txt'])
  })
})
