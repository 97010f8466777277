import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentIn } from '../../../test/contents.ts'
import { chained, type Link } from './linking.ts'

const sure = 0.6
const groups = (documents: readonly string[], links: readonly Link[], without?: string) => {
  const contents = documents.map((document) => contentIn(document, true))
  const among = [...contents.keys()].filter((i) => documents[i] !== without)
  return chained(contents, among, links, sure)
}

describe('chained', () => {
  it('joins statements through a third that is like both', () => {
    const links = [
      { a: 0, b: 1, score: 0.9 },
      { a: 1, b: 2, score: 0.8 },
    ]
    expect(groups(['gazette', 'courier', 'herald'], links)).toEqual([[0, 1, 2]])
  })

  it('takes of a document only the statement that answers best', () => {
    const links = [
      { a: 0, b: 1, score: 0.9 },
      { a: 0, b: 2, score: 0.7 },
    ]
    expect(groups(['gazette', 'courier', 'courier'], links)).toEqual([[0, 1], [2]])
  })

  it('takes it whichever of the two has the better partner', () => {
    const links = [
      { a: 0, b: 2, score: 0.7 },
      { a: 1, b: 2, score: 0.9 },
    ]
    expect(groups(['gazette', 'gazette', 'courier'], links)).toEqual([[0], [1, 2]])
  })

  it('makes no group larger when a document is taken away', () => {
    const story = fc.record({
      documents: fc.array(fc.constantFrom('gazette', 'courier', 'herald', 'post'), { minLength: 2, maxLength: 12 }),
      scores: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 66, maxLength: 66 }),
    })
    fc.assert(
      fc.property(story, ({ documents, scores }) => {
        const links = documents.flatMap((_, a) =>
          documents.slice(a + 1).map((_, k): Link => ({ a, b: a + 1 + k, score: scores[(a * 7 + k * 5) % 66] ?? 0 })),
        )
        const before = groups(documents, links)
        for (const after of groups(documents, links, 'post'))
          expect(before.some((group) => after.every((i) => group.includes(i)))).toBe(true)
      }),
    )
  })
})
