import { describe, expect, it } from 'vitest'
import type { Found } from '../../../test/make.ts'
import { documentOf, readingOf } from '../../../test/make.ts'
import { resolveVoices } from './voices.ts'

/** Name and kind of the voice of each attribution of one report. */
const heardIn = (
  text: string,
  attributions: NonNullable<Found['attributions']>,
  mentions: NonNullable<Found['mentions']> = [],
) => {
  const reading = readingOf(documentOf(text, { publisher: 'Gara Courier' }), { mentions, attributions })
  const voices = resolveVoices([reading])
  const byId = new Map(voices.sources.map((source) => [source.id, source]))
  return reading.attributions.map((_, i) => {
    const voice = byId.get(voices.voiceOf(reading.document.id, i) ?? '')
    return voice === undefined ? null : `${voice.name} (${voice.kind})`
  })
}

describe('a voice without a name', () => {
  it('does not become the outlet of other reports', () => {
    expect(
      heardIn(
        'Reports from the outlet Molenblad say the quay is shut. The latest reports say two cranes fell.',
        [
          { source: 'Reports from the outlet Molenblad', content: 'the quay is shut', kind: 'document' },
          { source: 'The latest reports', content: 'two cranes fell', kind: 'vague', speaker: 'molenblad' },
        ],
        [['Molenblad', 'outlet']],
      ),
    ).toEqual(['Molenblad (outlet)', 'The latest reports (vague)'])
  })

  it('is the outlet where "the report" takes up one report by it', () => {
    expect(
      heardIn(
        'A report by Molenblad says the quay is shut. The report says two cranes fell. A new report says no.',
        [
          { source: 'A report by Molenblad', content: 'the quay is shut', kind: 'document' },
          { source: 'The report', content: 'two cranes fell', kind: 'document' },
          { source: 'A new report', content: 'no', kind: 'document' },
        ],
        [['Molenblad', 'outlet']],
      ),
    ).toEqual(['Molenblad (outlet)', 'Molenblad (outlet)', 'A new report (document)'])
  })

  it('is not the body that quotes it', () => {
    expect(
      heardIn(
        'Dockers quoted by Molenblad say the quay is shut.',
        [{ source: 'Dockers quoted by Molenblad', content: 'the quay is shut', kind: 'person', speaker: 'molenblad' }],
        [['Molenblad', 'outlet']],
      ),
    ).toEqual(['Dockers (vague)'])
  })

  it.each([
    ['officials', 'vague'],
    ['some analysts', 'vague'],
    ['multiple reports', 'vague'],
    ['sources', 'anonymous'],
  ] as const)('"%s" stays nobody, although a ministry is named', (source, kind) => {
    expect(
      heardIn(
        `The Ministry of Tides shut the quay. Two cranes fell, ${source} said.`,
        [{ source, content: 'Two cranes fell', kind }],
        [['Ministry of Tides', 'organisation']],
      ),
    ).toEqual([`${source} (${kind})`])
  })
})

describe('a paper', () => {
  it('is spoken of by whoever said something "in its bulletin" before', () => {
    expect(
      heardIn(
        'The quay is shut, the Tide Office said in its weekly bulletin. Gara Lines has gone. Two cranes fell, the bulletin said.',
        [
          { source: 'the Tide Office', content: 'The quay is shut', kind: 'institution' },
          { source: 'the bulletin', content: 'Two cranes fell', kind: 'document' },
        ],
        [
          ['Tide Office', 'organisation'],
          ['Gara Lines', 'organisation'],
        ],
      ),
    ).toEqual(['Tide Office (institution)', 'Tide Office (institution)'])
  })

  it('that writes is the newspaper named before', () => {
    expect(
      heardIn(
        'The weekly Molenblad counts nine. Two cranes fell, the paper writes.',
        [
          { source: 'The weekly Molenblad', content: 'nine', kind: 'outlet' },
          { source: 'the paper', content: 'Two cranes fell', kind: 'document' },
        ],
        [['Molenblad', 'outlet']],
      ),
    ).toEqual(['Molenblad (outlet)', 'Molenblad (outlet)'])
  })

  it('called "the document" is the one spoken of before', () => {
    expect(
      heardIn('An internal memo says nine. The document says ten.', [
        { source: 'An internal memo', content: 'nine', kind: 'document' },
        { source: 'The document', content: 'ten', kind: 'document' },
      ]),
    ).toEqual(['An internal memo (document)', 'An internal memo (document)'])
  })
})

describe('"he" and "she"', () => {
  const ada = ['Sister Ada Noor', 'person', 'ada-noor'] as const
  const paul = ['Paul Rive', 'person'] as const

  it('are nobody who is told to be the other', () => {
    expect(
      heardIn(
        'Paul Rive, a spokesman, said no. Sister Ada Noor came. "Yes," she said. "Never," he said.',
        [
          { source: 'Paul Rive, a spokesman,', content: 'no' },
          { source: 'she', content: 'Yes', speaker: 'paul-rive' },
          { source: 'he', content: 'Never', speaker: 'ada-noor' },
        ],
        [ada, paul],
      ),
    ).toEqual(['Paul Rive (person)', 'Ada Noor (person)', 'Paul Rive (person)'])
  })

  it('take up a relative, and never two people', () => {
    expect(
      heardIn(
        'Two managers said no. His wife said yes. She said more.',
        [
          { source: 'Two managers', content: 'no', kind: 'anonymous' },
          { source: 'His wife', content: 'yes', kind: 'anonymous' },
          { source: 'She', content: 'more', speaker: 'paul-rive' },
        ],
        [],
      ),
    ).toEqual(['Two managers (anonymous)', 'His wife (anonymous)', 'His wife (anonymous)'])
  })
})

it('takes "the official" for the one whose office was named', () => {
  expect(
    heardIn(
      'Deputy Minister Ada Noor came. The quay is shut, the official said.',
      [{ source: 'the official', content: 'The quay is shut', kind: 'anonymous' }],
      [['Deputy Minister Ada Noor', 'person']],
    ),
  ).toEqual(['Ada Noor (person)'])
})
