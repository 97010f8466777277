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

describe('a saying that is denied', () => {
  it.each([
    "Officials didn't say that the gate was stuck.",
    'Nobody said the bridge was unsafe.',
    'None of the officials said how long the repair would take.',
    'No official said that the dam was safe.',
    'She never said the ferry was safe.',
    'Police would not say that the driver had been arrested.',
    'Lund has not said the bridge will close for 14 weeks.',
  ])('has no voice: %s', (body) => {
    expect(attributionsIn(body)).toEqual([])
  })

  it.each<[string, ...(readonly [string, string, string][])]>([
    ['No one said that the dam was safe, the mayor said.', ['the mayor', 'said', 'No one said that the dam was safe']],
    [
      'The mayor did not say the dam was safe, but said it would be checked on Monday.',
      ['The mayor', 'said', 'it would be checked on Monday'],
    ],
    ['The mayor said nobody had been hurt.', ['The mayor', 'said', 'nobody had been hurt']],
    ['Nobody but the mayor said the dam was safe.', ['the mayor', 'said', 'the dam was safe']],
    ['None other than the mayor said the dam was safe.', ['None other than the mayor', 'said', 'the dam was safe']],
    ['Lund did not just say that the dam held.', ['Lund', 'did not just say', 'that the dam held']],
    ['The mayor did not say when the dam was built.', ['The mayor', 'did not say', 'when the dam was built']],
    ['The mayor did not deny that the dam leaked.', ['The mayor', 'did not deny', 'that the dam leaked']],
  ])('leaves the others theirs: %s', (body, ...expected) => {
    expect(attributionsIn(body)).toEqual(expected)
  })
})

describe('attributions', () => {
  it.each<[string, ...(readonly [string, string, string][])]>([
    ['The ministry said that the bridge had fallen.', ['The ministry', 'said', 'that the bridge had fallen']],
    [
      'The bridge had fallen, the ministry said on Monday.',
      ['the ministry', 'said on Monday', 'The bridge had fallen'],
    ],
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
    ['Word on the quay is that the bridge fell at noon.', ['Word on the quay', 'is', 'that the bridge fell at noon']],
    ['Rumour has it that the bridge fell.', ['Rumour', 'has it', 'that the bridge fell']],
    [
      'The town is calm, but there is growing talk that the bridge will fall.',
      ['growing talk', 'there is', 'that the bridge will fall'],
    ],
    [
      'Reports from the outlet Harbour Post describe the huts of the workers, which house 12 people each.',
      ['Reports from the outlet Harbour Post', 'describe', 'the huts of the workers, which house 12 people each'],
    ],
    [
      'Here is the news: According to Harbour Post, the bridge fell at noon.',
      ['Harbour Post', 'According to', 'the bridge fell at noon'],
    ],
    [
      'The bridge fell. Ana Ruiz announced this after a visit. The loss includes two barges. The help includes 40 divers.',
      ['Ana Ruiz', 'announced', 'The bridge fell … this'],
    ],
    [
      'Ana Ruiz announced an aid package. It includes 40 divers. The bridge fell.',
      ['Ana Ruiz', 'announced', 'an aid package … It includes 40 divers'],
    ],
    [
      'The lake was drained last week, mayor Ana Ruiz said by telephone. "We counted it twice. No fish was left," she said.',
      ['mayor Ana Ruiz', 'said', 'The lake was drained last week'],
      ['she', 'said', '"We counted it twice. No fish was left,"'],
    ],
    ['A list attached to it shows 64 boats.', ['A list attached to it', 'shows', '64 boats']],
    ['Ana Ruiz mentioned that the bridge had fallen.', ['Ana Ruiz', 'mentioned', 'that the bridge had fallen']],
    [
      'After divers found that the bridge was cracked, the port closed it.',
      ['divers', 'found', 'that the bridge was cracked'],
    ],
    [
      'The port closed it after divers found that the bridge was cracked, the ministry said on Monday.',
      ['divers', 'found', 'that the bridge was cracked'],
      ['the ministry', 'said on Monday', 'The port closed it after divers found that the bridge was cracked'],
    ],
    [
      'The money announced by the rescue ministry will reach the town in May.',
      ['the rescue ministry', 'announced by', 'The money'],
    ],
    ['Children found by divers were safe.'],
    ["The town's efforts to mend the bridge show no signs of ending."],
    ["The Corvin army's efforts to increase the number of lamps show no signs of slowing down."],
    [
      'The river has risen since noon, with the latest reports indicating a loss of 104 sheep in the valley.',
      ['the latest reports', 'indicating', 'a loss of 104 sheep in the valley'],
    ],
    ['You might be wondering why the bridge fell.'],
    ['It is understood that the bridge fell at noon.', ['', 'is understood', 'that the bridge fell at noon']],
  ])('%j', (sentence, ...expected) => {
    expect(attributionsIn(sentence)).toEqual(expected)
  })

  it.each([
    ['Reports suggest that the bridge fell.', 'vague'],
    ['The latest media reports suggest that the bridge fell.', 'vague'],
    ['Reports by the ministry suggest that the bridge fell.', 'document'],
    ['Word is that the bridge fell.', 'vague'],
    ['The pier was struck at night, North Korea said on Monday.', 'institution'],
  ])('knows what manner of voice tells in %j', (sentence, expected) => {
    expect(layersOf(sentence).attributions.map(({ sourceKind }) => sourceKind)).toEqual([expected])
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
    expect(attributions.map(({ speaker }) => speaker)).toEqual(['ana-ruiz', 'ana-ruiz'])
  })

  it.each([
    ['Ana Ruiz, director of the port, said the bridge had fallen.', ['ana-ruiz']],
    ['Word is that the bridge fell.', [null]],
    ['Recent reports suggest that the bridge fell.', [null]],
    ['Divers said the bridge had fallen. They said nobody was hurt.', [null, null]],
    ['The man who lost his house said the bridge had fallen.', [null]],
  ])('gives the key of a named speaker, and none for the others, in %j', (text, expected) => {
    expect(layersOf(text).attributions.map(({ speaker }) => speaker)).toEqual(expected)
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
