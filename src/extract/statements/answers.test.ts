import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Reading } from '../../model/reading.ts'
import { analyse } from '../read.ts'
import { stages } from '../stages.ts'
import { withAnswersApart } from './answers.ts'
import { withoutInner } from './without-inner.ts'

const readingOf = (text: string): Reading => {
  const document = documentOf(text)
  return withAnswersApart(withoutInner({ document, ...analyse(document, stages) }))
}
const answersIn = (text: string) => {
  const reading = readingOf(text)
  return reading.statements.map(({ quote, quantities }) => [
    quote,
    ...quantities.flatMap((at) => reading.quantities[at]?.quote ?? []),
  ])
}

describe('one statement for each answer', () => {
  it('takes the whole from the part', () => {
    expect(answersIn('The yard plans to cut 310 of its 1,900 jobs.')).toEqual([
      ['The yard plans to cut 310 of its 1,900 jobs', '310'],
      ['its 1,900 jobs', '1,900'],
    ])
  })
  it('takes the whole that stands first', () => {
    expect(answersIn('Of the 480 families registered in May, about 150 were still in tents.')).toEqual([
      ['Of the 480 families registered in May, about 150 were still in tents', 'about 150'],
      ['the 480 families registered in May', '480'],
    ])
  })
  it('takes what an amount is measured by', () => {
    expect(answersIn("The catch is about 12% below last year's 3.4 million tonnes.")).toEqual([
      ["The catch is about 12% below last year's 3.4 million tonnes", 'about 12%'],
      ["last year's 3.4 million tonnes", '3.4 million tonnes'],
    ])
  })
  it('cuts where "and" joins what counts something else', () => {
    expect(
      answersIn('The blast shook the quay, hurting 14 people and driving about 700 families from their homes.'),
    ).toEqual([
      ['The blast shook the quay'],
      ['hurting 14 people', '14'],
      ['driving about 700 families from their homes', 'about 700'],
    ])
  })
  it.each([
    'The toll rose to 27 on Monday from 11.',
    'The firm closed one of its two lines.',
    'The share was 61 percent in May and 66 percent in June.',
    'The board put the damage at 48 million pesos ($830,000).',
    'Forty crews left the port.',
  ])('leaves one answer whole: %s', (text) => {
    expect(answersIn(text)).toHaveLength(1)
  })
  it('asserts what a plan takes for granted', () => {
    const { statements } = readingOf('The yard plans to cut 310 of its 1,900 jobs.')
    expect(statements.map(({ certainty }) => certainty)).toEqual(['planned', 'asserted'])
  })
  it('takes what is told aside for granted, whatever becomes of the rest', () => {
    const { statements } = readingOf('The yard will not cut 310 of its 1,900 jobs.')
    const [main, aside] = statements
    expect([main?.certainty, aside?.certainty, aside?.certaintyScore]).toEqual(['planned', 'asserted', 3])
  })
  it('quotes the text', () => {
    const words = fc.constantFrom(
      '310',
      'of',
      'its',
      '1,900',
      'jobs',
      ',',
      'which',
      'employs',
      'and',
      'less than',
      '12 tonnes',
      'Of',
      'a',
      '%',
      '.',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => {
        const { document, statements } = readingOf(list.join(' '))
        for (const { start, end, quote } of statements) expect(document.text.slice(start, end)).toBe(quote)
      }),
      { numRuns: 60 },
    )
  })
})
