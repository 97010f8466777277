import { describe, expect, it } from 'vitest'
import { numberRarity, rarity } from './rarity.ts'

describe('rarity', () => {
  it('is least for the commonest words and most for names', () => {
    expect(rarity('people')).toBeLessThan(rarity('spillway'))
    expect(rarity('spillway')).toBeLessThanOrEqual(rarity('qvarnholt'))
  })
})

describe('numberRarity', () => {
  it.each([
    [2, 1237],
    [100, 112],
    [3, 30],
    [9_000_000, 9_412_000],
  ])('takes %d for less telling than %d', (common, rare) => {
    expect(numberRarity(common)).toBeLessThan(numberRarity(rare))
  })
})
