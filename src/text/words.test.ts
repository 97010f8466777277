import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, wordsOf } from './words.ts'

const listed = (text: string): readonly string[] => {
  const { starts, ends } = wordsOf(text, [{ start: 0, end: text.length }])
  return starts.map((start, i) => text.slice(start, ends[i]))
}

describe('wordsOf', () => {
  it.each([
    ['The quay’s 1,200 berths', ['The', 'quay’s', '1,200', 'berths']],
    ['co-owner', ['co', 'owner']],
    ['港が閉じた', ['港', 'が', '閉', 'じ', 'た']],
    ['... !?', []],
  ])('finds the words of "%s"', (text, expected) => expect(listed(text)).toEqual(expected))

  it('keeps words in order, apart and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { starts, ends } = wordsOf(text, [{ start: 0, end: text.length }])
        starts.forEach((start, i) => {
          expect(ends[i]).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(ends[i - 1] ?? 0)
        })
      }),
    )
  })
})

describe('fold', () => {
  it('takes case, accents and the choice of apostrophe away', () => {
    expect(fold('L’Équipe')).toBe("l'equipe")
  })
})
