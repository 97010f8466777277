import { describe, expect, it } from 'vitest'
import { documentOf, type Found, readingOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import { resolveVoices } from '../sources/voices.ts'
import { firstHand } from './own-authority.ts'
import { provenanceOf } from './provenance.ts'

function wordsFor(text: string, found: Found, about: Partial<Document> = {}) {
  const reading = readingOf(documentOf(text, { publisher: 'Norden Telegraph', ...about }), found)
  const provenance = provenanceOf([reading], resolveVoices([reading]), [], [])
  const [statement] = reading.statements
  return statement && firstHand({ document: 'a1', statement: 0 }, statement, provenance)?.quote
}

const pier = 'some 300 people stood on the pier'

describe('what an outlet knows first-hand', () => {
  it.each<[string, string | undefined]>([
    [`Our reporter Ana Lind counted: ${pier}.`, 'Our reporter Ana Lind counted'],
    [`When we visited at noon, ${pier}.`, 'we visited'],
    [`By this newspaper's own count, ${pier}.`, "this newspaper's own count"],
    [`According to a list seen by this newspaper, ${pier}.`, 'seen by this newspaper'],
    [`We have heard from nobody why ${pier}.`, undefined],
    [`They told our reporter that ${pier}.`, undefined],
    [`In the morning ${pier}.`, undefined],
    [`This newspaper reported that ${pier}.`, undefined],
  ])('%s', (text, words) => {
    expect(wordsFor(text, { statements: [pier] })).toBe(words)
  })

  it('is not what somebody quoted says "we" of', () => {
    const text = `“We counted them: ${pier},” Edda Rolund said.`
    const said = `We counted them: ${pier}`
    const found: Found = { attributions: [{ source: 'Edda Rolund', content: said }], statements: [pier] }
    expect(wordsFor(text, found)).toBeUndefined()
  })

  it('is not what a body says in its own release', () => {
    const release = { publisher: 'Harbour Board', url: 'https://harbour.example/press/2031' }
    expect(wordsFor(`We counted: ${pier}.`, { statements: [pier] }, release)).toBeUndefined()
  })
})
