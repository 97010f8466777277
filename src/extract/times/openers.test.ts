import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { atomsOf } from '../numerals/atoms.ts'
import { analyse } from '../read.ts'
import { tokens } from '../tokens/tokens.ts'
import type { Context } from './context.ts'
import { mayOpen } from './openers.ts'
import { rules } from './rules.ts'

const context: Context = {
  published: { year: 2025, month: 6, day: 19 },
  narrative: false,
  last: { year: 2025, month: 6, day: 3 },
  lastDay: { year: 2025, month: 6, day: 3 },
  lastYear: 2025,
  lastQuarter: { year: 2025, quarter: 1 },
  comparesQuarters: true,
}

const words = fc.constantFrom(
  ...(
    'the a his last past next same early mid - of in per every each half two third twenty hundred first 2024 19 4 90 s th ½ ' +
    'May March Friday Mondays days weeks year years quarter period weekend morning night noon Christmas winter century ' +
    "decades sixties fiscal FY Q3 '90s nineteen ninety-seven few several couple daily now recently today tomorrow ago " +
    'later before end beginning o clock p.m. : , . / and or to long old time while soon moment then at by quay says constructor'
  ).split(' '),
)

it('lets no rule read what no time can begin with', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 8 }), (list) => {
      const document = documentOf(list.join(' '))
      const { sentences, tokens: found } = analyse(document, [tokens])
      for (const sentence of sentences) {
        const atoms = atomsOf(document.text, sentence, found)
        atoms.forEach((atom, at) => {
          if (mayOpen(atom)) return
          for (const rule of rules)
            expect(rule(atoms, at, context), `${atom.text} in ${list.join(' ')}`).toBeUndefined()
        })
      }
    }),
    { numRuns: 200 },
  )
})
