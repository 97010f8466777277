import { describe, expect, it } from 'vitest'
import type { Found } from '../../../test/make.ts'
import { documentOf, readingOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import { resolveVoices } from './voices.ts'

/** The voice that each attribution of one report means, by its source words. */
const voicesIn = (text: string, found: Found, about: Partial<Document> = {}) => {
  const reading = readingOf(documentOf(text, { publisher: 'Gara Courier', ...about }), found)
  const voices = resolveVoices([reading])
  const byId = new Map(voices.sources.map((source) => [source.id, source]))
  const heard = reading.attributions.map((one, i) => {
    const voice = byId.get(voices.voiceOf(reading.document.id, i) ?? '')
    return [one.source[0]?.quote ?? '', voice?.name ?? null, voice?.kind ?? null]
  })
  return { heard, byId }
}

describe('resolveVoices', () => {
  it('hears the provider where pictures speak, and again in "the images"', () => {
    const { heard } = voicesIn('Radar images processed by the charity Lakewatch show water. The images show mud too.', {
      mentions: [['Lakewatch', 'organisation']],
      attributions: [
        { source: 'Radar images processed by the charity Lakewatch', content: 'water', kind: 'imagery' },
        { source: 'The images', content: 'mud', kind: 'imagery' },
      ],
    })
    expect(heard.map(([, name]) => name)).toEqual(['Lakewatch', 'Lakewatch'])
  })

  it('knows who was brought in by office and then called by name alone', () => {
    const { heard, byId } = voicesIn(
      'The deputy minister for dams said the gate held. Ada Noor told reporters it would hold. The Ministry of Dams agreed. Miss Noor said so twice.',
      {
        mentions: [
          ['Ada Noor', 'person'],
          ['The Ministry of Dams', 'organisation'],
          ['Miss Noor', 'person'],
        ],
        attributions: [
          { source: 'The deputy minister for dams', content: 'the gate held' },
          { source: 'Ada Noor', content: 'it would hold' },
          { source: 'Miss Noor', content: 'so twice' },
        ],
      },
    )
    expect(heard.slice(0, 2).map(([, name]) => name)).toEqual(['Ada Noor', 'Ada Noor'])
    expect([...byId.values()].find(({ name }) => name === 'Ada Noor')?.affiliation).toContain('dams')
  })

  it('takes "he" for the one in office who was the last subject', () => {
    const { heard } = voicesIn(
      'The minister for dams, Juno Etal, met us. Captain Bo Alim disagreed on the dead. On the cause, the minister talked long. He said the gates held.',
      {
        mentions: [
          ['Juno Etal', 'person'],
          ['Captain Bo Alim', 'person'],
        ],
        attributions: [{ source: 'He', content: 'the gates held' }],
      },
    )
    expect(heard).toEqual([['He', 'Juno Etal', 'person']])
  })

  it('takes "he" for the subject of the sentence before', () => {
    const { heard } = voicesIn('Juno Etal said the gates held. Captain Bo Alim stood by it. He said two gates stuck.', {
      mentions: [
        ['Juno Etal', 'person'],
        ['Captain Bo Alim', 'person'],
      ],
      attributions: [
        { source: 'Juno Etal', content: 'the gates held' },
        { source: 'He', content: 'two gates stuck', speaker: 'juno-etal' },
      ],
    })
    expect(heard.map(([, name]) => name)).toEqual(['Juno Etal', 'Bo Alim'])
  })

  it('hears nobody in "they show" behind pictures that nobody is said to have taken', () => {
    const { heard } = voicesIn('The Dam Bureau said so. We bought images taken on Friday. They show 293 roofs.', {
      mentions: [['The Dam Bureau', 'organisation']],
      attributions: [
        { source: 'The Dam Bureau', content: 'so', kind: 'institution' },
        { source: 'They', content: '293 roofs', kind: 'institution' },
      ],
    })
    expect(heard.map(([, name]) => name)).toEqual(['Dam Bureau', null])
  })

  it('knows a body by its field', () => {
    const { heard } = voicesIn('The World Office for Grain Relief met. The relief agency said it needs money.', {
      mentions: [['World Office for Grain Relief', 'organisation']],
      attributions: [{ source: 'The relief agency', content: 'it needs money', kind: 'institution' }],
    })
    expect(heard.map(([, name]) => name)).toEqual(['World Office for Grain Relief'])
  })

  it('takes a person with an office of her own for nobody else', () => {
    const { heard } = voicesIn(
      'The deputy minister for dams said the gate held. Ada Noor, a farmer, told us it fell.',
      {
        mentions: [['Ada Noor', 'person']],
        attributions: [
          { source: 'The deputy minister for dams', content: 'the gate held' },
          { source: 'Ada Noor, a farmer', content: 'it fell' },
        ],
      },
    )
    expect(heard[0]?.[1]).not.toBe('Ada Noor')
  })

  it('hears the outlet in reports from it', () => {
    const { heard } = voicesIn('Reports from the outlet Molenblad say the quay is shut.', {
      mentions: [['Molenblad', 'outlet']],
      attributions: [{ source: 'Reports from the outlet Molenblad', content: 'the quay is shut', kind: 'document' }],
    })
    expect(heard).toEqual([['Reports from the outlet Molenblad', 'Molenblad', 'outlet']])
  })

  it('takes a word that only opens a sentence for no name', () => {
    const { byId } = voicesIn('Contracts seen by the Gara Courier say so.', {
      mentions: [['Contracts', 'organisation']],
      attributions: [{ source: 'Contracts', content: 'say so', kind: 'document' }],
    })
    expect([...byId.values()].map(({ name, kind }) => [name, kind])).toContainEqual(['Contracts', 'document'])
  })

  it('knows an institution by what stands beside a name that reads like a person', () => {
    const { heard } = voicesIn(
      'Tomas Adler, the company that owns the pier, said it closed. A spokesman for the company, Ivo Brandt, said more.',
      {
        mentions: [
          ['Tomas Adler', 'person'],
          ['Ivo Brandt', 'person'],
        ],
        attributions: [
          { source: 'Tomas Adler', content: 'it closed' },
          { source: 'Ivo Brandt', content: 'more' },
        ],
      },
    )
    expect(heard).toEqual([
      ['Tomas Adler', 'Tomas Adler', 'institution'],
      ['Ivo Brandt', 'Ivo Brandt', 'person'],
    ])
  })

  it('does not take a town for the paper named after it, nor a company for its depot', () => {
    const { heard } = voicesIn(
      'The Ostrel Ledger wrote of it. An NCF spokeswoman in Ostrel said no. Adler Foods said yes. Smoke rose over the Adler Foods depot.',
      {
        mentions: [
          ['Ostrel Ledger', 'outlet'],
          ['NCF', 'organisation'],
          ['Adler Foods depot', 'facility'],
        ],
        attributions: [
          { source: 'An NCF spokeswoman in Ostrel', content: 'no' },
          { source: 'Adler Foods', content: 'yes', kind: 'institution' },
        ],
      },
    )
    expect(heard.map(([, name]) => name)).toEqual(['NCF', 'Adler Foods'])
  })

  it('reads an acronym as these reports spell it out before it asks the lists', () => {
    const { heard } = voicesIn(
      'GARA (PNA) - A pier closed. PNA reported it first.',
      { attributions: [{ source: 'PNA', content: 'it first', kind: 'outlet' }] },
      { publisher: 'Polder News Agency', url: 'https://polder.example/1' },
    )
    expect(heard.map(([, name]) => name)).toEqual(['Polder News Agency'])
  })

  it('knows a ministry without capitals, and its minister', () => {
    const { heard, byId } = voicesIn(
      "Sarnia's ministry of canals and locks closed it. Deputy Minister Ada Noor gave no reason. The ministry said more.",
      {
        mentions: [['Deputy Minister Ada Noor', 'person']],
        attributions: [
          { source: 'The ministry', content: 'more', kind: 'institution' },
          { source: 'Deputy Minister Ada Noor', content: 'no reason' },
        ],
      },
    )
    expect(heard.map(([, name]) => name)).toEqual(['Ministry of canals and locks', 'Ada Noor'])
    expect(byId.get('ada-noor')?.affiliation).toBe('ministry-of-canals-and-locks')
  })

  it('keeps aliases to names and roles', () => {
    const { byId } = voicesIn('The mayor, Ada Noor, who was asked twice, said no.', {
      mentions: [['Ada Noor', 'person']],
      attributions: [{ source: 'The mayor, Ada Noor, who was asked twice,', content: 'no' }],
    })
    expect(byId.get('ada-noor')?.aliases).toEqual(['The mayor'])
  })

  it('reads a domain and a name as one outlet', () => {
    const { heard } = voicesIn(
      'The Quay Courier counted them.',
      {
        mentions: [['Quay Courier', 'outlet']],
        attributions: [{ source: 'Quay Courier', content: 'them', kind: 'outlet' }],
      },
      { publisher: 'quaycourier.example' },
    )
    expect(heard.map(([, name]) => name)).toEqual(['Quay Courier'])
  })

  it('takes a legal form for no part of the name', () => {
    const { byId } = voicesIn('Adler Foods SE said no. Adler Foods said yes.', {
      mentions: [
        ['Adler Foods SE', 'organisation', 'one'],
        ['Adler Foods said', 'other'],
      ],
      attributions: [
        { source: 'Adler Foods SE', content: 'no', kind: 'institution' },
        { source: 'Adler Foods', content: 'yes', kind: 'institution' },
      ],
    })
    expect([...byId.values()].filter(({ name }) => name.startsWith('Adler'))).toHaveLength(1)
  })

  it('finds the body that an office belongs to', () => {
    const { byId } = voicesIn(
      'This agrees with what Sarnia’s Tide Directorate (TDS) head, Lt. Ada Noor, said. Paul Rive, spokesman for the Labour Exchange of Sarnia, said no.',
      {
        mentions: [
          ['Tide Directorate', 'organisation'],
          ['Ada Noor', 'person'],
          ['Paul Rive', 'person'],
          ['Sarnia', 'place'],
        ],
        attributions: [
          { source: 'Lt. Ada Noor', content: 'This agrees' },
          { source: 'Paul Rive, spokesman for the Labour Exchange of Sarnia', content: 'no' },
        ],
      },
    )
    expect(byId.get('ada-noor')?.affiliation).toBe('tide-directorate')
    expect(byId.get('paul-rive')?.affiliation).toBe('labour-exchange-of-sarnia')
  })

  it('does not take the village of a captain for its school', () => {
    const { byId } = voicesIn('Paul Rive, captain of the village of Tarn, said no. Tarn Primary School is shut.', {
      mentions: [
        ['Paul Rive', 'person'],
        ['Tarn Primary School', 'organisation'],
      ],
      attributions: [{ source: 'Paul Rive, captain of the village of Tarn', content: 'no' }],
    })
    expect(byId.get('paul-rive')?.affiliation).toBeNull()
  })

  it('takes one name with an office for a person', () => {
    const { heard } = voicesIn('Lorn-Aum, the spokeswoman, said no.', {
      attributions: [{ source: 'Lorn-Aum, the spokeswoman,', content: 'no', kind: 'institution' }],
    })
    expect(heard.map(([, , kind]) => kind)).toEqual(['person'])
  })
})
