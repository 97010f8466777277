import { describe, expect, it } from 'vitest'
import type { Row } from './answers.ts'
import { copying, fuse } from './fuse.ts'

/** What each source says of one question, written as `{mill: 12, quay: 14}`. */
const says = (item: string, by: Readonly<Record<string, Row['value']>>, kind?: Row['kind']): readonly Row[] =>
  Object.entries(by).map(([source, value]) => ({ item, source, value, kind }))

const answer = (rows: readonly Row[], item: string): Row['value'] | undefined =>
  fuse(rows).find((fused) => fused.item === item)?.value

/** Three careful sources that differ now and then, and four mirrors of one careless site. */
const ferries: readonly Row[] = Array.from({ length: 200 }, (_, day) => {
  const right = `pier ${day % 7}`
  const wrong = `pier ${(day * 3 + 1) % 7} east`
  return says(`crossing ${day}`, {
    'harbour-office': right,
    'ferry-line': day % 6 === 0 ? `${right} outer` : right,
    'coast-daily': day % 9 === 0 ? `${right} inner` : right,
    'board-one': day % 2 === 0 ? wrong : right,
    'board-two': day % 2 === 0 ? wrong : right,
    'board-three': day % 2 === 0 ? wrong : right,
    'board-four': day % 2 === 0 ? wrong : right,
  })
}).flat()

describe('fuse', () => {
  it('takes the value most sources give when nothing speaks against them', () => {
    expect(answer(says('cabins', { mill: 210, quay: 210, wire: 240 }), 'cabins')).toBe(210)
  })

  it('does not count the mirrors of one site as many', () => {
    expect(answer(ferries, 'crossing 4')).toBe('pier 4')
  })

  it('counts mirrors as one origin', () => {
    const fused = fuse(ferries).find(({ item }) => item === 'crossing 5')
    expect(fused).toMatchObject({ value: 'pier 5', origins: 4 })
  })

  it('lets clocks that differ by minutes speak for each other', () => {
    const clocks = {
      one: '2026-03-01T08:02',
      two: '2026-03-01T08:04',
      three: '2026-03-01T09:30',
      four: '2026-03-01T08:03',
      six: '2026-03-01T08:01',
    }
    expect(answer(says('left', { ...clocks, five: '2026-03-01T09:30' }, 'time'), 'left')).toMatch(/T08:0/)
  })

  it('puts a list together from members, since lists leave out more than they make up', () => {
    const lists = {
      one: ['Orlo', 'Tamm'],
      two: ['Orlo'],
      three: ['Orlo', 'Ines Tamm', 'Vey'],
      four: ['Tamm', 'Orlo'],
      five: ['Orlo'],
    }
    expect(answer(says('editors', lists, 'set'), 'editors')).toEqual(['Orlo', 'Tamm'])
  })

  it('gives the same answer whatever the order of the input', () => {
    expect(fuse([...ferries].reverse())).toEqual(fuse(ferries))
    expect(copying([...ferries].reverse())).toEqual(copying(ferries))
  })

  it('says nothing of nothing', () => {
    expect(fuse([])).toEqual([])
  })
})

describe('copying', () => {
  const likely = copying(ferries).filter(({ probability }) => probability >= 0.5)

  it('finds the mirrors by the rare values they share', () => {
    expect(likely).toHaveLength(6)
    expect(likely.every(({ a, b }) => a.startsWith('board') && b.startsWith('board'))).toBe(true)
  })

  it('does not suspect those who agree because they are right', () => {
    expect(likely.some(({ a, b }) => a === 'ferry-line' && b === 'harbour-office')).toBe(false)
  })
})
