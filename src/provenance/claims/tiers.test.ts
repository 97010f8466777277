import { describe, expect, it } from 'vitest'
import { contentIn } from '../../../test/contents.ts'
import { inTwoTiers } from './tiers.ts'

/** One statement each: its document, whether its words say who says so, and the bodies behind it. */
interface Said {
  readonly document: string
  readonly spoken: boolean
  readonly bodies?: readonly string[]
}

const groups = (said: readonly Said[], links: readonly (readonly [number, number, number])[]) =>
  inTwoTiers(
    said.map(({ document, spoken }) => contentIn(document, spoken)),
    [...said.keys()],
    links.map(([a, b, score]) => ({ a, b, score })),
    (i) => said[i]?.bodies ?? [],
  )
    .map((members) => [...members].sort((x, y) => x - y))
    .sort(([x = 0], [y = 0]) => x - y)

const minister: Said = { document: 'gazette', spoken: true, bodies: ['ministry'] }
const mayor: Said = { document: 'courier', spoken: true, bodies: ['town'] }
const bare: Said = { document: 'herald', spoken: false }

describe('inTwoTiers', () => {
  it('lets a bare statement join the spoken one it is most like', () => {
    expect(
      groups(
        [minister, mayor, bare],
        [
          [0, 2, 0.6],
          [1, 2, 0.8],
        ],
      ),
    ).toEqual([[0], [1, 2]])
  })

  it('never joins two spoken statements through a bare one', () => {
    const through = groups(
      [minister, mayor, bare],
      [
        [0, 2, 0.9],
        [1, 2, 0.9],
      ],
    )
    expect(through).toHaveLength(2)
  })

  it('lets a bare statement join the one it is most like, however many bodies stand behind another group', () => {
    const governor: Said = { document: 'post', spoken: true, bodies: ['governor'] }
    expect(
      groups(
        [minister, mayor, governor, bare],
        [
          [0, 1, 0.9],
          [0, 3, 0.6],
          [2, 3, 0.9],
        ],
      ),
    ).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('lets a bare statement join a group that a body stands behind before one that nobody does', () => {
    const somebody: Said = { document: 'post', spoken: true }
    expect(
      groups(
        [minister, somebody, bare],
        [
          [0, 2, 0.6],
          [1, 2, 0.9],
        ],
      ),
    ).toEqual([[0, 2], [1]])
  })

  it('lets a body’s own release join a spoken statement that another bare one is not sure enough like', () => {
    const release: Said = { document: 'firm', spoken: false, bodies: ['firm'] }
    expect(groups([minister, release], [[0, 1, 0.5]])).toEqual([[0, 1]])
    expect(groups([minister, bare], [[0, 1, 0.5]])).toEqual([[0], [1]])
  })

  it('groups what is left over among itself', () => {
    const times: Said = { ...bare, document: 'times' }
    expect(groups([minister, bare, times], [[1, 2, 0.9]])).toEqual([[0], [1, 2]])
  })

  it('lets what is left over join a body’s own release before any other, and joins no two releases through it', () => {
    const release: Said = { document: 'firm', spoken: false, bodies: ['firm'] }
    const other: Said = { document: 'union', spoken: false, bodies: ['union'] }
    expect(
      groups(
        [bare, { ...bare, document: 'times' }, release, other],
        [
          [0, 1, 0.9],
          [1, 2, 0.9],
          [1, 3, 0.8],
        ],
      ),
    ).toEqual([[0], [1, 2], [3]])
  })
})
