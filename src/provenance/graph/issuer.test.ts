import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Document } from '../../model/document.ts'
import type { Voices } from '../sources/voices.ts'
import { issuerOf } from './issuer.ts'

/** A publisher of this kind, and nobody else. */
const publisher = (kind: SourceKind & Voices['sources'][number]['kind']): Voices => ({
  sources: [{ id: 'lake-lines', name: 'Lake Lines', aliases: [], kind, affiliation: null }],
  voiceOf: () => null,
  outletOf: () => 'lake-lines',
  documentsOf: () => [],
  bodyOf: (source) => source,
})

const text = 'Statement on the ferry\n\nThe ferry carried 160 passengers.'

describe('whose a bare sentence is', () => {
  it.each<[string, string, Partial<Document>, 'institution' | 'outlet', string | null]>([
    [
      'a page among the press releases',
      text,
      { url: 'https://lakelines.example/press/2031-05' },
      'outlet',
      'lake-lines',
    ],
    ['a text with a contact for the media', `${text}\n\nMedia contact: Ada Kunz`, {}, 'outlet', 'lake-lines'],
    ['a body that says what it did', `${text}\n\nWe have asked our crews.`, {}, 'institution', 'lake-lines'],
    ['a newsletter that tells what others say', text, {}, 'institution', null],
    ['an outlet', `${text}\n\nWe were there.`, {}, 'outlet', null],
    ['an agency that mentions its desk', 'Ferry\n\nLISK (LL) - We saw the ferry.', {}, 'institution', null],
    [
      'a publisher with a name only news media bear',
      `${text} We know.`,
      { publisher: 'Lake Times' },
      'institution',
      null,
    ],
  ])('%s', (_, words, about, kind, issuer) => {
    const reading = readingOf(documentOf(words, { publisher: 'Lake Lines', ...about }))
    expect(issuerOf(reading, publisher(kind))).toBe(issuer)
  })

  it('does not take a quoted "we" for the publisher', () => {
    const quoted = 'Ferry\n\n“We saw nothing,” Edda Rolund said.'
    const reading = readingOf(documentOf(quoted, { publisher: 'Lake Lines' }))
    const said = { start: 7, end: 24, quote: quoted.slice(7, 24) }
    const direct = {
      kind: 'direct' as const,
      source: [],
      cue: [],
      content: [said],
      sourceKind: 'person' as const,
      speaker: null,
      within: null,
      rule: 'test/attribution' as const,
    }
    expect(issuerOf({ ...reading, attributions: [direct] }, publisher('institution'))).toBeNull()
  })
})
