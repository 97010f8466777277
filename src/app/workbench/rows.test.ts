import { describe, expect, it } from 'vitest'
import { type Listing, rowKey } from '../../collection/listing.ts'
import { rowsHeld } from './rows.ts'

describe('rows that are held', () => {
  it('are looked up by their keys, not gone through for each', async () => {
    let looks = 0
    const rows = Array.from({ length: 300 }, (_, place) => ({ kind: 'claim' as const, place, words: '', body: place }))
    const listing: Listing = { digest: null, rows }
    const held = rowsHeld(new Map([['k', listing]]))
    const keys = new Proxy(
      rows.map(({ place }) => rowKey('k', 'claim', place)),
      {
        get(all, name, itself) {
          looks++
          return Reflect.get(all, name, itself)
        },
      },
    )
    expect((await held.listed([...keys, 'none'])).size).toBe(300)
    looks = 0
    expect((await held.listed(keys)).get(rowKey('k', 'claim', 7))).toBe(7)
    expect(looks).toBeLessThan(3 * keys.length)
  })
})
