import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../../test/fixtures/ferry.ts'
import { trace } from '../../tracing/trace.ts'
import { keyOf, shelved } from '../workbench/shelf.ts'
import { claimHandle, claimNamed, documentNamed, handleIn, handleOf, sourceNamed } from './handles.ts'

const report = trace(ferryStory)
const shelf = shelved(report, [ferryStory.map(({ id }) => id)])

describe('a handle', () => {
  it('leads back to what it was made of', () => {
    for (const claim of report.claims) expect(claimNamed(shelf, claimHandle(claim))).toBe(claim)
    for (const source of report.sources) expect(sourceNamed(shelf, handleOf('sources', source.id))).toBe(source)
    for (const one of report.documents) expect(documentNamed(shelf, handleOf('documents', one.id))).toBe(one)
  })

  it('may be left out: an id, and the number of a claim in the report, are understood', () => {
    const [claim] = report.claims
    expect(claimNamed(shelf, claim?.id ?? '')).toBe(claim)
    expect(claim && claimNamed(shelf, keyOf(claim))).toBe(claim)
    expect(claimNamed(shelf, `headwater://claims/${claim?.id}`)).toBe(claim)
    expect(documentNamed(shelf, 'a1')?.id).toBe('a1')
  })

  it('of one kind is none of another', () => {
    expect(sourceNamed(shelf, handleOf('documents', 'a1'))).toBeUndefined()
    expect(documentNamed(shelf, handleOf('claims', 'a1'))).toBeUndefined()
    expect(handleIn('headwater://secrets/a')).toBeUndefined()
    expect(handleIn('file:///etc/passwd')).toBeUndefined()
  })

  it('is short and plain whatever the id, and another for another id', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        fc.string({ minLength: 1 }),
        (id, other) => {
          const handle = handleOf('documents', id)
          expect(handle).toMatch(/^headwater:\/\/documents\/[\w.~%!'()*-]{1,120}$/)
          if (id !== other) expect(handle).not.toBe(handleOf('documents', other))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
