import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Reading } from '../../model/reading.ts'
import { analyse } from '../read.ts'
import { stages } from '../stages.ts'
import { certaintyOf } from './certainty-of.ts'
import { withoutInner } from './without-inner.ts'

const readingOf = (text: string): Reading => {
  const document = documentOf(text)
  return withoutInner({ document, ...analyse(document, stages) })
}
const clausesOf = (text: string) => readingOf(text).statements.map(({ quote }) => quote)

describe('statements', () => {
  it.each([
    [
      'The flood hit Lower Marsh on Monday, killing at least 17 people and tearing through three villages.',
      ['The flood hit Lower Marsh on Monday', 'killing at least 17 people', 'tearing through three villages'],
    ],
    [
      'The flood hit Lower Marsh on Monday, making the road unsafe.',
      ['The flood hit Lower Marsh on Monday, making the road unsafe'],
    ],
    [
      'If the talks fail, the strike goes on, which worries the port.',
      ['If the talks fail, the strike goes on, which worries the port'],
    ],
    ['To keep the mill open, the town sold two barges.', ['To keep the mill open, the town sold two barges']],
    [
      'The town lost the mill, although the workers had kept it open.',
      ['The town lost the mill', 'the workers had kept it open'],
    ],
    [
      'Sirens sounded only forty minutes after the dam had burst.',
      ['Sirens sounded only forty minutes after the dam had burst'],
    ],
    ['The boats left at noon and were never seen again.', ['The boats left at noon and were never seen again']],
    ['The boats left at noon and carried 40 crates.', ['The boats left at noon', 'carried 40 crates']],
    [
      'The mill burns 38 million litres a month and has shut down one of its two wheels.',
      ['The mill burns 38 million litres a month', 'has shut down one of its two wheels'],
    ],
    [
      'The paper reported that 90 people would have to leave and that the second mill would be shut in May.',
      ['90 people would have to leave', 'the second mill would be shut in May'],
    ],
    [
      'The captain has been arrested and all four ships of the operator, Lake Lines, have been suspended.',
      ['The captain has been arrested', 'all four ships of the operator, Lake Lines, have been suspended'],
    ],
    [
      'The firm plans to cut 800 jobs and close a line in the north.',
      ['The firm plans to cut 800 jobs and close a line in the north'],
    ],
    [
      'The ministry did not mend the dam and tell residents about it.',
      ['The ministry did not mend the dam and tell residents about it'],
    ],
    ['The gang allegedly broke the lock and took the money.', ['The gang allegedly broke the lock and took the money']],
    [
      'Ana Ruiz, who founded the firm and built the mill, died on Monday.',
      ['Ana Ruiz, who founded the firm and built the mill, died on Monday'],
    ],
    [
      'If the talks fail and the firm closes the mill, 800 workers will lose their jobs.',
      ['If the talks fail and the firm closes the mill, 800 workers will lose their jobs'],
    ],
    ['The school closed the doors and fed the children.', ['The school closed the doors', 'fed the children']],
    ['The school fed the children and the old.', ['The school fed the children and the old']],
    [
      'The town may gather 12 tonnes, against 16 tonnes in 2024.',
      ['The town may gather 12 tonnes', 'against 16 tonnes in 2024'],
    ],
    ['The storm left 97 dead and 14 missing.', ['The storm left 97 dead', '14 missing']],
    [
      'Some 1,000 divers will go to the coast, along with 5,000 builders to mend the quay.',
      ['Some 1,000 divers will go to the coast', '5,000 builders to mend the quay'],
    ],
    ['The toll rose to 27 from 11.', ['The toll rose to 27 from 11']],
    ['Between 5 and 7 barges sank at the quay.', ['Between 5 and 7 barges sank at the quay']],
    [
      'The fine was 48 million kroner, about 4 million dollars.',
      ['The fine was 48 million kroner, about 4 million dollars'],
    ],
    [
      'Sixty people were treated on Monday, four of whom remain in hospital.',
      ['Sixty people were treated on Monday', 'four of whom remain in hospital'],
    ],
    ['Keep an eye on the river, mate.', []],
    ['Keep an eye on the river, mate – it is a sleeping giant.', ['it is a sleeping giant']],
    [
      'The deal was signed by Ana Ruiz, who praised the port.',
      ['The deal was signed by Ana Ruiz, who praised the port'],
    ],
    [
      'The deal was signed by Ana Ruiz, who highlighted the port.',
      ['The deal was signed by Ana Ruiz', 'who highlighted the port'],
    ],
    [
      'The firm denies any link with the mill and says a storm was at fault.',
      ['The firm denies any link with the mill', 'a storm was at fault'],
    ],
    [
      'If no rain falls by July the town may gather 12 tonnes.',
      ['If no rain falls by July the town may gather 12 tonnes'],
    ],
    ["Now, let's talk about the dam.", []],
    ['The ministry said that the bridge had fallen at noon.', ['the bridge had fallen at noon']],
    ['The mill closed in May and the workers left the town.', ['The mill closed in May', 'the workers left the town']],
    ['Was the bridge safe on Monday?', []],
    ['A long night by the river.', []],
  ])('reads %j clause by clause', (sentence, expected) => {
    expect(clausesOf(sentence)).toEqual(expected)
  })

  it('comes to an end where two hidden voices stand within each other', () => {
    const told = readingOf(
      'She spoke of what allegedly drew the guard to the mill and what led him to allegedly open the sluice.',
    )
    expect(told.statements.length).toBeGreaterThan(0)
  })

  it.each([
    ['The mill closed on Monday.', 'asserted'],
    ['The mill will close on Monday.', 'planned'],
    ['The clinic treated sixty people for burning eyes.', 'asserted'],
    ['The firm is considering closing the mill.', 'planned'],
    ['The mill may have closed on Monday.', 'hedged'],
    ['Dozens are believed to be trapped in the mill.', 'hedged'],
    ['The firm denied that the mill had closed.', 'denied'],
    ['The firm said the mill was not closed.', 'denied'],
    ['The firm said no more than 110 people had lived there.', 'asserted'],
  ])('judges %j to be %s', (sentence, expected) => {
    expect(readingOf(sentence).statements.map(({ certainty }) => certainty)).toEqual([expected])
  })

  it('keeps the whole chain of voices, outermost first', () => {
    const reading = readingOf('Harbour Post, citing two diplomats, reported that the talks had failed on Monday.')
    const [statement] = reading.statements
    const chain = statement?.attribution.map((index) => reading.attributions[index]?.source[0]?.quote)
    expect([statement?.quote, chain]).toEqual(['the talks had failed on Monday', ['Harbour Post', 'two diplomats']])
  })

  it('judges a statement by its main clause', () => {
    const [statement] = readingOf('The mill closed on Monday, potentially hurting the town.').statements
    expect([statement?.quote, statement?.certainty]).toEqual([
      'The mill closed on Monday, potentially hurting the town',
      'asserted',
    ])
  })

  it('tells what is from what is only meant to be', () => {
    const { statements } = readingOf('The yard builds 40 boats a year, with plans to build 90.')
    expect(statements.map(({ quote, certainty }) => [quote, certainty])).toEqual([
      ['The yard builds 40 boats a year', 'asserted'],
      ['with plans to build 90', 'planned'],
    ])
  })

  it('judges what is joined by what governs it', () => {
    const { statements } = readingOf('The firm plans to cut 90 jobs, and to close one of its two mills.')
    expect(statements.map(({ quote, certainty }) => [quote, certainty])).toEqual([
      ['The firm plans to cut 90 jobs', 'planned'],
      ['to close one of its two mills', 'planned'],
    ])
  })

  it.each([
    ['Ferry with 300 sinks; 26 dead, captain held', ['Ferry with 300 sinks', '26 dead', 'captain held']],
    ['Over 60 hurt in mill fire as jammed gates are blamed', ['Over 60 hurt in mill fire', 'jammed gates are blamed']],
    ['Firm cuts 482 jobs, not 410', ['Firm cuts 482 jobs, not 410']],
  ])('reads the headline %j part by part', (title, expected) => {
    const { statements } = readingOf(`${title}\n\nThe gates were shut on Monday.`)
    expect(statements.filter(({ end }) => end <= title.length).map(({ quote }) => quote)).toEqual(expected)
  })

  it('takes hearsay for a hedge', () => {
    const { statements } = readingOf('Word on the quay is that the mill will close.')
    expect(statements.map(({ quote, certainty }) => [quote, certainty])).toEqual([['the mill will close', 'hedged']])
  })

  it('leaves a bare sentence after a report to nobody', () => {
    const { statements } = readingOf('The mill had closed, the mayor said. The workers left the town on Tuesday.')
    expect(statements.map(({ quote, attribution }) => [quote, attribution.length])).toEqual([
      ['The mill had closed', 1],
      ['The workers left the town on Tuesday', 0],
    ])
  })

  it('gives the words that stand at its offsets', () => {
    const word = fc.constantFrom(
      '“',
      '”',
      '"',
      'he',
      'said',
      ',',
      ';',
      '.',
      'which',
      'İ',
      'killing',
      'may',
      'to go',
      'and',
      'fell',
      '\n\n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const document = documentOf(`x ${words.join(' ')}`)
        for (const { start, end, quote, certaintyScore } of analyse(document, stages).statements) {
          expect(document.text.slice(start, end)).toBe(quote)
          expect(Math.abs(certaintyScore)).toBeLessThanOrEqual(3)
        }
      }),
    )
  })
})

