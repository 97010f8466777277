import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Attribution } from '../../model/attribution.ts'
import type { Excerpt } from '../../model/span.ts'
import { analyse } from '../read.ts'
import { stages } from '../stages.ts'

const layersOf = (body: string) => analyse(documentOf(body), stages)
const said = (parts: readonly Excerpt[]): string => parts.map(({ quote }) => quote).join(' … ')
const shown = ({ source, cue, content }: Attribution): readonly string[] => [said(source), said(cue), said(content)]
const attributionsIn = (body: string) => layersOf(body).attributions.map(shown)

describe('attributions', () => {
  it.each<[string, ...(readonly [string, string, string][])]>([
    ['The ministry said that the bridge had fallen.', ['The ministry', 'said', 'that the bridge had fallen']],
    ['The bridge had fallen, the ministry said on Monday.', ['the ministry', 'said', 'The bridge had fallen']],
    [
      '“The bridge fell,” Ana Ruiz said, “and nobody saw it.”',
      ['Ana Ruiz', 'said', '“The bridge fell,” … “and nobody saw it.”'],
    ],
    ['“The bridge fell,” said Ana Ruiz.', ['Ana Ruiz', 'said', '“The bridge fell,”']],
    ['Ruiz told reporters on Monday that the bridge had fallen.', ['Ruiz', 'told', 'that the bridge had fallen']],
    [
      'The bridge fell at noon, according to the port authority.',
      ['the port authority', 'according to', 'The bridge fell at noon'],
    ],
    [
      'According to Harbour Post, the bridge fell at noon.',
      ['Harbour Post', 'According to', 'the bridge fell at noon'],
    ],
    ['It is understood that the bridge fell at noon.', ['', 'is understood', 'that the bridge fell at noon']],
  ])('%j', (sentence, ...expected) => {
    expect(attributionsIn(sentence)).toEqual(expected)
  })

  it('keeps an inner voice within the outer one', () => {
    const { attributions } = layersOf('Harbour Post, citing diplomatic sources, reported that the talks had failed.')
    const inner = attributions.find(({ cue }) => said(cue) === 'citing')
    const outer = attributions.find(({ cue }) => said(cue) === 'reported')
    expect([said(inner?.source ?? []), inner?.sourceKind]).toEqual(['diplomatic sources', 'anonymous'])
    expect(inner?.within).toBe(outer ? attributions.indexOf(outer) : 'no outer one')
  })

  it('finds the name behind a pronoun', () => {
    const { attributions } = layersOf('Ana Ruiz said the bridge had fallen. She said nobody was hurt.')
    const speakers = attributions.map(({ speaker }) => speaker?.toLowerCase().replace('-', ' '))
    expect(speakers).toEqual(['ana ruiz', 'ana ruiz'])
  })

  it('gives the words that stand at its offsets', () => {
    const word = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      'he',
      'said',
      ',',
      '.',
      'that',
      'İ',
      'according to',
      'Ana Ruiz',
      'fell',
      '\n\n',
      'is believed',
      'to',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const document = documentOf(`x ${words.join(' ')}`)
        for (const { source, cue, content } of analyse(document, stages).attributions) {
          for (const { start, end, quote } of [...source, ...cue, ...content])
            expect(document.text.slice(start, end)).toBe(quote)
        }
      }),
    )
  })
})
