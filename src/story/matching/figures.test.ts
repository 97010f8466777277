import { describe, expect, it } from 'vitest'
import { withFigures } from './figures.ts'

describe('withFigures', () => {
  it.each([
    ['forty two boats', '42 boats'],
    ['1,200 berths', '1200 berths'],
    ['1.2 million tonnes', '1200000 tonnes'],
    ['three hundred', '300'],
    ['no one came', 'no one came'],
    ['twenty goats', '20 goats'],
  ])('reads "%s" as "%s"', (text, expected) => {
    expect(withFigures(text.split(' ')).join(' ')).toBe(expected)
  })
})
