import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../test/make.ts'
import type { Document } from '../model/document.ts'
import type { Reading } from '../model/reading.ts'
import { findReuse } from './copying/reuse.ts'
import { derive } from './derivations.ts'
import { resolveVoices } from './sources/voices.ts'

const wire = `Glassworks burns in Ostrel, two hurt

OSTREL, May 4 (Norden Telegraph) - A fire destroyed the glassworks at Ostrel on Sunday night and hurt two night-shift stokers, the fire brigade said.

The blaze began in kiln 14 and spread to a store of 230 crates of crystal, brigade chief Una Malek told reporters at the gate.

Malek said 37 engines had come from four valleys. The works has made lamp chimneys since 1884.`

const paper = (id: string, text: string, about: Partial<Document>): Reading =>
  readingOf(documentOf(text, { id, title: text.split('\n')[0], ...about }))

const original = paper('a1', wire, { publisher: 'Norden Telegraph', published: '2031-05-04T22:00:00Z' })

const edges = (readings: readonly Reading[]) =>
  derive(readings, resolveVoices(readings), findReuse(readings.map(({ document }) => document)))
    .filter(({ from }) => readings.some(({ document }) => document.id === from))
    .map(({ from, to, manner, basis }) => `${from} > ${to} ${manner} ${basis}`)

describe('derivations', () => {
  it('finds a copy under another name and headline', () => {
    const copy = paper('a2', wire.replace(/^.*/, 'Crystal store lost in blaze').replace('(Norden Telegraph) ', ''), {
      publisher: 'Valley Mail',
      published: '2031-05-05T06:00:00Z',
    })
    expect(edges([original, copy])).toEqual(['a1 > a2 copies inferred'])
  })

  it('takes the fuller text as upstream when neither has a date', () => {
    const undated = { ...original, document: { ...original.document, published: undefined } }
    const part = paper('a0', `Crystal store lost\n\n${wire.split('\n\n').slice(2).join('\n\n')}`, {
      publisher: 'Valley Mail',
    })
    expect(edges([part, undated])).toEqual(['a1 > a0 copies inferred'])
  })

  it('reads an outlet named in the text as its earlier report', () => {
    const citing = paper('a2', 'Stokers recover\n\nTwo stokers were hurt, the Norden Telegraph reported on Sunday.', {
      publisher: 'Valley Mail',
      published: '2031-05-06T06:00:00Z',
    })
    expect(edges([original, citing])).toContain('a1 > a2 cites stated')
  })

  it('does not take a later report for what an earlier one cites', () => {
    const earlier = paper('a0', 'Kiln inspected\n\nThe Norden Telegraph visited the kilns last year.', {
      publisher: 'Valley Mail',
      published: '2031-05-01T06:00:00Z',
    })
    expect(edges([original, earlier])).not.toContain('a1 > a0 cites stated')
  })

  it('follows a hyperlink to a document of the collection whatever its tracking parameters', () => {
    const source = { ...original, document: { ...original.document, url: 'https://www.norden.example/ostrel/' } }
    const linking = paper('a2', 'Morning links\n\nMore on the glassworks.', {
      publisher: 'Valley Mail',
      published: '2031-05-06',
      links: [{ url: 'http://norden.example/ostrel?utm_source=mail', words: undefined }],
    })
    expect(edges([source, linking])).toContain('a1 > a2 cites stated')
  })

  it('keeps a credit to an outlet that is not here as an outside source', () => {
    const text = 'Crystal news\n\nA store burned.\n\nOriginal source: www.ostrelpost.example'
    const start = text.indexOf('www.')
    const credited = paper('a2', text, {
      credits: [{ name: 'www.ostrelpost.example', start, end: text.length, rule: 'credits/original-source' }],
    })
    const found = derive([credited], resolveVoices([credited]), [])
    expect(found.map(({ from, to, basis }) => ({ from, to, basis }))).toEqual([
      { from: 'ostrelpost.example', to: 'a2', basis: 'stated' },
    ])
  })

  it('links a paraphrase that asks nobody to the report whose details it retells', () => {
    const other = paper(
      'a2',
      'Harvest begins\n\nApple growers in the four valleys expect 900 tonnes, the growers said.',
      {
        publisher: 'Orchard Week',
        published: '2031-05-03',
      },
    )
    const rewrite = paper(
      'a3',
      'Inferno swallows crystal treasure\n\nFlames that began in kiln 14 have swallowed 230 crates of precious crystal. A staggering 37 engines raced in from far and wide.',
      { publisher: 'Flash Buzz', published: '2031-05-06' },
    )
    expect(edges([original, other, rewrite])).toContain('a1 > a3 rewrites inferred')
    expect(edges([original, other, rewrite])).not.toContain('a2 > a3 rewrites inferred')
  })

  it('finds among many stories the one report that shares rare details, and is surest of it', () => {
    const villages = 'Arnby Bolt Corda Dunfell Eskra Fenwold Gorsk Haldane Ilmen Jorvik Kestrel Lomond'.split(' ')
    const others = villages.flatMap((village, i) => [
      paper(
        `b${i}`,
        `Council meets in ${village}\n\nThe ${village} council met about roads and voted for ${40 + i} lamps.`,
        { publisher: `${village} Mail` },
      ),
      paper(
        `c${i}`,
        `Market day in ${village}\n\nTraders at the ${village} market about roads sold ${900 + i} geese.`,
        { publisher: `${village} Post` },
      ),
    ])
    const rewrite = paper(
      'a3',
      'Inferno swallows crystal treasure\n\nFlames in kiln 14 swallowed 230 crates of crystal; 37 engines raced to Ostrel.',
      { publisher: 'Flash Buzz', published: '2031-05-06' },
    )
    const readings = [original, rewrite, ...others]
    const found = derive(readings, resolveVoices(readings), [])
    const surest = [...found].sort((a, b) => b.confidence - a.confidence)[0]
    expect(surest && [surest.from, surest.to]).toEqual(['a1', 'a3'])
    expect(found.length).toBeLessThanOrEqual(3 * readings.length)
  })

  it('gives the same derivations whatever the order of the input', () => {
    const copy = paper('a2', wire.replace(/^.*/, 'Crystal store lost'), { publisher: 'Valley Mail' })
    expect(edges([copy, original])).toEqual(edges([original, copy]))
  })

  it('quotes words that stand in the texts it names', () => {
    const copy = paper('a2', wire.replace(/^.*/, 'Crystal store lost'), { publisher: 'Valley Mail' })
    const readings = [original, copy]
    const texts = new Map(readings.map(({ document }) => [document.id, document.text]))
    const found = derive(readings, resolveVoices(readings), findReuse(readings.map(({ document }) => document)))
    expect(found.length).toBeGreaterThan(0)
    for (const { document, start, end, quote } of found.flatMap(({ evidence }) => evidence))
      expect(texts.get(document)?.slice(start, end)).toBe(quote)
  })
})
