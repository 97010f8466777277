import { describe, expect, it } from 'vitest'
import { documentOf } from '../../test/make.ts'
import { analyse } from '../extract/read.ts'
import { stages } from '../extract/stages.ts'
import { withAnswersApart } from '../extract/statements/answers.ts'
import { withoutInner } from '../extract/statements/without-inner.ts'
import { shownWords } from './shown-words.ts'

const shownIn = (text: string) => {
  const document = documentOf(text)
  return shownWords(withoutInner({ document, ...analyse(document, stages) })).map(({ quote }) => quote)
}

describe('the words that a report shows', () => {
  it('are those of the statement where they can be read alone', () => {
    expect(shownIn('The harbour office has closed the northern basin.')).toEqual([
      'The harbour office has closed the northern basin',
    ])
  })
  it('are the sentence, then the rest of it, where they cannot', () => {
    const sentence = 'The search ended at dusk with 38 people confirmed dead, 29 missing and 124 survivors.'
    const shown = shownIn(sentence)
    expect(shown).toContain(sentence)
    expect(new Set(shown).size).toBe(shown.length)
  })
  it('are not the sentence where it denies what they assert', () => {
    const denied = analyse(documentOf('The yard will not cut 310 of its 1,900 jobs.'), stages)
    const reading = withAnswersApart(
      withoutInner({ document: documentOf('The yard will not cut 310 of its 1,900 jobs.'), ...denied }),
    )
    expect(shownWords(reading).map(({ quote }) => quote)).toContain('its 1,900 jobs')
  })
})
