import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page, ferryStory as story } from '../../../test/fixtures/ferry.ts'
import type { Document } from '../../model/document.ts'
import type { Report } from '../../model/report.ts'
import { trace } from '../../tracing/trace.ts'

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
