import { describe, expect, it } from 'vitest'
import { partsOf, shapeOf } from './word-parts.ts'

describe('parts of a word', () => {
  it('are alike where spellings are', () => {
    const shared = (a: string, b: string) => partsOf(a).filter((part) => partsOf(b).includes(part)).length
    expect(shared('harbours', 'harbours')).toBe(9)
    expect(shared('harbours', 'Harbours')).toBe(8)
    expect(shared('harbours', 'vapours')).toBeGreaterThan(shared('harbours', 'ferry'))
    expect(shared('1987', '2024')).toBe(9)
    expect(shared('don’t', "don't")).toBe(9)
  })

  it.each([
    ["McDonald's", "AaAa'a"],
    ['F-16', 'A-0'],
    ['...', '...'],
  ])('%s has the shape %s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape)
  })
})
