import { describe, expect, it } from 'vitest'
import { ferryStory, page } from '../../../test/fixtures/ferry.ts'
import { read } from '../../extract/read.ts'
import { withoutInner } from '../../extract/statements/without-inner.ts'
import type { Document } from '../../model/document.ts'
import { findReuse } from '../copying/reuse.ts'
import { derive } from '../derivations.ts'
import { provenanceOf } from './provenance.ts'
import { voicesOfOriginals } from './voices-of-originals.ts'

function claimsOf(documents: readonly Document[]) {
  const readings = documents.map((document) => withoutInner(read(document)))
  const reuse = findReuse(documents)
  const voices = voicesOfOriginals(readings, reuse)
  return provenanceOf(readings, voices, derive(readings, voices, reuse), reuse).claims
}

const [wire] = ferryStory
if (!wire) throw new Error('the story is empty')
const addition = 'The island council of Lisk meets on Thursday to talk about 3 new lighthouses.'
const copy = page('z1', 'Mirror', '2031-05-06', [...wire.text.split('\n\n'), addition])
const before = claimsOf(ferryStory)
const after = claimsOf([...ferryStory, copy])

/** Which statements of the originals stand together, as places. */
const together = (claims: ReturnType<typeof claimsOf>) =>
  new Set(
    claims
      .map(({ statements }) =>
        statements
          .filter(({ document }) => document !== copy.id)
          .map(({ document, statement }) => `${document} ${statement}`),
      )
      .filter((places) => places.length > 0)
      .map((places) => places.join(', ')),
  )

describe('claims of the originals', () => {
  it('are grouped the same with a copy in the collection', () => {
    expect(together(after)).toEqual(together(before))
  })

  it('have the copied statements beside those they repeat, with the same answer', () => {
    for (const { statements } of before.filter((claim) =>
      claim.statements.some(({ document }) => document === wire.id),
    )) {
      const [first] = statements.filter(({ document }) => document === wire.id)
      const now = after.find((claim) =>
        claim.statements.some((ref) => ref.document === wire.id && ref.statement === first?.statement),
      )
      expect(now?.statements.some(({ document }) => document === copy.id)).toBe(true)
      for (const { statements: answer } of now?.positions ?? [])
        expect(answer.some(({ document }) => document === copy.id)).toBe(
          answer.some(({ document }) => document === wire.id),
        )
    }
  })

  it('are joined by a claim for what the copy adds', () => {
    const founded = after.filter(({ statements }) => statements.every(({ document }) => document === copy.id))
    expect(founded).toHaveLength(1)
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
  })
})
