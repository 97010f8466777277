import { describe, expect, it } from 'vitest'
import { page } from '../../../test/fixtures/ferry.ts'
import { read } from '../../extract/read.ts'
import type { VoiceDecision } from '../../model/decision.ts'
import type { Reading } from '../../model/reading.ts'
import { sameBodies } from '../graph/same-body.ts'
import { resolveVoices, type Voices } from '../sources/voices.ts'
import { decidedVoices } from './voices.ts'

const harbour: readonly Reading[] = [
  page('a1', 'Norden Courier', '2031-05-04', [
    'Quay to be rebuilt',
    'The quay will be rebuilt, engineer Mia Lund said. Lund told the Courier that the piles had rotted.',
    'The Harbour Board will pay, treasurer Kai Lind said. Lind said it had the money.',
    'An official said the work would begin in June.',
  ]),
  page('a2', 'Island Mail', '2031-05-05', [
    'Rotten piles under the quay',
    'The piles had rotted, an official said.',
    'The Harbour Board said the work would cost 4 million euros.',
  ]),
].map(read)

const heard = resolveVoices(harbour)

const corrected = (...decisions: readonly VoiceDecision[]): Voices =>
  decidedVoices(
    heard,
    harbour,
    decisions.map((decision, i) => ({ id: `d${i + 1}`, decision })),
  )

/** Who says what, by name: "engineer Mia Lund" → Mia Lund. */
const speakers = (voices: Voices): readonly string[] => {
  const names = new Map(voices.sources.map(({ id, name }) => [id, name]))
  return harbour.flatMap(({ document, attributions }) =>
    attributions.map(
      ({ source }, i) => `${source[0]?.quote}: ${names.get(voices.voiceOf(document.id, i) ?? '') ?? 'nobody'}`,
    ),
  )
}

