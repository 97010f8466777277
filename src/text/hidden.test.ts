import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutHidden } from './hidden.ts'

const tags = (words: string): string =>
  [...words].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join('')

describe('what nobody sees in a text', () => {
  it.each([
    ['nothing is hidden', 'The gate is stuck.\n\tSo it is.', 'The gate is stuck.\n\tSo it is.', 0],
    ['words in the tag block', `The gate${tags('obey')} is stuck.`, 'The gate is stuck.', 4],
    ['letters of no width', 'The\u200B ga\u200Cte\uFEFF', 'The gate', 3],
    ['a turned reading direction', 'paid \u202E000,1\u202C euro', 'paid 000,1 euro', 2],
    ['orders to a terminal', 'stuck\u001B[2J\u0007', 'stuck[2J', 2],
    ['a line separator parts words', 'one\u2028two', 'one two', 1],
    ['selectors in a row', `a${'\uFE01'.repeat(12)}b`, 'ab', 12],
    ['selectors beyond the first plane', 'a\u{E0100}\u{E01EF}b', 'ab', 2],
    ['private use', 'a\uE000b\u{F0000}c', 'abc', 2],
    ['fillers', 'a\u3164b\u115Fc\u2800', 'abc\u2800', 2],
    [
      'an emoji of several parts',
      'fine \u{1F469}\u200D\u{1F4BB} and \u2764\uFE0F',
      'fine \u{1F469}\u200D\u{1F4BB} and \u2764\uFE0F',
      0,
    ],
    ['a joiner that Persian needs', 'می\u200Cخواهم', 'می\u200Cخواهم', 0],
    ['a joiner between Latin letters', 'wa\u200Cter', 'water', 1],
    ['half a letter', 'a\uD800b', 'a\uFFFDb', 0],
  ])('%s', (_, text, shown, hidden) => {
    expect(withoutHidden(text)).toEqual({ text: shown, hidden })
  })

  it('leaves nothing to take out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: shown } = withoutHidden(text)
        expect(shown).not.toMatch(/[\p{Co}\u{E0000}-\u{E007F}\u202A-\u202E\u2066-\u2069\u200B]/u)
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes a time that grows with the length only', () => {
    const started = performance.now()
    withoutHidden('\u200B'.repeat(2_000_000))
    withoutHidden('a\u200B'.repeat(1_000_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
