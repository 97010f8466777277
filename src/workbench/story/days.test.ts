import { expect, it } from 'vitest'
import { daysOf } from './days.ts'

it('puts what was published and what is told of a day side by side, in order', () => {
  const happening = (kind: 'published' | 'told', when: string) => ({ kind, when, document: 'a', words: when })
  const days = daysOf([
    happening('published', '2025-03-05T08:00:00Z'),
    happening('told', '2025-03-04'),
    happening('told', '2025-03-05'),
    happening('told', '2024'),
    happening('told', 'PAST_REF'),
    happening('told', '2025-W10'),
  ])
  expect(days.map(({ day, published, told }) => [day, published.length, told.length])).toEqual([
    ['2024', 0, 1],
    ['2025-03-04', 0, 1],
    ['2025-03-05', 1, 1],
  ])
})
