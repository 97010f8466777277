import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import { comparerOf } from './comparison.ts'
import { contentsOf } from './content.ts'
import { features } from './features.ts'
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

describe('judge', () => {
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