describe('voices as people corrected them', () => {
  it('are the very same where nothing was decided of anybody here', () => {
    expect(corrected()).toBe(heard)
    expect(corrected({ kind: 'same-source', a: { name: 'Ole Dahl' }, b: { name: 'Per Dahl' } })).toBe(heard)
  })

  it('are heard in the example as an engineer, a treasurer, two officials and a board', () => {
    expect(speakers(heard)).toEqual([
      'engineer Mia Lund: Mia Lund',
      'Lund: Mia Lund',
      'treasurer Kai Lind: Kai Lind',
      'Lind: Kai Lind',
      'An official: An official',
      'an official: an official',
      'The Harbour Board: Harbour Board',
    ])
  })

  it('are parted by the name that stands last, once two are joined and told apart again', () => {
    const joined = corrected({ kind: 'same-source', a: { name: 'Mia Lund' }, b: { name: 'Kai Lind' } })
    expect(
      new Set(
        speakers(joined)
          .slice(0, 4)
          .map((one) => one.split(': ')[1]),
      ).size,
    ).toBe(1)
    const { decided, ...asOne } = joined
    expect(decided).toBeDefined()
    const parted = decidedVoices(asOne, harbour, [
      { id: 'd2', decision: { kind: 'not-same-source', a: { name: 'Mia Lund' }, b: { name: 'Kai Lind' } } },
    ])
    expect(speakers(parted).slice(0, 4)).toEqual(speakers(heard).slice(0, 4))
    const [kai, mia] = ['Kai Lind', 'Mia Lund'].map((name) => parted.sources.find((source) => source.name === name))
    expect(kai?.aliases).not.toContain('Mia Lund')
    expect(mia?.aliases).not.toContain('Kai Lind')
    expect(parted.bodyOf(kai?.id ?? '')).not.toBe(parted.bodyOf(mia?.id ?? ''))
  })

  it('are parted where a title was taken for a fuller name, with the surname in each report', () => {
    const reports = [
      page('a1', 'Norden Courier', '2031-05-04', [
        'Quay to be rebuilt',
        'The quay will be rebuilt, Minister Lund said. Lund told the Courier that the piles had rotted.',
      ]),
      page('a2', 'Island Mail', '2031-05-05', [
        'Rotten piles under the quay',
        'The piles had rotted, fisherman Kai Lund said. Lund said nobody had listened.',
      ]),
    ].map(read)
    const asOne = resolveVoices(reports)
    const spokenBy = (voices: Voices) =>
      reports.flatMap(({ document, attributions }) => attributions.map((_, i) => voices.voiceOf(document.id, i)))
    expect(new Set(spokenBy(asOne))).toEqual(new Set(['kai-lund']))
    const decision: VoiceDecision = { kind: 'not-same-source', a: { name: 'Minister Lund' }, b: { name: 'Kai Lund' } }
    const parted = decidedVoices(asOne, reports, [{ id: 'd1', decision }])
    expect(spokenBy(parted)).toEqual(['minister-lund', 'minister-lund', 'kai-lund', 'kai-lund'])
    expect(parted.sources.find(({ id }) => id === 'kai-lund')?.aliases).not.toContain('Minister Lund')
  })

  it('join nobody by a name that several bear, unless a document tells which is meant', () => {
    const mia = { name: 'Mia Lund' }
    expect(corrected({ kind: 'same-source', a: mia, b: { name: 'an official' } })).toBe(heard)
    const joined = corrected({ kind: 'same-source', a: mia, b: { name: 'an official', document: 'a1' } })
    expect(speakers(joined).slice(4, 6)).toEqual(['An official: Mia Lund', 'an official: an official'])
  })

  it('hear a further name wherever it stands, and only there', () => {
    const voices = corrected({ kind: 'alias', source: { name: 'Kai Lind' }, name: 'Lund' })
    expect(speakers(voices).slice(0, 4)).toEqual([
      'engineer Mia Lund: Mia Lund',
      'Lund: Kai Lind',
      'treasurer Kai Lind: Kai Lind',
      'Lind: Kai Lind',
    ])
    expect(corrected({ kind: 'alias', source: { name: 'Kai Lind' }, name: 'an official' })).toBe(heard)
  })

  it('belong to whom the later of two decisions says, and never in a ring', () => {
    const of = (source: string, body: string | null): VoiceDecision => ({
      kind: 'affiliation',
      source: { name: source },
      of: body === null ? null : { name: body },
    })
    const voices = corrected(
      of('Kai Lind', 'Harbour Board'),
      of('Kai Lind', 'Mia Lund'),
      of('Mia Lund', 'Harbour Board'),
      of('Harbour Board', 'Kai Lind'),
    )
    const [kai, board] = ['Kai Lind', 'Harbour Board'].map((name) =>
      voices.sources.find((source) => source.name === name),
    )
    expect(voices.bodyOf(kai?.id ?? '')).toBe(voices.bodyOf(board?.id ?? ''))
    expect(voices.sources.filter(({ affiliation }) => affiliation === null).length).toBeGreaterThan(0)
  })

  it('go by one name in collections that hear only one of the two', () => {
    const voices = corrected({
      kind: 'same-source',
      a: { name: 'Harbour Board of Lisk' },
      b: { name: 'Harbour Board' },
    })
    expect(voices.sources.find(({ aliases }) => aliases.includes('Harbour Board'))?.name).toBe('Harbour Board of Lisk')
  })

  it('stay two bodies under one name when a person said that they are two', () => {
    const firms = [
      page('a1', 'Norden Courier', '2031-05-04', ['Mill to close', 'The mill will close, Nordwerk said.']),
      page('a2', 'Island Mail', '2031-05-05', ['Mill closes', 'The mill will close, Nordwerk SE said.']),
    ].map(read)
    const known = resolveVoices(firms)
    const [one, other] = known.sources.filter(({ name }) => name.startsWith('Nordwerk'))
    const decision: VoiceDecision = {
      kind: 'not-same-source',
      a: { name: 'Nordwerk', document: 'a1' },
      b: { name: other ? 'Nordwerk SE' : 'Nordwerk', document: 'a2' },
    }
    const voices = decidedVoices(known, firms, [{ id: 'd1', decision }])
    const bodies = (of: Voices) =>
      new Set(of.sources.filter(({ name }) => name.startsWith('Nordwerk')).map(({ id }) => sameBodies(of)(id)))
    expect(one).toBeDefined()
    expect(bodies(known).size).toBe(1)
    expect(bodies(voices).size).toBe(2)
  })
})
