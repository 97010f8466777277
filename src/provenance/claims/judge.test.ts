import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import { read } from '../../extract/read.ts'
import { toDocument } from '../../intake/draft.ts'
import { comparerOf } from './comparison.ts'
import { contentsOf } from './content.ts'
import { features, otherRoles } from './features.ts'
import { judge } from './judge.ts'
import { pairWeights } from './pair-weights.ts'

const statements = [
  'The mill in Gara dismissed 340 weavers',
  'About 340 weavers were sacked by the mill in Gara',
  'The mayor of Orlo opened a bridge for cyclists',
] as const

const reading = readingOf(documentOf(`${statements.join('. ')}.`, { id: 'a1' }), {
  quantities: [
    { words: '340 weavers', low: 340, high: 340, of: 'weavers' },
    { words: 'About 340 weavers', low: 340, high: 340, of: 'weavers', approximate: true },
  ],
  statements: [...statements],
})
const compare = comparerOf(contentsOf(reading), {
  readings: [reading],
  voices: { voiceOf: () => null, bodyOf: (source) => source },
})

const documents = [
  'The coast guard said 191 passengers were aboard the tram boat.',
  'The tram boat carried more than 300 passengers, survivors said.',
  'The tram boat was licensed for 120 passengers, the harbour office said.',
].map((body, i) => toDocument({ id: `b${i}`, input: `b${i}`, body }))
const readings = documents.flatMap((document) => ('code' in document ? [] : [read(document)]))
const aboard = readings.flatMap((each) =>
  contentsOf(each)
    .filter(({ measures }) => measures.length > 0)
    .slice(0, 1),
)
const compareAboard = comparerOf(aboard, {
  readings,
  voices: { voiceOf: () => null, bodyOf: (source) => source },
})

describe('judge', () => {
  it('is less sure of those aboard and those allowed aboard than of two counts of those aboard', () => {
    expect(otherRoles(compareAboard(0, 2))).toBe(true)
    expect(otherRoles(compareAboard(0, 1))).toBe(false)
    expect(judge(compareAboard(0, 1))).toBeGreaterThan(0.55)
    expect(judge(compareAboard(0, 2))).toBeLessThan(0.55)
  })

  it('is surer of a retelling in other words than of something else', () => {
    expect(judge(compare(0, 1))).toBeGreaterThan(0.5)
    expect(judge(compare(0, 2))).toBeLessThan(0.05)
  })

  it('is as sure whichever comes first', () => {
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(judge(compare(i, j))).toBe(judge(compare(j, i)))
  })

  it('has a weight for each feature and no other', () => {
    expect(Object.keys(pairWeights.weights)).toEqual(features.map(({ name }) => name))
  })
})
