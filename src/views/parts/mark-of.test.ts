import { describe, expect, it } from 'vitest'
import { markOf } from './mark-of.ts'

describe('the mark of a voice', () => {
  it.each([
    ['Duarte Pimentel', 'DP'],
    ['the Estuary Environment Authority', 'EA'],
    ['Ministry of Health', 'MH'],
    ['regulator', 'Re'],
    ['中央通訊社', '中央'],
    ['«»', '?'],
  ])('%s', (name, letters) => {
    expect(markOf(name).letters).toBe(letters)
  })

  it('is the same for one voice however its name begins', () => {
    expect(markOf('the Harbour Board')).toEqual(markOf('Harbour Board'))
  })
})
