import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { trace } from '../../tracing/trace.ts'

const body =
  'The ferry service over the Orlo strait will end in March. Two of the three boats have stood in the yard since the autumn, and no crew has been hired for the season. Travellers will have to take the long road round the bay.'

const page = (id: string, published: string, text: string) =>
  documentOf(text, { id, publisher: `Outlet ${id}`, published })

const kinds = (texts: readonly string[]) =>
  trace(texts.map((text, i) => page(`a${i + 1}`, `2031-05-0${i + 1}`, text))).findings

describe('findings about where a claim comes from', () => {
  it('says of a copy without credit whose text it is, with a statement of each', () => {
    const [first] = kinds([body, body]).filter(({ kind }) => kind === 'uncredited-copy')
    expect(first).toMatchObject({ claim: null, from: expect.stringMatching(/^a1#/), to: expect.stringMatching(/^a2#/) })
    expect(first?.from?.slice(2)).toBe(first?.to?.slice(2))
    expect(first?.statements).toContain(first?.from)
  })

  it('says that nobody is named only where nobody is, named or unnamed', () => {
    const bare = 'The Orlo ferry carried 300 lorries in May.'
    const unnamed = 'An official said the Orlo ferry carried 300 lorries in May.'
    const unattributed = (texts: readonly string[]) =>
      kinds(texts).filter(({ kind, claim }) => kind === 'unattributed' && claim !== null).length
    expect(unattributed([bare, `${bare} It rained.`])).toBe(1)
    expect(unattributed([bare, unnamed])).toBe(0)
  })
})
