import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn } from './addresses.ts'
import { cutWords } from './cutting.ts'

const wordsOf = (text: string) =>
  cutWords(text, addressesIn(text))
    .map(({ start, end }) => text.slice(start, end))
    .join(' | ')

describe('cutting words', () => {
  it.each([
    ["It wasn't Mara's, and they can't tell.", "It | was | n't | Mara | 's | , | and | they | ca | n't | tell | ."],
    ['Isn’t the harbour’s crane theirs?', 'Is | n’t | the | harbour | ’s | crane | theirs | ?'],
    ["I'm sure we cannot, O'Brien wrote", "I | 'm | sure | we | can | not | , | O'Brien | wrote"],
    ['a 15-year-old non-human e-mail', 'a | 15 | - | year | - | old | non-human | e-mail'],
    ['$5, US$5, £3.5m, 40%, 1,200,000', '$ | 5 | , | US$ | 5 | , | £ | 3.5 | m | , | 40 | % | , | 1,200,000'],
    ['on 10/12/2004 at 10.45pm, 2:30pm', 'on | 10/12/2004 | at | 10.45pm | , | 2:30pm'],
    ['the 1970s, the 20th, F-16s, COVID-19', 'the | 1970s | , | the | 20th | , | F-16s | , | COVID-19'],
    ['the U.S. Navy, a U.S.-led force, 9 a.m.', 'the | U.S. | Navy | , | a | U.S. | - | led | force | , | 9 | a.m.'],
    ['Mr. J. K. Holm of AT&T Inc. left.', 'Mr. | J. | K. | Holm | of | AT&T | Inc. | left | .'],
    ['He paused ... "no!!" -- then left…', 'He | paused | ... | " | no | !! | " | -- | then | left | …'],
    [
      'write to desk@kystposten.example (https://polar.example/a?b=c).',
      'write | to | desk@kystposten.example | ( | https://polar.example/a?b=c | ) | .',
    ],
    [
      'see memo.pdf, Quay_plan.2.xls and alt.boats.harbour',
      'see | memo.pdf | , | Quay_plan.2.xls | and | alt.boats.harbour',
    ],
    [
      'in Holm, Ga., and W.Va. (AP) or Orbal, Ill.',
      'in | Holm | , | Ga. | , | and | W.Va. | ( | AP | ) | or | Orbal | , | Ill.',
    ],
    ['He was ill. Fish, etc., and nets etc.', 'He | was | ill | . | Fish | , | etc. | , | and | nets | etc | .'],
    ['from the U.S to Orbal Inc.. It', 'from | the | U.S | to | Orbal | Inc. | . | It'],
    ['No. 5 said no.', 'No. | 5 | said | no | .'],
    ['har\u00adbour #1.44 5G s***s w/o #tag', 'har\u00adbour | # | 1.44 | 5G | s***s | w/o | #tag'],
    ["''Stop,'' ``go''", "'' | Stop | , | '' | `` | go | ''"],
    ['Crews left Košice and Žižkov.', 'Crews | left | Košice | and | Žižkov | .'],
    ['', ''],
  ])('reads "%s"', (text, expected) => {
    expect(wordsOf(text)).toBe(expected)
  })

  it('leaves out nothing but white space, in order', () => {
    const pieces = ['a', 'Z', "n't", '’s', '.', '-', ' ', '1', '$', '\u030c', 'İ', '🙂', '@', 'co-', '\n', '`', 'Ph.D.']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const text = parts.join('')
        let before = 0
        for (const { start, end } of cutWords(text)) {
          expect(text.slice(before, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          before = end
        }
        expect(text.slice(before).trim()).toBe('')
      }),
    )
  })

  it.each(['a.', 'a-', "a'", '1.', '!', '.', 'A&', 'co-', '@', '1-', "'s"])(
    'walks once over a long run of "%s"',
    (unit) => {
      const started = process.cpuUsage()
      cutWords(`${unit.repeat(100_000)}a`)
      expect(process.cpuUsage(started).user).toBeLessThan(3_000_000)
    },
  )
})
