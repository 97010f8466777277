import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenceFor } from './fence.ts'

describe('a mark around texts', () => {
  it('is the same for the same texts, and another for others', () => {
    expect(fenceFor(['a', 'b'])).toMatch(/^[0-9a-f]{8}$/)
    expect(fenceFor(['a', 'b'])).toBe(fenceFor(['a', 'b']))
    expect(fenceFor(['a', 'b'])).not.toBe(fenceFor(['ab', '']))
  })

  it('occurs in none of them, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF ') })), (texts) => {
        const mark = fenceFor(texts, 2)
        expect(texts.some((text) => text.toLowerCase().includes(mark))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('is another one where a text holds the one that it would have got', () => {
    // Two digits only, so that a text with most of them can be written.
    const most = Array.from({ length: 255 }, (_, n) => n.toString(16).padStart(2, '0')).join(' ')
    expect(fenceFor([most], 2)).toBe('ff')
  })
})
