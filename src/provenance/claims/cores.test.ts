import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentIn } from '../../../test/contents.ts'
import { coresOf } from './cores.ts'
import type { Link } from './linking.ts'

type Pair = readonly [number, number, number]

const cores = (spoken: readonly boolean[], links: readonly Pair[]) =>
  coresOf(
    spoken.map((is, i) => contentIn(`paper ${i}`, is)),
    [...spoken.keys()],
    links.map(([a, b, score]): Link => ({ a, b, score })),
  ).map((core) => [...core].sort((x, y) => x - y))

describe('coresOf', () => {
  it('keeps together what sure pairs chain, and apart what a doubtful pair ties', () => {
    expect(
      cores(
        [true, true, true],
        [
          [0, 1, 0.9],
          [1, 2, 0.6],
        ],
      ),
    ).toEqual([[0, 1], [2]])
  })

  it('puts a bare statement beside the spoken one it is most like, however doubtful', () => {
    expect(
      cores(
        [true, true, false],
        [
          [0, 1, 0.6],
          [0, 2, 0.4],
          [1, 2, 0.5],
        ],
      ),
    ).toEqual([[0], [1, 2]])
  })

  it('takes a claim of bare statements for one', () => {
    expect(cores([false, false, false], [[0, 1, 0.6]])).toEqual([[0, 1, 2]])
  })

  it('puts every statement into one core', () => {
    const story = fc.record({
      spoken: fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
      scores: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
    })
    fc.assert(
      fc.property(story, ({ spoken, scores }) => {
        const links = spoken.flatMap((_, a) =>
          spoken.slice(a + 1).map((_, k): Pair => [a, a + 1 + k, scores[(a * 7 + k) % 36] ?? 0]),
        )
        const placed = cores(spoken, links).flat()
        expect(placed.sort((x, y) => x - y)).toEqual([...spoken.keys()])
      }),
    )
  })
})
