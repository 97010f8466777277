import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byBlock, paragraphsOf } from './paragraphs.ts'
import { type Layer, runsOf } from './pieces.ts'

const blocks = (text: string, whole: readonly { start: number; end: number }[] = []) =>
  paragraphsOf(text, whole).map((paragraph) => paragraph.blocks.map(({ start, end }) => text.slice(start, end)))

describe('a report in blocks', () => {
  it('breaks at sentences and lines', () => {
    expect(blocks('Head\n\nThe gate held. “It did,” she said. About 3.5 tonnes.')).toEqual([
      ['Head'],
      ['The gate held. ', '“It did,” she said. ', 'About 3.5 tonnes.'],
    ])
  })

  it('never breaks what has to stay whole', () => {
    const text = 'Dr. Holm spoke. Then Dr. Vik did.'
    expect(blocks(text, [{ start: 0, end: 15 }])).toEqual([['Dr. Holm spoke. ', 'Then Dr. ', 'Vik did.']])
  })

  it('cuts a line that has no end', () => {
    const text = 'a'.repeat(5_000_000)
    const made = paragraphsOf(text, [])
    expect(made.length).toBe(250)
    expect(made.every(({ start, end }) => end - start <= 20_000)).toBe(true)
  })

  it('loses no letter between its blocks', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[aA. !?"\n]{0,60}$/),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60))),
        (text, pairs) => {
          const whole = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
          const joined = paragraphsOf(text, whole)
            .flatMap(({ blocks }) => blocks.map(({ start, end }) => text.slice(start, end)))
            .join('')
          expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
  })
})

describe('layers over a block', () => {
  const layer = (kind: Layer['kind'], id: string, start: number, end: number): Layer => ({ kind, id, start, end })

  it('keeps the words of one statement together and gives inner words to the inner statement', () => {
    const text = 'He said the gate may have held for hours.'
    const runs = runsOf({ start: 0, end: text.length }, [
      layer('statement', 'outer', 0, 41),
      layer('statement', 'inner', 8, 30),
      layer('hedges', 'may', 17, 20),
    ])
    expect(
      runs.map(({ statement, pieces }) => [statement, pieces.map(({ start, end }) => text.slice(start, end))]),
    ).toEqual([
      ['outer', ['He said ']],
      ['inner', ['the gate ', 'may', ' have held']],
      ['outer', [' for hours.']],
    ])
  })

  it('gives the whole block back', () => {
    const spans = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.constantFrom('statement', 'passage', 'hedges')))
    fc.assert(
      fc.property(spans, (given) => {
        const layers = given.map(([a, b, kind], id) =>
          layer(kind as Layer['kind'], `${id}`, Math.min(a, b), Math.max(a, b)),
        )
        const pieces = runsOf({ start: 5, end: 45 }, layers).flatMap(({ pieces }) => pieces)
        expect(pieces[0]?.start).toBe(5)
        expect(pieces.at(-1)?.end).toBe(45)
        for (const [index, piece] of pieces.slice(1).entries()) expect(piece.start).toBe(pieces[index]?.end)
      }),
    )
  })

  it('puts a span with every block that it touches', () => {
    const all = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 20, end: 30 },
    ]
    const found = byBlock(all, [
      { start: 5, end: 25 },
      { start: 20, end: 21 },
    ])
    expect(all.map((block) => found.get(block)?.length)).toEqual([1, 1, 2])
  })
})
