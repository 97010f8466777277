import { describe, expect, it } from 'vitest'
import { documentOf } from '../../test/make.ts'
import { publicationOrder } from './publication-order.ts'

const at = (published: string | undefined) => documentOf('words', { published })

describe('publication order', () => {
  it.each([
    ['2031-05-04T22:00:00Z', '2031-05-05T06:00:00Z', 'before'],
    ['2031-05-05T01:00:00+03:00', '2031-05-04T23:00:00Z', 'before'],
    ['2031-05-04', '2031-05-05', 'before'],
    ['2031-05-06', '2031-05-05', 'after'],
    ['2031-05-04', '2031-05-04T12:00:00Z', 'unknown'],
    [undefined, '2031-05-04', 'unknown'],
    ['last spring', '2031-05-04', 'unknown'],
  ] as const)('%s against %s is %s', (a, b, order) => {
    expect(publicationOrder(at(a), at(b))).toBe(order)
  })
})
