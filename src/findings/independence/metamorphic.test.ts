import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import type { Report } from '../../model/report.ts'
import { trace } from '../../trace.ts'

/** A small story of our own: a wire, two papers that use it, one that asks for itself, one that only repeats. */
const story: readonly Document[] = [
  page('a1', 'Norden Telegraph', '2031-05-04T08:00:00Z', [
    'Ferry runs aground off Lisk, 14 hurt',
    'LISK, May 4 (Norden Telegraph) - A ferry ran aground off Lisk on Sunday and 14 passengers were hurt, harbour master Edda Rolund said.',
    'Rolund told reporters that 212 people had been on board. The ferry was built for 180 passengers, she said.',
    'The ferry company Seaway Lisk said the rudder had failed.',
  ]),
  page('a2', 'Island Mail', '2031-05-04T15:00:00Z', [
    'Ferry drama off Lisk',
    'Nurse Per Anker said the clinic on Lisk had treated 19 passengers by noon.',
    'Harbour master Edda Rolund said 14 passengers were hurt.',
  ]),
  page('a3', 'Coast Week', '2031-05-05T07:00:00Z', [
    'Overloaded ferry: what the papers say',
    'The Norden Telegraph reported that 212 people had been on board.',
    'Island Mail said the clinic had treated 19 passengers.',
  ]),
  page('a4', 'Buzz Harbour', '2031-05-05T20:00:00Z', [
    'Horror on the waves',
    'A ferry packed with 212 people has smashed into the rocks, and reports suggest 19 passengers were hurt.',
  ]),
]

function page(id: string, publisher: string, published: string | undefined, paragraphs: readonly string[]): Document {
  return documentOf(paragraphs.join('\n\n'), { id, publisher, published, title: paragraphs[0] })
}

/** The same text under another outlet, with the given date. */
const copyOf = ({ text }: Document, n: number, published: string | undefined): Document =>
  page(`z${n}`, `Mirror ${n}`, published, text.split('\n\n'))

/** A new headline, a few words exchanged, the agency's name taken out. */
const rewriteOf = ({ text, publisher }: Document, n: number, published: string | undefined): Document => {
  const [, ...body] = text
    .replaceAll(` (${publisher})`, '')
    .replace(/\bsaid\b/g, 'stated')
    .replace(/\bhurt\b/g, 'injured')
    .split('\n\n')
  return page(`y${n}`, `Herald ${n}`, published, ['What we know about the day so far', ...body])
}

const counts = ({ claims, statements }: Report) => {
  const independent = new Map(claims.map((claim) => [claim.id, claim.independent]))
  return new Map(statements.map(({ id, claim }) => [id, claim === null ? 0 : (independent.get(claim) ?? 0)]))
}

const dates = ['2031-05-04T09:00:00Z', '2031-05-06T09:00:00Z', '2031-04-01', undefined]
const base = trace(story)

describe('what adds no evidence adds no origin', () => {
  it('reads something from the story', () => {
    expect(base.claims.some(({ independent }) => independent > 0)).toBe(true)
  })

  it.each(dates)('copies and light rewrites dated %s raise no count', (published) => {
    const before = counts(base)
    for (const document of story)
      for (const added of [copyOf(document, 1, published), rewriteOf(document, 1, published)]) {
        const after = counts(trace([...story, added]))
        for (const [id, count] of before)
          expect(after.get(id) ?? 0, `${added.id} of ${document.id}: ${id}`).toBeLessThanOrEqual(count)
      }
  })

  it('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...story], { minLength: story.length }), (shuffled) => {
        expect(trace(shuffled)).toEqual(base)
      }),
      { numRuns: 8 },
    )
  })

  it('two documents under one id are both kept', () => {
    const [first] = story
    if (!first) throw new Error('the story is empty')
    const twice = trace([
      first,
      { ...copyOf(first, 1, undefined), id: first.id, text: `${first.text} More to come.`, sha256: 'f'.repeat(64) },
    ])
    expect(new Set(twice.documents.map(({ id }) => id)).size).toBe(2)
  })

  it('there are never more ways than origins, and no claim is called anything it must not be', () => {
    for (const claim of base.claims) expect(claim.paths).toBeLessThanOrEqual(claim.independent)
    const said = [
      ...base.findings.map(({ says }) => says),
      ...base.claims.map(({ credibilityReason }) => credibilityReason),
    ]
    expect(said.join(' ')).not.toMatch(/\b(?:true|false|verified|debunked)\b/i)
  })
})
