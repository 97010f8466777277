import { describe, expect, it } from 'vitest'
import { remembered, rememberedOfPairs } from './remembered.ts'

describe('remembered', () => {
  it('works once for each object, also where nothing comes of it', () => {
    const asked: object[] = []
    const work = remembered((key: object) => void asked.push(key))
    const [a, b] = [{}, {}]
    for (const key of [a, b, a]) expect(work(key)).toBeUndefined()
    expect(asked).toEqual([a, b])
    expect(asked[0]).toBe(a)
  })

  it('tells apart which of two comes first', () => {
    let count = 0
    const work = rememberedOfPairs((_a: object, _b: object) => count++)
    const [a, b] = [{}, {}]
    expect([work(a, b), work(b, a), work(a, b), work(a, a)]).toEqual([0, 1, 0, 2])
  })
})
