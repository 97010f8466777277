import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberIn, numberOf, openNumbered } from './numbered.ts'

it('numbers keys as they come, also such as fall on one place of the table', () => {
  const key = fc.oneof(
    fc.maxSafeNat(),
    fc.nat(9),
    fc.nat(9).map((n) => n * 2 ** 32),
  )
  fc.assert(
    fc.property(fc.array(key), fc.array(key), (keys, others) => {
      const numbered = openNumbered(keys.length)
      const order = [...new Set(keys)]
      expect(keys.map((one) => numberOf(numbered, one))).toEqual(keys.map((one) => order.indexOf(one)))
      expect(others.map((one) => numberIn(numbered, one))).toEqual(others.map((one) => order.indexOf(one)))
    }),
  )
})
