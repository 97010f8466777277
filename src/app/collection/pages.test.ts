import { expect, it } from 'vitest'
import type { Fetcher } from '../../ports/fetcher.ts'
import { pagesOf } from './pages.ts'

const nobody: Fetcher = {
  fetch: async (input) => ({ input, code: 'unreadable', says: 'nobody is there' }),
  close: async () => undefined,
}

it('remembers the pages of this look, then the last of those before', async () => {
  let known = pagesOf([], nobody, '2026-02-02T09:00:00.000Z', 3).known()
  for (const [day, addresses] of [
    ['02', ['a', 'b']],
    ['03', ['c']],
    ['04', ['d', 'a']],
  ] as const) {
    const pages = pagesOf(known, nobody, `2026-02-${day}T09:00:00.000Z`, 3)
    for (const address of addresses) await pages.page(address, 'as it was')
    known = pages.known()
  }
  expect(known.map(({ address, failures }) => [address, failures])).toEqual([
    ['a', 2],
    ['d', 1],
    ['c', 1],
  ])
})
