import { describe, expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import type { Trail } from '../../model/report.ts'
import { lookup } from './lookup.ts'
import { tellingFirst, type Way, waysOf } from './ways.ts'

const held = lookup(glassworks())
const trails = held.report.claims.flatMap((claim) => claim.trails)

/** A way that so many trails take, to an end. */
const way = (told: string, node: string, times: number, end: Trail['end'] = 'origin'): Way => {
  const [trail] = trails
  const [hop] = trails.flatMap(({ hops }) => hops)
  if (!trail || !hop) throw new Error('the glassworks have no trail with a hop')
  const made = { ...trail, hops: [{ ...hop, node }], end }
  return { told, trail: made, same: Array.from({ length: times }, () => made) }
}

describe('the ways of trails', () => {
  it('are told once, with every trail that takes them', () => {
    const ways = waysOf(held, [...trails, ...trails])
    expect(new Set(ways.map(({ told }) => told)).size).toBe(ways.length)
    expect(ways.flatMap(({ same }) => same)).toHaveLength(trails.length * 2)
  })

  it('tell first of one way to each origin, then of one to each other end, then of those that most trails take', () => {
    const ways = [
      way('a', 's1', 2),
      way('b', 's1', 9),
      way('c', 's3', 12, 'not-established'),
      way('d', 's2', 1),
      way('e', 's2', 3),
    ]
    expect(tellingFirst(ways).map(({ told }) => told)).toEqual(['b', 'e', 'c', 'a', 'd'])
  })
})
