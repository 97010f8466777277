import { describe, expect, it } from 'vitest'
import { quotedSpans } from './quoted.ts'

describe('quotedSpans', () => {
  it.each([
    ['"Stop the pumps," he said.', ['"Stop the pumps,"']],
    ['He said “stop” and “go”.', ['“stop”', '“go”']],
    ['An inch mark " and no end.', []],
    ['“The first part.\n\n“The last part,” she said.', ['“The first part.', '“The last part,”']],
    ['„Halt“, rief er.', ['„Halt“']],
  ])('in %j', (text, expected) => {
    expect(quotedSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})
