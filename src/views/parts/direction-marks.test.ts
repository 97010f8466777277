import { describe, expect, it } from 'vitest'
import { marked } from './direction-marks.ts'

describe('marks that a reader cannot see', () => {
  it.each([
    ['plain words', ['plain words']],
    ['', ['']],
    ['pay \u202E001\u202C euros', ['pay ', '<RLO>', '001', '<PDF>', ' euros']],
    ['so\u00ADft\u200B', ['so', '<SHY>', 'ft', '<ZWSP>']],
    ['a\u0007b\u{E0041}', ['a', '<U+0007>', 'b', '<U+E0041>']],
    ['line\nbreak\tstays', ['line\nbreak\tstays']],
  ])('%j', (text, pieces) => {
    expect(marked(text).map(({ text, mark }) => (mark ? `<${mark}>` : text))).toEqual(pieces)
  })
})
