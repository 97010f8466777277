import { describe, expect, it } from 'vitest'
import type { Decided, Decision } from '../model/decision.ts'
import { inForce } from './in-force.ts'

const line = (id: string, decision: Decision | null, undoes?: string): Decided => ({
  id,
  at: '2031-05-06T09:00:00Z',
  by: 'Runa Holt',
  decision,
  ...(undoes === undefined ? {} : { undoes }),
})

const [rolund, master] = [{ name: 'Edda Rolund' }, { name: 'the harbour master' }]
const one: Decision = { kind: 'same-source', a: rolund, b: master }
const two: Decision = { kind: 'not-same-source', a: master, b: rolund }
const hurt = { document: 'a1', quote: '14 hurt', start: 29 }
const note = (text: string): Decision => ({ kind: 'note', on: { kind: 'claim', statement: hurt }, text })

describe('decisions in force', () => {
  it.each<[string, readonly Decided[], readonly string[]]>([
    ['all of a log without contradictions', [line('1', one), line('2', note('ask the clinic'))], ['1', '2']],
    ['the last of two about one pair, whichever of the two was named first', [line('1', one), line('2', two)], ['2']],
    ['nothing of what was taken back', [line('1', one), line('2', null, '1')], []],
    [
      'what the last word had replaced, once that is taken back',
      [line('1', one), line('2', two), line('3', null, '2')],
      ['1'],
    ],
    [
      'what was taken back by a line that was taken back',
      [line('1', one), line('2', null, '1'), line('3', null, '2')],
      ['1'],
    ],
    ['a line that takes another back and decides anew', [line('1', one), line('2', note('asked'), '1')], ['2']],
    [
      'every note, and a tag once',
      [
        line('1', note('a')),
        line('2', note('a')),
        line('3', { kind: 'tag', on: { kind: 'document', document: 'a1' }, text: 'wire' }),
        line('4', { kind: 'tag', on: { document: 'a1', kind: 'document' }, text: 'wire' }),
      ],
      ['1', '2', '4'],
    ],
    [
      'the last state and the last grade',
      [
        line('1', { kind: 'state', on: { kind: 'claim', statement: hurt }, state: 'open' }),
        line('2', { kind: 'grade', source: rolund, letter: 'C', reason: 'unknown to us' }),
        line('3', { kind: 'grade', source: rolund, letter: 'B', reason: 'was on board' }),
        line('4', { kind: 'state', on: { kind: 'claim', statement: hurt }, state: 'unverifiable' }),
      ],
      ['3', '4'],
    ],
    [
      'an accepted derivation that was rejected before',
      [
        line('1', { kind: 'not-made-from', document: 'a4', from: { kind: 'document', document: 'a3' } }),
        line('2', { kind: 'made-from', document: 'a4', from: { kind: 'document', document: 'a3' } }),
      ],
      ['2'],
    ],
    [
      'two about statements of the same words in two places',
      [
        line('1', { kind: 'same-claim', a: hurt, b: { document: 'a2', quote: '14 passengers' } }),
        line('2', {
          kind: 'not-same-claim',
          a: { ...hurt, start: 114 },
          b: { document: 'a2', quote: '14 passengers' },
        }),
      ],
      ['1', '2'],
    ],
  ])('are %s', (_, log, expected) => {
    expect(inForce(log).map(({ id }) => id)).toEqual(expected)
    expect(inForce(inForce(log).map(({ undoes, ...rest }) => rest)).map(({ id }) => id)).toEqual(expected)
  })
})
