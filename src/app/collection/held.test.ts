import { describe, expect, it } from 'vitest'
import { openHeld } from './held.ts'

describe('what is held', () => {
  it('goes where there is no room, those held longest ago first', () => {
    const held = openHeld<string, string>(6, ({ length }) => length)
    held.hold('a', 'aa')
    held.hold('b', 'bb')
    held.hold('c', 'cc')
    held.hold('a', 'aa')
    held.hold('d', 'dd')
    expect(['a', 'b', 'c', 'd'].map((key) => held.get(key))).toEqual(['aa', undefined, 'cc', 'dd'])
  })

  it('counts what takes the place of another once', () => {
    const held = openHeld<string, string>(6, ({ length }) => length)
    for (let i = 0; i < 9; i++) held.hold('a', 'aaa')
    held.hold('b', 'bbb')
    expect([held.get('a'), held.get('b')]).toEqual(['aaa', 'bbb'])
  })

  it('keeps the last one however large it is', () => {
    const held = openHeld<string, string>(3, ({ length }) => length)
    held.hold('a', 'aaa')
    held.hold('b', 'bbbbbb')
    expect([held.get('a'), held.get('b')]).toEqual([undefined, 'bbbbbb'])
  })
})
