import { describe, expect, it } from 'vitest'
import type { Decision } from '../model/decision.ts'
import type { InForce } from './in-force.ts'
import { openTouching } from './touching.ts'

const decided = (decisions: readonly Decision[]): readonly InForce[] =>
  decisions.map((decision, i) => ({ id: `d${i}`, at: '2031-05-06', by: 'Runa Holt', decision }))

const alias = (name: string, also: string): Decision => ({ kind: 'alias', source: { name }, name: also })
const made = (document: string, from: string): Decision => ({
  kind: 'made-from',
  document,
  from: { kind: 'document', document: from },
})
const note = (document: string): Decision => ({ kind: 'note', on: { kind: 'document', document }, text: 'Ask again.' })

describe('the decisions that touch a pile', () => {
  const log = decided([
    alias('the lock keeper', 'old Brandt'),
    made('barge-2', 'barge-1'),
    alias('Ilse Brandt', 'the lock keeper'),
    made('mill-2', 'mill-1'),
    alias('the miller', 'Per Holm'),
    note('barge-2'),
  ])
  const touching = openTouching(log)
  const ids = (documents: readonly string[], names: readonly string[]) => touching(documents, names).map(({ id }) => id)

  it.each([
    ['are none of a pile that nobody decided on', ['weir-1'], ['the baker'], []],
    ['are those on its documents, and no notes', ['barge-2', 'barge-1'], [], ['d1']],
    ['are those on its voices by every name, in the order of the log', ['barge-1'], ['ilse brandt'], ['d0', 'd2']],
    ['are each named once', ['mill-2', 'mill-2'], ['the miller', 'per holm'], ['d3', 'd4']],
  ])('%s', (_, documents, names, expected) => {
    expect(ids(documents, names)).toEqual(expected)
  })

  it('are found for many piles under many decisions in time', () => {
    const many = openTouching(decided(Array.from({ length: 20_000 }, (_, i) => alias(`voice ${i}`, `name ${i}`))))
    const started = performance.now()
    for (let i = 0; i < 20_000; i++) expect(many([], [`voice ${i}`])).toHaveLength(1)
    // Looking at every decision for every pile is 400 million looks.
    expect(performance.now() - started).toBeLessThan(4_000)
  })
})
