import { describe, expect, it } from 'vitest'
import { cosine, vectorOf, wordLikeness } from './word-vectors.ts'

describe('wordLikeness', () => {
  it.each([
    ['dismissed', 'sacked', 'herring'],
    ['ferry', 'boat', 'salary'],
    ['killed', 'dead', 'budget'],
    ['teacher', 'pupil', 'diesel'],
  ])('%s is used more like %s than like %s', (word, like, unlike) => {
    expect(wordLikeness(word, like)).toBeGreaterThan(0.4)
    expect(wordLikeness(word, unlike)).toBeLessThan(0.3)
  })

  it('knows nothing of a word it has not read', () => {
    expect(vectorOf('qzxqzx')).toBeUndefined()
    expect(wordLikeness('qzxqzx', 'ferry')).toBe(0)
    expect(wordLikeness('qzxqzx', 'qzxqzx')).toBe(1)
  })
})

describe('cosine', () => {
  it('has no direction without length', () => expect(cosine([0, 0], [1, 1])).toBe(0))
})
