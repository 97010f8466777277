import { describe, expect, it } from 'vitest'
import { originsOf, type TrailEnd } from './origins.ts'

const body = (node: string, denies = false): TrailEnd => ({ kind: 'body', node, source: node, denies })
const relay = (node: string): TrailEnd => ({ kind: 'relay', node, source: node, held: false })
const nobody: TrailEnd = { kind: 'nobody', document: 'a9' }

describe('origins', () => {
  it.each<[string, readonly TrailEnd[], readonly string[]]>([
    ['a body that several trails reach is one', [body('mayor'), body('mayor')], ['mayor']],
    ['who only denies is none beside who affirms', [body('mayor'), body('union', true)], ['mayor']],
    ['who denies counts where nobody named affirms', [body('union', true), nobody], ['union']],
    ['a cited outlet adds nothing to a named origin', [body('mayor'), relay('courier')], ['mayor']],
    ['cited outlets count as one where there is no other', [relay('courier'), relay('gazette')], ['courier']],
    ['nobody named is no origin', [nobody], []],
    [
      'a description is the body whose name ends in it',
      [body('city relief desk'), body('relief desk')],
      ['city relief desk'],
    ],
    ['a name of its own is not', [body('Swiss Red Cross'), body('Red Cross')], ['Red Cross', 'Swiss Red Cross']],
    ['nor is one word', [body('city union'), body('union')], ['city union', 'union']],
  ])('%s', (_, ends, ids) => {
    expect(originsOf(ends).ids).toEqual(ids)
  })

  it('outlets in a ring are none', () => {
    expect(originsOf([relay('courier'), relay('gazette')], new Set(['courier', 'gazette'])).ids).toEqual([])
  })

  it('counts trails that end in nobody, and outlets that add nothing', () => {
    expect(originsOf([body('mayor'), relay('courier'), nobody]).notEstablished).toBe(2)
  })
})
