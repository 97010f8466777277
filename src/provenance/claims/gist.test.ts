import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import { contentsOf } from './content.ts'
import { gistOf } from './gist.ts'

const gist = (...statements: readonly string[]): string =>
  gistOf(contentsOf(readingOf(documentOf(`${statements.join('. ')}.`, { id: 'a1' }), { statements })))

describe('gistOf', () => {
  it.each([
    ['GARA (Quay News) — The crane fell on four lorries', 'The crane fell on four lorries'],
    ['Marta Oduya: The crane fell on four lorries', 'The crane fell on four lorries'],
    ['but the crane fell on four lorries', 'The crane fell on four lorries'],
  ])('of "%s" is "%s"', (words, expected) => expect(gist(words)).toBe(expected))

  it('rather takes a clause that can be read alone', () => {
    expect(gist('adding more lorries under the crane', 'The crane crushed lorries in Gara')).toBe(
      'The crane crushed lorries in Gara',
    )
  })

  it('ends a long one at a word', () => {
    const long = gist(`The crane fell on ${'lorries and containers and '.repeat(8)}nobody was hurt`)
    expect(long.length).toBeLessThanOrEqual(110)
    expect(long).toMatch(/(?:and|lorries|containers) …$/)
  })
})
