import { expect, it } from 'vitest'
import { sidesOf } from './sides.ts'

const shown = { id: 's', why: '', score: 0.4 }

it('leads from a statement to its place in the report', () => {
  const [a, b] = [
    { document: 'wire', quote: 'nine tonnes', start: 4, end: 15 },
    { document: 'radio', quote: 'fourteen tonnes', start: 0, end: 15 },
  ]
  const sides = sidesOf({
    ...shown,
    kind: 'same-claim',
    a: { id: 'wire#4-15', kind: 'statement', words: 'nine tonnes' },
    b: { id: 'radio#0-15', kind: 'statement', words: 'fourteen tonnes' },
    accept: { kind: 'same-claim', a, b },
    reject: { kind: 'not-same-claim', a, b },
  })
  expect(sides.map(({ words, place }) => [words, place?.document])).toEqual([
    ['nine tonnes', 'wire'],
    ['fourteen tonnes', 'radio'],
  ])
})

it('has no place for names', () => {
  const [a, b] = [{ name: 'GUR' }, { name: 'HUR' }]
  const sides = sidesOf({
    ...shown,
    kind: 'same-source',
    a: { id: 'gur', kind: 'source', words: 'GUR' },
    b: { id: 'hur', kind: 'source', words: 'HUR' },
    accept: { kind: 'same-source', a, b },
    reject: { kind: 'not-same-source', a, b },
  })
  expect(sides.map(({ place }) => place)).toEqual([undefined, undefined])
})

it('leads from words that a model found to the statement they stand in, and from words of its own nowhere', () => {
  const statement = { document: 'post', quote: 'Her verdict: the hydrants were dry.', start: 4, end: 39 }
  const sides = sidesOf({
    ...shown,
    kind: 'attribution',
    a: { id: 'post#4-39', kind: 'statement', words: 'the hydrants were dry' },
    b: { id: '', kind: 'words', words: 'Vera Lund' },
    accept: { kind: 'note', on: { kind: 'statement', statement }, text: 'Said by Vera Lund' },
    reject: { kind: 'decline', suggestion: 'model 1' },
  })
  expect(sides.map(({ place }) => place)).toEqual([{ ...statement, quote: 'the hydrants were dry' }, undefined])
})
