import { describe, expect, it } from 'vitest'
import { excerpt } from '../model/span.ts'
import { statementQuoted } from './anchors.ts'

const text =
  'Ferry aground, 14 hurt\n\nA ferry ran aground on Sunday, and 14 passengers were hurt, the harbour master said. 14 hurt is what the mayor heard.'

const shown = (...words: readonly string[]) => {
  let from = 0
  return words.map((quote) => {
    const start = text.indexOf(quote, from)
    from = start + quote.length
    return excerpt(text, start, from)
  })
}

describe('finding a quoted statement again', () => {
  const now = shown('Ferry aground', '14 hurt', 'A ferry ran aground on Sunday', '14 passengers were hurt', '14 hurt')

  it.each<[string, { readonly quote: string; readonly start?: number }, string | undefined, number?]>([
    ['by its words', { quote: 'A ferry ran aground on Sunday', start: 24 }, 'A ferry ran aground on Sunday'],
    ['wherever it moved to', { quote: '14 passengers were hurt', start: 3 }, '14 passengers were hurt'],
    ['in the place that is nearest to the one before', { quote: '14 hurt', start: 100 }, '14 hurt', 4],
    ['in the first place where none is told', { quote: '14 hurt' }, '14 hurt', 1],
    [
      'where a later reading cuts it otherwise',
      { quote: 'and 14 passengers were hurt,', start: 55 },
      '14 passengers were hurt',
    ],
    [
      'not in a statement that has few of the words',
      { quote: 'A ferry ran aground on Sunday, and 14 passengers were hurt, the harbour master said', start: 24 },
      undefined,
    ],
    ['not once the words are gone', { quote: '15 passengers were hurt', start: 55 }, undefined],
  ])('%s', (_, quoted, words, at) => {
    const found = statementQuoted({ document: 'a1', ...quoted }, text, now)
    expect(found === undefined ? undefined : now[found]?.quote).toBe(words)
    if (at !== undefined) expect(found).toBe(at)
  })

  it('finds nothing in a document that states nothing', () => {
    expect(statementQuoted({ document: 'a1', quote: '' }, text, [])).toBeUndefined()
  })
})
