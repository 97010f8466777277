import { expect, it } from 'vitest'
import { decisionOf } from './decision-of.ts'

const statement = (document: string) => ({ document, start: 0, end: 4, quote: 'four' })
const shown = { id: 's', why: '', score: 0.4 }

it('says yes and no to what was asked', () => {
  const claims = {
    ...shown,
    kind: 'same-claim' as const,
    a: { statement: statement('a') },
    b: { statement: statement('b') },
  }
  expect(decisionOf(claims, true)).toEqual({ kind: 'same-claim', a: statement('a'), b: statement('b') })
  expect(decisionOf(claims, false)).toMatchObject({ kind: 'not-same-claim' })
  const sources = {
    ...shown,
    kind: 'same-source' as const,
    a: { source: { name: 'GUR' } },
    b: { source: { name: 'HUR' } },
  }
  expect(decisionOf(sources, true)).toEqual({ kind: 'same-source', a: { name: 'GUR' }, b: { name: 'HUR' } })
  const made = { ...shown, kind: 'made-from' as const, a: { document: 'wire' }, b: { document: 'copy' } }
  expect(decisionOf(made, false)).toEqual({
    kind: 'not-made-from',
    document: 'copy',
    from: { kind: 'document', document: 'wire' },
  })
})

it('takes what the server prepared', () => {
  const given = { ...shown, kind: 'same-claim' as const, a: {}, b: {}, decisions: { accept: 'yes', reject: 'no' } }
  expect([decisionOf(given, true), decisionOf(given, false)]).toEqual(['yes', 'no'])
})
