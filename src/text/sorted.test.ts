import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sorting } from './sorted.ts'
import { ended } from './steps.ts'

it('sorts as one does at once, of equal things the first before the later', () => {
  const thing = fc.record({ weight: fc.nat(5), name: fc.string({ maxLength: 2 }) })
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (things, atOnce) => {
      const order = (a: { weight: number }, b: { weight: number }): number => a.weight - b.weight
      const before = [...things]
      expect(ended(sorting(things, order, atOnce))).toEqual([...things].sort(order))
      expect(things).toEqual(before)
    }),
  )
})

it('never sorts more at once than is asked for', () => {
  const numbers = Array.from({ length: 1_000 }, (_, i) => (i * 7_919) % 1_000)
  let compared = 0
  let most = 0
  const order = (a: number, b: number): number => {
    compared++
    return a - b
  }
  const steps = sorting(numbers, order, 50)
  for (let step = steps.next(); !step.done; step = steps.next()) {
    most = Math.max(most, compared)
    compared = 0
  }
  expect(most).toBeLessThan(50 * 10)
})
