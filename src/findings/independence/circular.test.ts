import { expect, it } from 'vitest'
import { ringsIn } from './circular.ts'

it('finds papers that cite each other, and no chain', () => {
  const steps = new Map([
    ['bee', ['cat']],
    ['cat', ['bee', 'dog']],
    ['dog', []],
    ['ape', ['bee']],
  ])
  expect(ringsIn(['ape', 'bee', 'cat', 'dog'], steps)).toEqual([['bee', 'cat']])
})

it('walks a chain of a hundred thousand without overflow', () => {
  const nodes = Array.from({ length: 100_000 }, (_, i) => `n${i}`)
  expect(ringsIn(nodes, new Map(nodes.map((node, i) => [node, [`n${i + 1}`]])))).toEqual([])
})
