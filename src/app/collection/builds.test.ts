import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Store } from '../../ports/store.ts'
import { pipeline } from './acting.ts'
import { addAll } from './add.ts'
import { isEarlier, join, joinIn, replacing } from './builds.ts'
import { openCollection } from './open.ts'
import { carryOut, refresh, whatIsDue } from './refresh.ts'

let store: Store
let collection: ReturnType<typeof temporaryCollection>
beforeEach(async () => {
  collection = temporaryCollection()
  store = await openCollection(collection.place)
})
afterEach(async () => {
  await store.close()
  collection.remove()
})

const joined = async (build: string, takesOver = false): Promise<string | undefined> => {
  await join(store, build, takesOver)
  return replacing(store, build)
}

describe('builds of one collection', () => {
  it('leave the answers to the one that came last, and do not take them back', async () => {
    expect(await joined('headwater 1.0.0 a')).toBeUndefined()
    expect(await joined('headwater 1.0.0 b')).toBeUndefined()
    expect(await joined('headwater 1.0.0 a')).toBe('headwater 1.0.0 b')
    expect(await joined('headwater 1.0.0 b')).toBeUndefined()
    expect(await joined('headwater 1.1.0 a')).toBeUndefined()
  })

  it('of an earlier version are not newer because they come later', async () => {
    await joined('headwater 1.10.0 a')
    expect(await joined('headwater 1.9.3 b')).toBe('headwater 1.10.0 a')
    expect(await replacing(store, 'headwater 1.10.0 a')).toBeUndefined()
  })

  it('that never came make the answers as soon as they come, where they are not of an earlier version', async () => {
    await joined('headwater 1.1.0 a')
    expect(await replacing(store, 'headwater 1.1.0 b')).toBeUndefined()
    expect(await replacing(store, 'headwater 1.0.9 b')).toBe('headwater 1.1.0 a')
  })

  it('can be gone back to', async () => {
    await joined('headwater 1.0.0 a')
    await joined('headwater 2.0.0 b')
    expect(await joined('headwater 1.0.0 a', true)).toBeUndefined()
    expect(await replacing(store, 'headwater 2.0.0 b')).toBe('headwater 1.0.0 a')
    expect(await joined('headwater 2.0.0 b')).toBe('headwater 1.0.0 a')
  })

  it.each([
    ['headwater 1.9.0 a', 'headwater 1.10.0 b', true],
    ['headwater 1.10.0 a', 'headwater 1.9.0 b', false],
    ['headwater 1.0.9 a', 'headwater 2.0.0 b', true],
    ['headwater 1.0.0 a', 'headwater 1.0.0 b', false],
    ['something else', 'headwater 1.0.0 b', false],
  ])('%s is earlier than %s: %s', (one, other, is) => {
    expect(isEarlier(one, other)).toBe(is)
  })
})

describe('a build that traces by itself', () => {
  const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
  const newer = `${pipeline} of the day after`
  const add = (n: number) => all(addAll(store, each(openedOf(`/r/${n}.txt`, floodReport(n))), acting))
  const comes = async (): Promise<void> =>
    store.write(async (writing) => {
      await joinIn(writing, newer)
      const { upTo = 0 } = (await writing.tracing()) ?? {}
      await writing.keepTracing({ pipeline: newer, upTo }, { isWhole: false, gone: [], come: [], placed: [] })
    })

  it('leaves the answers to a newer one, says to which, and makes them again where somebody goes back to it', async () => {
    await add(0)
    expect((await refresh(store, acting)).leftTo).toBeUndefined()
    await comes()
    await add(1)
    const kept = await store.tracing()
    expect(await refresh(store, acting)).toEqual({ traced: 0, alerts: [], leftTo: newer })
    expect(await store.tracing()).toEqual(kept)
    await join(store, pipeline, true)
    expect((await refresh(store, acting)).leftTo).toBeUndefined()
    expect((await store.tracing())?.pipeline).toBe(pipeline)
  })

  it('leaves them also where the newer one came while it traced', async () => {
    await add(0)
    await refresh(store, acting)
    await add(1)
    const due = await whatIsDue(store)
    if (!due) throw new Error('nothing is due')
    // It came, and has not made its answers yet.
    await join(store, newer, false)
    expect(await carryOut(store, due, acting)).toBeUndefined()
    expect((await refresh(store, acting)).leftTo).toBe(newer)
  })
})
