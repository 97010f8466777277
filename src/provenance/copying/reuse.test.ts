import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import { findReuse } from './reuse.ts'

const report = (id: string, body: string, title?: string): Document =>
  documentOf(title === undefined ? body : `${title}\n\n${body}`, { id, title })

const harbour =
  'Divers recovered the second engine of the ferry from the harbour floor on Tuesday, nine days after the boat struck a pier and sank within sight of the terminal.'
const inquiry =
  'The inquiry will hear from the first mate, who left the bridge eleven minutes before the collision to look for a fuse, according to the harbour office.'
const weather = 'A warm front moves over the coast tonight; growers in the valley expect the first rain in seven weeks.'

const words = (document: Document, span: { start: number; end: number } | undefined): string =>
  span === undefined ? '' : document.text.slice(span.start, span.end)

describe('findReuse', () => {
  it('finds a paragraph that another outlet printed word for word', () => {
    const original = report('mill-post', `${weather}\n\n${harbour}`)
    const copy = report('ferry-wire', `${harbour}\n\nOur own photographs follow.`)
    const [found] = findReuse([original, copy])
    expect(found).toMatchObject({ a: 'ferry-wire', b: 'mill-post', manner: 'copies' })
    expect(words(copy, found?.passages[0]?.a)).toBe(harbour.slice(0, -1))
    expect(words(original, found?.passages[0]?.b)).toBe(harbour.slice(0, -1))
    expect(found?.containmentA).toBeGreaterThan(found?.containmentB ?? 1)
    expect(found?.score).toBe(found?.containmentA)
  })

  it('keeps a lightly edited sentence in one passage', () => {
    const edited = harbour.replace('recovered', 'brought up').replace('nine days', 'just over a week')
    const [found] = findReuse([report('a', `${harbour} ${inquiry}`), report('b', `${edited} ${inquiry}`)])
    expect(found?.passages).toHaveLength(1)
    expect(found?.passages[0]?.likeness).toBeLessThan(1)
  })

  it('finds paragraphs that changed places', () => {
    const [found] = findReuse([report('a', `${harbour}\n\n${inquiry}`), report('b', `${inquiry}\n\n${harbour}`)])
    expect(found?.passages).toHaveLength(2)
    expect(found?.score).toBeGreaterThan(0.9)
  })

  it('marks words that both only quote, and counts them for nothing', () => {
    const speech =
      '“We will not sign anything that our own crews have not read from the first page to the last,” she said.'
    const one = report('a', `Ms Orlo spoke in the old exchange before two hundred dockers. ${speech}`)
    const other = report('b', `Talks stall. ${speech} Owners were not there to answer her in the evening.`)
    const [found] = findReuse([one, other])
    expect(found?.passages.map(({ quotation }) => quotation)).toEqual([true])
    expect(found?.score).toBe(0)
  })

  it('does not take a shared name and a stock phrase for copying', () => {
    const one = report('a', 'The Lower Valley Growers Association said on Monday that prices would hold.')
    const other = report('b', 'Rain is late, the Lower Valley Growers Association wrote to members last week.')
    expect(findReuse([one, other])).toEqual([])
  })

  it('leaves out what stands around a report on the page', () => {
    const clutter = (document: Document): Document => ({
      ...document,
      regions: document.regions.map((region, i) => (i === 0 ? { ...region, kind: 'clutter' } : region)),
    })
    const one = clutter(report('a', `${inquiry}\n\n${weather}`))
    const other = clutter(report('b', `${inquiry}\n\n${harbour}`))
    expect(findReuse([one, other])).toEqual([])
  })

  it('gives the same answer whatever the order of the input', () => {
    const all = [
      report('c', `${harbour}\n\n${inquiry}`),
      report('a', inquiry),
      report('b', `${weather}\n\n${harbour}`),
      report('d', `${weather} ${inquiry}`),
    ]
    expect(findReuse([...all].reverse())).toEqual(findReuse(all))
    expect(findReuse(all).every(({ a, b }) => a < b)).toBe(true)
  })

  it('ties every copy of a report that went round the world to the first one', () => {
    const copies = Array.from({ length: 150 }, (_, i) => report(`copy-${String(i).padStart(3, '0')}`, harbour))
    const tied = findReuse(copies).filter(({ a }) => a === 'copy-000')
    expect(tied).toHaveLength(149)
  })

  it('reads a text of one word a hundred thousand times without a long wait', () => {
    const started = performance.now()
    findReuse([report('a', 'a '.repeat(100_000)), report('b', `${'a '.repeat(100_000)}end`)])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
