import { describe, expect, it } from 'vitest'
import { inTwoTiers } from './tiers.ts'

const groups = (spoken: readonly boolean[], links: readonly (readonly [number, number, number])[]) =>
  inTwoTiers(
    spoken,
    links.map(([a, b, score]) => ({ a, b, score })),
  ).map((members) => [...members].sort((x, y) => x - y))

describe('inTwoTiers', () => {
  it('lets a bare statement join the spoken one it is most like', () => {
    expect(
      groups(
        [true, true, false],
        [
          [0, 2, 0.6],
          [1, 2, 0.8],
        ],
      ),
    ).toEqual([[0], [1, 2]])
  })

  it('keeps a bare statement that is like no spoken one apart from them, whatever stands between', () => {
    expect(
      groups(
        [true, false, false],
        [
          [0, 1, 0.9],
          [1, 2, 0.9],
        ],
      ),
    ).toEqual([[0, 1], [2]])
  })

  it('groups what is left over among itself', () => {
    expect(groups([true, false, false], [[1, 2, 0.9]])).toEqual([[0], [1, 2]])
  })

  it('gives a bare statement no spoken company that it lacked before a statement vanished', () => {
    const links = [
      [0, 2, 0.3],
      [1, 2, 0.7],
      [2, 3, 0.9],
    ] as const
    const alone = (list: readonly (readonly number[])[]) => list.find((members) => members.includes(3))
    expect(alone(groups([true, true, false, false], links))).toEqual([3])
    expect(alone(groups([true, false, false, false], links.slice(0, 1)))).toEqual([3])
  })
})
