import { expect, it } from 'vitest'
import { heldAnswers } from './held-answers.ts'

const ten = (letter: string) => ({ tag: letter, text: letter.repeat(8) })

it('lets go what was asked for longest ago when there is no more room', () => {
  const held = heldAnswers(20)
  held.put('a', ten('a'))
  held.put('b', ten('b'))
  held.get('a')
  held.put('c', ten('c'))
  expect(['a', 'b', 'c'].map((address) => held.get(address)?.tag)).toEqual(['a', undefined, 'c'])
})

it('counts what is held of an address once, however often it changes', () => {
  const held = heldAnswers(20)
  held.put('a', ten('a'))
  for (const letter of ['x', 'y', 'z']) held.put('b', ten(letter))
  expect([held.get('a')?.tag, held.get('b')?.tag]).toEqual(['a', 'z'])
})

it('holds nothing that is longer than all it may, and not what it stood for before either', () => {
  const held = heldAnswers(20)
  held.put('a', ten('a'))
  held.put('a', { tag: 'new', text: 'a'.repeat(100) })
  expect(held.get('a')).toBeUndefined()
})

it('holds nothing at all where there is no room', () => {
  const held = heldAnswers(0)
  held.put('a', ten('a'))
  expect(held.get('a')).toBeUndefined()
})
