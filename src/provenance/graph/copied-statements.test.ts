import { describe, expect, it } from 'vitest'
import { tidiedUp } from '../../../test/fixtures/collected.ts'
import { at, documentOf, readingOf } from '../../../test/make.ts'
import type { Taking } from '../rewriting/copied.ts'
import { refKey } from './claim-graph.ts'
import { copiedStatements } from './copied-statements.ts'

const first = 'The ferry carried 212 people when it ran aground off Lisk'
const second = 'the rudder had failed twice since the spring'
const original = readingOf(documentOf(`${first}. The company said ${second}.`, { id: 'a1' }), {
  statements: [first, second],
})
const own = 'Nobody at the harbour answered our calls on Sunday'
const copy = readingOf(documentOf(`${first}. The company said ${second}. ${own}.`, { id: 'a2' }), {
  statements: [first, second, own],
})
const passage = `${first}. The company said ${second}`
const taking: Taking = {
  from: 'a1',
  to: 'a2',
  share: 0.8,
  manner: 'copies',
  passages: [{ from: at(original.document.text, passage), to: at(copy.document.text, passage) }],
}
const readings = new Map([original, copy].map((reading) => [reading.document.id, reading]))
const inCopy = (statement: number) => refKey({ document: 'a2', statement })

describe('statements in copied passages', () => {
  const { copies, covered } = copiedStatements(readings, [taking])

  it('each repeats the one that stands in its place', () => {
    expect(copies.get(inCopy(0))).toEqual({ document: 'a1', statement: 0 })
    expect(copies.get(inCopy(1))).toEqual({ document: 'a1', statement: 1 })
  })

  it('what the copy adds repeats nothing', () => {
    expect(copies.has(inCopy(2))).toBe(false)
    expect(covered.has(inCopy(2))).toBe(false)
  })

  it('a statement that the original does not make is covered, but repeats none', () => {
    const silent = new Map(readings).set('a1', { ...original, statements: original.statements.slice(0, 1) })
    const found = copiedStatements(silent, [taking])
    expect(found.covered.has(inCopy(1))).toBe(true)
    expect(found.copies.has(inCopy(1))).toBe(false)
  })

  it('without passages nothing is copied', () => {
    expect(copiedStatements(readings, [])).toEqual({ copies: new Map(), covered: new Set() })
  })
})

describe('what is remembered of copied passages', () => {
  it('does not keep a reading in memory that went, for as long as one that copied from it is there', async () => {
    const stays = { ...copy }
    const went = ((): WeakRef<object> => {
      const goes = { ...original }
      const found = copiedStatements(new Map([goes, stays].map((one) => [one.document.id, one])), [taking])
      expect(found.copies.size).toBeGreaterThan(0)
      return new WeakRef(goes)
    })()
    await tidiedUp()
    expect(went.deref()).toBeUndefined()
    expect(stays.document.id).toBe('a2')
  })
})
