import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Store } from '../../ports/store.ts'
import { addAll } from './add.ts'
import { openCollection } from './open.ts'
import { isDue, refresh } from './refresh.ts'
import { reportOf } from './report.ts'
import { verify } from './verify.ts'

/** A reader that breaks on some words, wherever it is called. */
const poison = 'Nineteen herrings hung over the gate.'
vi.mock('../../extract/read.ts', async (original) => {
  const real = await original<typeof import('../../extract/read.ts')>()
  const read: typeof real.read = (document) => {
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
async function untilUpToDate(): Promise<void> {
  for (let times = 0; times < 3 && (await isDue(store)); times++) await refresh(store, acting)
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
})
