import { expect, it } from 'vitest'
import { lastAsked } from './last-asked.ts'

const opened = (most: number) => {
  const read: string[] = []
  const get = lastAsked({
    read: async (key: string) => {
      read.push(key)
      if (key === 'broken') throw new Error('the disk is gone')
      return key === 'nothing' ? undefined : { of: key }
    },
    sizeOf: ({ of }) => of.length,
    most,
  })
  return { get, read }
}

it('reads again what made room for others, those asked for longest ago first', async () => {
  const { get, read } = opened(6)
  for (const key of ['aa', 'bb', 'cc', 'aa', 'dd', 'aa', 'bb']) expect(await get(key)).toEqual({ of: key })
  expect(read).toEqual(['aa', 'bb', 'cc', 'dd', 'bb'])
})

it('keeps one that is larger than all that is to be kept, until the next', async () => {
  const { get, read } = opened(3)
  for (const key of ['large one', 'large one', 'b', 'large one']) await get(key)
  expect(read).toEqual(['large one', 'b', 'large one'])
})

it('reads once for all who ask at once, and again after a failure', async () => {
  const { get, read } = opened(9)
  await Promise.all([get('a'), get('a'), get('a')])
  expect(read).toEqual(['a'])
  await expect(get('broken')).rejects.toThrow('the disk is gone')
  await expect(get('broken')).rejects.toThrow('the disk is gone')
  expect([await get('nothing'), await get('nothing')]).toEqual([undefined, undefined])
  expect(read).toEqual(['a', 'broken', 'broken', 'nothing', 'nothing'])
})
