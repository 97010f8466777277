import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outline } from './outline.ts'
import { passage, sealed, words } from './sealed.ts'

describe('an answer for an agent', () => {
  it('has the words of articles between marks, and nothing else', () => {
    const answer = sealed({
      claim: 'c1',
      count: 2,
      gist: words('The gate is  stuck.'),
      names: [words('Ana'), words('Bo')],
      none: null,
    })
    const { id } = answer.marks
    expect(answer).toEqual({
      marks: { id, hidden_characters_left_out: 0 },
      claim: 'c1',
      count: 2,
      gist: `[${id}: The gate is stuck. :${id}]`,
      names: [`[${id}: Ana :${id}]`, `[${id}: Bo :${id}]`],
      none: null,
    })
    expect(sealed({ count: 1 }).marks).toEqual({ id: null, hidden_characters_left_out: 0 })
  })

  it('cannot be ended by any of its words', () => {
    const mark = fc.constantFrom('[', ']', ':', ' ', '\n', 'a', '0', 'f', '\u200B', 'ANSWER')
    fc.assert(
      fc.property(fc.array(fc.string({ unit: mark }), { minLength: 1, maxLength: 5 }), (texts) => {
        const answer = sealed({ own: 'OWN', all: texts.map((text) => passage(text)) })
        const { id } = answer.marks
        const own = outline(answer).replace(new RegExp(`\\[${id}: [^]*? :${id}\\]`, 'g'), '')
        expect(own).not.toMatch(/ANSWER/)
        expect(own).toContain('OWN')
        expect(outline(answer).split(`[${id}:`).length).toBe(texts.length + 1)
      }),
      { numRuns: 500 },
    )
  })
})
