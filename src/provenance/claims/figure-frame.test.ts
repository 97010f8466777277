import { describe, expect, it } from 'vitest'
import { read } from '../../extract/read.ts'
import { toDocument } from '../../intake/draft.ts'
import type { FigureRole } from '../../model/figure-frame.ts'
import type { Reading } from '../../model/reading.ts'
import { figureFramesOf, withFigureFrames } from './figure-frame.ts'

const cases: readonly (readonly [FigureRole, string])[] = [
  ['answer', 'Divers counted 210 passengers on the tram boat.'],
  ['answer', 'The mill dismissed 340 weavers on Monday.'],
  ['limit', 'The tram boat was licensed for 90 passengers.'],
  ['limit', 'The hall in Orlo has a capacity of 90 visitors.'],
  ['limit', 'The hall was designed to hold 90 visitors.'],
  ['earlier', 'The barley crop came to 14 million tonnes last year.'],
  ['earlier', 'A year earlier it was 14 million tonnes.'],
  ['earlier', 'The barley crop shrank, compared with 14 million tonnes.'],
  ['whole', 'Most of the 120 weavers went home.'],
]

function framesIn(text: string) {
  const document = toDocument({ id: 'a1', input: 'a1', title: undefined, body: text })
  if ('code' in document) throw new Error(document.code)
  const reading = read(document)
  return figureFramesOf(reading).flatMap((frame) => frame ?? [])
}

describe('figure frame', () => {
  it.each(cases)('finds the role "%s" in: %s', (role, text) => {
    expect(framesIn(text).map((frame) => frame.role)).toContain(role)
  })

  it('finds what is said of the things counted', () => {
    expect(framesIn('The storm destroyed 412 barns.')[0]?.said).toContain('destroy')
    expect(framesIn('Surveyors found 271 barns beyond repair.')[0]?.said).toContain('repair')
  })

  it('is kept with a reading, which then needs no parser', () => {
    const document = toDocument({ id: 'a1', input: 'a1', title: undefined, body: 'The storm destroyed 412 barns.' })
    if ('code' in document) throw new Error(document.code)
    const { tokens, ...kept } = JSON.parse(JSON.stringify(withFigureFrames(read(document)))) as Reading
    expect(figureFramesOf({ ...kept, tokens: [] })).toEqual(figureFramesOf(read(document)))
    expect(tokens.length).toBeGreaterThan(0)
  })

  it('is silent without a figure', () => {
    expect(framesIn('The storm destroyed the barns.')).toEqual([])
  })

  it('reads a sentence without end in time and says nothing of its things', () => {
    const frames = framesIn(`${'a '.repeat(5000)}40 barns from 30 ${'of '.repeat(5000)}`)
    expect(frames.every(({ said }) => said.length === 0)).toBe(true)
  })
})
