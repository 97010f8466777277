import { describe, expect, it } from 'vitest'
import { contentIn } from '../../../test/contents.ts'
import { knit } from './knitting.ts'
import type { Link } from './linking.ts'

const papers = ['gazette', 'courier', 'herald', 'post', 'mail', 'times', 'star', 'echo']
const groups = (size: number, links: readonly (readonly [number, number, number])[]) => {
  const contents = papers.slice(0, size).map((paper) => contentIn(paper, true))
  return knit(
    contents,
    [...contents.keys()],
    links.map(([a, b, score]): Link => ({ a, b, score })),
    0.6,
  )
}

/** All pairs of some statements, equally sure. */
const all = (members: readonly number[], score: number) =>
  members.flatMap((a) => members.filter((b) => b > a).map((b) => [a, b, score] as const))

describe('knit', () => {
  it('chains statements as long as something stands beside each link', () => {
    expect(
      groups(3, [
        [0, 1, 0.9],
        [1, 2, 0.7],
      ]),
    ).toEqual([[0, 1, 2]])
  })

  it('keeps two well-knit groups apart that one link ties', () => {
    const halves = [...all([0, 1, 2, 3], 0.9), ...all([4, 5, 6, 7], 0.9)]
    expect(groups(8, [...halves, [3, 4, 0.8]])).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ])
  })

  it('makes one group of them when weaker links stand beside it', () => {
    const halves = [...all([0, 1, 2, 3], 0.9), ...all([4, 5, 6, 7], 0.9)]
    const beside = [0, 1, 2].map((i) => [i, i + 5, 0.4] as const)
    expect(groups(8, [...halves, [3, 4, 0.8], ...beside])).toHaveLength(1)
  })

  it('never parts a copy from its original', () => {
    const halves = [...all([0, 1, 2, 3], 0.9), ...all([4, 5, 6, 7], 0.9)]
    expect(groups(8, [...halves, [3, 4, 1]])).toHaveLength(1)
  })

  it('counts a pair that two links join once', () => {
    const halves = [...all([0, 1, 2, 3], 0.9), ...all([4, 5, 6, 7], 0.9)]
    const twice = Array.from({ length: 4 }, () => [3, 4, 0.8] as const)
    expect(groups(8, [...halves, ...twice])).toHaveLength(2)
  })

  it('knits a hundred thousand links in seconds', () => {
    const size = 20_000
    const contents = Array.from({ length: size }, (_, i) => contentIn(`paper ${i}`, true))
    const links = Array.from({ length: 5 * size }, (_, n): Link => {
      const a = Math.floor(n / 5)
      return { a, b: Math.min(size - 1, a + 1 + (n % 5)), score: 0.7 }
    }).filter(({ a, b }) => a < b)
    const started = performance.now()
    expect(knit(contents, [...contents.keys()], links, 0.6).length).toBeGreaterThan(1)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
