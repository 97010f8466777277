import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import { mergeGroups } from './merging.ts'
import { groupStories } from './stories.ts'

const report = (id: string, body: string, published?: string): Document => documentOf(body, { id, published })

const reports: readonly Document[] = [
  report(
    'dam-1',
    'Engineers at the Orlo dam found a crack in the eastern spillway and lowered the lake by two metres.',
  ),
  report(
    'dam-2',
    'The lake behind the Orlo dam was lowered after a crack was found in its eastern spillway, engineers said.',
  ),
  report('ferry-1', 'Ferry crews in Tamm harbour began a strike over night shifts, and all crossings were cancelled.'),
  report('ferry-2', 'All crossings from Tamm harbour are cancelled as ferry crews strike over night shifts.'),
  report('rain', 'Growers in the valley expect the first rain in seven weeks.'),
]

const grouped = (documents: readonly Document[]): readonly (readonly string[])[] => {
  const stories = new Map<string, string[]>()
  for (const { id, story } of groupStories(documents)) stories.set(story, [...(stories.get(story) ?? []), id])
  return [...stories.values()].map((ids) => ids.sort()).sort()
}

describe('groupStories', () => {
  it('puts reports of one event together and leaves a lone report alone', () => {
    expect(grouped(reports)).toEqual([['dam-1', 'dam-2'], ['ferry-1', 'ferry-2'], ['rain']])
  })

  it('gives every document a story, in the order of the input, named by its first report', () => {
    expect(groupStories(reports).map(({ id }) => id)).toEqual(reports.map(({ id }) => id))
    expect(groupStories(reports)[1]).toEqual({ id: 'dam-2', story: 'story:dam-1' })
  })

  it('gives the same stories whatever the order of the input', () => {
    expect(grouped([...reports].reverse())).toEqual(grouped(reports))
  })

  it('keeps the yearly report of one event apart from that of last year', () => {
    const march = (id: string, published: string): Document =>
      report(id, 'The spring fair in Vey opened on Monday with fewer stalls and longer queues.', published)
    expect(grouped([march('a', '2019-04-01'), march('b', '2026-04-06')])).toHaveLength(2)
    expect(grouped([march('a', '2026-04-06'), march('b', '2026-04-07')])).toHaveLength(1)
  })

  it('reads nothing without complaint', () => {
    expect(groupStories([])).toEqual([])
    expect(groupStories([report('a', '…'), report('b', '— —')])).toHaveLength(2)
  })
})

describe('mergeGroups', () => {
  it('does not chain far ends together through one that is near to both', () => {
    const edges = [
      { a: 0, b: 1, likeness: 0.9 },
      { a: 1, b: 2, likeness: 0.8 },
      { a: 0, b: 2, likeness: 0.1 },
    ]
    expect(mergeGroups(3, edges, 0.5, 0)).toEqual([0, 0, 2])
    expect(mergeGroups(3, edges, 0.4, 0)).toEqual([0, 0, 0])
  })
})
