import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import type { Reading } from '../../model/reading.ts'
import { resolveVoices } from './voices.ts'

const flood = readingOf(
  documentOf(
    'GARA, May 3 (NCP) - The Ministry of Inland Ports closed two piers, it said. The ministry\'s spokesman, Captain Paul Rive, said pumps had failed. Rive said more. The minister for inland ports, Ada Noor, blamed rain. The ports ministry and the Gara Port Union disagree. "Nobody listened," said a crane driver who asked not to be named.',
    { id: 'a1', publisher: 'North Coast Press', url: 'https://northcoast.example/1' },
  ),
  {
    mentions: [
      ['Ministry of Inland Ports', 'organisation'],
      ['Captain Paul Rive', 'person', 'paul-rive'],
      ['Rive said', 'other'],
      ['Ada Noor', 'person'],
      ['Gara Port Union', 'organisation'],
    ],
    attributions: [
      { source: 'it', content: 'The Ministry of Inland Ports closed two piers', kind: 'institution' },
      { source: "The ministry's spokesman, Captain Paul Rive", content: 'pumps had failed' },
      { source: 'Rive', content: 'more' },
      { source: 'The minister for inland ports, Ada Noor', content: 'rain' },
      { source: 'The ports ministry', content: 'disagree', kind: 'institution' },
      { source: 'a crane driver who asked not to be named', content: 'Nobody listened', kind: 'anonymous' },
    ],
  },
)

const follow = readingOf(
  documentOf(
    'The pumps broke, the minister for inland ports said. The operator Gara Lines and the agency NCP disagree. According to North Coast Press, a pier is shut. Officials said no. A spokesman for Gara Lines said yes. "We saw it," this newspaper wrote. The company\'s leaked memo says more.',
    { id: 'a2', publisher: 'Gara Courier' },
  ),
  {
    mentions: [
      ['Gara Lines', 'organisation'],
      ['NCP', 'outlet'],
      ['North Coast Press', 'outlet'],
    ],
    attributions: [
      { source: 'the minister for inland ports', content: 'The pumps broke' },
      { source: 'the agency NCP', content: 'disagree', kind: 'outlet' },
      { source: 'North Coast Press', content: 'a pier is shut', kind: 'outlet' },
      { source: 'Officials', content: 'no', kind: 'vague' },
      { source: 'A spokesman for Gara Lines', content: 'yes' },
      { source: 'this newspaper', content: 'We saw it', kind: 'outlet' },
      { source: "The company's leaked memo", content: 'says more', kind: 'document' },
    ],
  },
)

const both: readonly Reading[] = [flood, follow]

describe('resolveVoices', () => {
  const voices = resolveVoices(both)

  it.each([
    ['a pronoun for a body', 'a1', 0, 'ministry-of-inland-ports'],
    ['a title and a full name', 'a1', 1, 'paul-rive'],
    ['a surname alone', 'a1', 2, 'paul-rive'],
    ['an office with its holder', 'a1', 3, 'ada-noor'],
    ['a shortened description', 'a1', 4, 'ministry-of-inland-ports'],
    ['somebody unnamed, in this document only', 'a1', 5, 'a-crane-driver@a1'],
    ['an office in another document', 'a2', 0, 'ada-noor'],
    ['an acronym from a dateline', 'a2', 1, 'north-coast-press'],
    ['a full outlet name', 'a2', 2, 'north-coast-press'],
    ['a vague crowd, in this document only', 'a2', 3, 'officials@a2'],
    ['an unnamed spokesman is the body', 'a2', 4, 'gara-lines'],
    ['the document itself', 'a2', 5, 'gara-courier'],
    ['a leaked paper', 'a2', 6, 'gara-lines-memo'],
  ])('knows %s', (_, document, attribution, expected) => {
    expect(voices.voiceOf(document, attribution)).toBe(expected)
  })

  it('counts a spokesman, a minister and their ministry as one body', () => {
    expect(['paul-rive', 'ada-noor', 'ministry-of-inland-ports'].map(voices.bodyOf)).toEqual([
      'ministry-of-inland-ports',
      'ministry-of-inland-ports',
      'ministry-of-inland-ports',
    ])
  })

  it('does not make the body stand behind a leak', () => {
    expect(voices.bodyOf('gara-lines-memo')).toBe('gara-lines-memo')
  })

  it('knows what an outlet published', () => {
    expect(voices.outletOf('a1')).toBe('north-coast-press')
    expect(voices.documentsOf('north-coast-press')).toEqual(['a1'])
  })

  it('says the same whatever the order', () => {
    const turned = resolveVoices([...both].reverse())
    expect(turned.sources).toEqual(voices.sources)
  })
})