describe('certaintyOf', () => {
  it('finds a hedge between two tellings', () => {
    expect(certaintyOf('The drug may reduce the risk of a stroke.').certainty).toBe('hedged')
    expect(certaintyOf('The drug reduces the risk of a stroke.').certainty).toBe('asserted')
  })
})

describe('how certain an event is', () => {
  /** Of the narrowest statement that begins with these words. */
  const scoreOf = (text: string, words: string): number | undefined =>
    analyse(documentOf(text), stages)
      .statements.filter(({ quote }) => quote.startsWith(words))
      .sort((a, b) => a.quote.length - b.quote.length)[0]?.certaintyScore

  it.each([
    ['The firm refused to close the mill.', 'to close the mill', 'The firm managed to close the mill.'],
    ['The firm wants to close the mill.', 'to close the mill', 'The firm managed to close the mill.'],
    ['The mill did not close on Friday.', 'The mill did not close on Friday', ''],
    ['If the mill closes, the town will suffer.', 'If the mill closes', 'When the mill closed, the town suffered.'],
    ['The sailors threatened a strike on Friday.', 'a strike', 'The sailors began a strike on Friday.'],
    ['The ministry made an offer it never signed.', 'it never signed', 'The ministry made an offer it later signed.'],
  ])('in "%s", of "%s"', (doubted, words, certain) => {
    expect(scoreOf(doubted, words)).toBeLessThan(
      scoreOf(certain, words.replace(/^If the mill.*/, 'When the mill')) ?? 1.5,
    )
  })

  it('takes what is yet to come for likelier in a report than in a letter', () => {
    const reported =
      scoreOf('The ministry said officials will meet rebels in Lowmoor on Friday.', 'officials will meet') ?? 0
    expect(reported).toBeGreaterThan(scoreOf('Hi guys, I will meet you on Friday!', 'Hi guys') ?? 3)
  })

  it('lists what a question asks, as no statement of its own', () => {
    const { statements } = analyse(documentOf('Did the mill close its gates?'), stages)
    expect(statements.map(({ quote, inner }) => [quote, inner])).toEqual([['Did the mill close its gates', true]])
  })
})
