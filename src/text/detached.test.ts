import fc from 'fast-check'
import { expect, it } from 'vitest'
import { detached } from './detached.ts'

it('gives the same letters, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(detached(text)).toBe(text)
      expect(detached(text.slice(1, -1))).toBe(text.slice(1, -1))
    }),
  )
})
