import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Store } from '../../ports/store.ts'
import { isEarlier, join, replacing } from './builds.ts'
import { openCollection } from './open.ts'

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
