import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Extent, Mention } from '../../model/mention.ts'
import { tokens } from '../tokens/tokens.ts'
import { mentions } from './mentions.ts'

const named = (body: string, title?: string): readonly Mention[] => {
  const document = documentOf(title === undefined ? body : `${title}\n\n${body}`)
  return mentions.run(document, { ...tokens.run(document, {}) }).mentions
}

const shown = (body: string): readonly string[] => named(body).map(({ quote, kind }) => `${quote}: ${kind}`)

describe('mentions', () => {
  it.each([
    ['Lt. Gen. Mykola Harasym spoke first.', ['Mykola Harasym: person']],
    ['The minister for dams Josue Etoga resigned.', ['Josue Etoga: person']],
    ['Ukrainian President Oleh Bondar met the crew.', ['Ukrainian: place', 'Oleh Bondar: person']],
    ['The Ministry of Water Resources denied it.', ['Ministry of Water Resources: organisation']],
    ['Engineers of Harbour Works Ltd left.', ['Harbour Works Ltd: organisation']],
    ["Japan's public broadcaster has aired it.", ["Japan's public broadcaster: outlet", 'Japan: place']],
    ['According to twz.com, the pier sank.', ['twz.com: outlet']],
    ['It was first told by harbour.example last week.', ['harbour.example: outlet']],
    ['The weekly Zarnovia Kurir asked why.', ['Zarnovia Kurir: outlet']],
    ['They work at the Alabuga Special Economic Zone.', ['Alabuga Special Economic Zone: place']],
    ['He was taken to Lobe General Hospital.', ['Lobe General Hospital: facility']],
    ['Boats crossed the Wouri River at night.', ['Wouri River: place']],
    ['A Shahed-136 fell on the field.', ['Shahed-136: product']],
    ['The boat was lost during Hurricane Odile.', ['Hurricane Odile: event']],
    ['He lives in Springfield, Ill., with a dog.', ['Springfield: place', 'Ill.: place']],
    ['YAOUNDE, Sept 15 (SCA) - The gate was stuck.', ['YAOUNDE: place', 'SCA: organisation']],
    ['The gate of the old dam was stuck for hours.', []],
  ])('%s', (body, expected) => {
    expect(shown(body)).toEqual(expected)
  })

  it.each<readonly [string, string, Extent | undefined]>([
    ['The barge sank off Hammerfest.', 'Hammerfest', 'spot'],
    ['The barge sank off Norway.', 'Norway', 'country'],
    ['The barge sank in the Baltic Sea.', 'Baltic Sea', 'area'],
    ['It froze on the Arctic coast.', 'Arctic', 'area'],
    ['It broke in Texas.', 'Texas', 'area'],
    ['Talks went on in Moscow.', 'Moscow', 'spot'],
    ['The crate came by way of Hamburg.', 'Hamburg', 'spot'],
    ['A law of Washington forbids it, like that of Oregon.', 'Washington', 'area'],
    ['Norwegian crews came.', 'Norwegian', undefined],
    ['Baltic herring was landed.', 'Baltic', undefined],
    ['They told the Iberia Wire so.', 'Iberia', undefined],
    ['People fled from Porto Salgueiro.', 'Porto', undefined],
  ])('in "%s", %s is on the map as: %s', (text, quote, extent) => {
    expect(named(text).find((mention) => mention.quote === quote)).toMatchObject({ quote, extent })
  })

  it('knows no place by the side alone that it lies on', () => {
    const placed = named('Ragna Tveit of the Northern Labour Inspectorate left Southern Lebanon.').filter(
      ({ latitude }) => latitude !== undefined,
    )
    expect(placed.map(({ quote }) => quote)).toEqual(['Southern Lebanon'])
  })

  it('gives one key to the full name and the surname', () => {
    const keys = named('Dr. Josue Etoga came. Later Etoga said no.').map(({ entity }) => entity)
    expect(keys).toEqual(['josue-etoga', 'josue-etoga'])
  })

  it('gives one key to a name and the acronym in brackets after it', () => {
    const keys = named('The Harbour Safety Board (HSB) met. HSB will meet again.').map(({ entity }) => entity)
    expect(keys).toEqual(['harbour-safety-board', 'harbour-safety-board', 'harbour-safety-board'])
  })

  it('knows which ministry "the ministry" is where one is named, and not where two are', () => {
    const one = named('The Ministry of Dams denied it. On Monday the ministry said more.')
    const two = named('The Ministry of Dams and the Ministry of Roads denied it. Then the ministry said more.')
    expect(one.map(({ entity }) => entity)).toEqual(['ministry-of-dams', 'ministry-of-dams'])
    expect(two.some(({ quote }) => quote === 'ministry')).toBe(false)
  })

  it('names a country the same however it is written', () => {
    const keys = named('Ukrainian crews left the U.S. for Ukraine.').map(({ entity }) => entity)
    expect(keys).toEqual(['ukraine', 'united-states', 'ukraine'])
  })

  it('does not take every word of a headline for a name', () => {
    const found = named(
      'The toll rose in Lagos, officials said.',
      'Dam Worker Toll Rises To Twelve In Lagos, Officials Say',
    )
    expect(found.map(({ quote }) => quote)).toEqual(['Lagos', 'Lagos'])
  })

  it('lets the words stand where the span says', () => {
    const pieces = fc.constantFrom(
      'Paris',
      'İzmir',
      ' ',
      '-',
      "'s",
      ', ',
      'NHK',
      '“',
      '😀',
      'of',
      'Ministry',
      '. ',
      'said',
      '\n\n',
      'U.S.',
      '(GUR)',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const document = documentOf(`x${parts.join('')}`)
        for (const { start, end, quote } of mentions.run(document, { ...tokens.run(document, {}) }).mentions) {
          expect(document.text.slice(start, end)).toBe(quote)
          expect(quote.trim()).not.toBe('')
        }
      }),
    )
  })

  it.each([['a '], ['Paris '], ['Of The '], ['"( '], ['Ministry of '], ['Springfield, ']])(
    'reads a long text of %j in time',
    (piece) => {
      expect(named(piece.repeat(20_000)).length).toBeGreaterThanOrEqual(0)
    },
    10_000,
  )
})
