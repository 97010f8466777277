import { describe, expect, it } from 'vitest'
import { contextOf, told } from '../../../test/findings.ts'
import type { Reading } from '../../model/reading.ts'
import { conflicts } from './conflict.ts'

const said = (id: string, published: string, who: string, what: string, words: string, denied = false): Reading =>
  told(id, published, `${who} said ${what}.`, {
    mentions: [[who.replace(/^The /, ''), 'organisation']],
    attributions: [{ source: who, content: what, kind: 'institution' }],
    quantities: words === '' ? [] : [{ words, of: words.split(' ').at(-1) ?? null }],
    statements: [{ words: what, certainty: denied ? 'denied' : 'asserted' }],
  })

const injured = (id: string, published: string, who: string, count: string): Reading =>
  said(id, published, who, `${count} people were injured by the crane in Gara harbour`, `${count} people`)

const [fire, hospital] = ['The Port Fire Command', 'The Saint Anne Hospital']

describe('conflicts', () => {
  it('sets two origins beside each other that cannot both be right', () => {
    const found = conflicts(
      contextOf([injured('a1', '2025-05-01', fire, '11'), injured('a2', '2025-05-01', hospital, '34')]),
    )
    expect(found.map(({ aspect, says }) => [aspect, says])).toEqual([
      [
        'figure',
        'Port Fire Command (in Outlet a1) says “11 people”, Saint Anne Hospital (in Outlet a2) “34 people”: both cannot hold.',
      ],
    ])
  })

  it.each([
    ['agree but for rounding', '2025-05-01', hospital, '1,010', '1,000'],
    ['are one voice', '2025-05-01', fire, '34', '11'],
    ['stand weeks apart', '2025-06-01', hospital, '34', '11'],
  ])('finds none where they %s', (_, published, who, count, before) => {
    const readings = [injured('a1', '2025-05-01', fire, before), injured('a2', published, who, count)]
    expect(conflicts(contextOf(readings))).toEqual([])
  })

  it('takes a denial for a contradiction', () => {
    const readings = [
      said('a1', '2025-05-01', fire, 'the gate of the quay was locked', ''),
      said('a2', '2025-05-01', hospital, 'the gate of the quay was not locked', '', true),
    ]
    expect(conflicts(contextOf(readings)).map(({ rule }) => rule)).toEqual(['conflict/denial'])
  })

  it('does not take silence for a denial', () => {
    const readings = [
      said('a1', '2025-05-01', fire, 'the gate of the quay was locked', ''),
      said('a2', '2025-05-01', hospital, 'it would not comment on the gate of the quay', '', true),
    ]
    expect(conflicts(contextOf(readings))).toEqual([])
  })

  it('holds a rejected number against those who print it in another claim', () => {
    const readings = [
      said('a1', '2025-05-01', hospital, '610 people were injured by the crane', '610 people'),
      said('a2', '2025-05-02', fire, 'the figure of 610 people injured was not its own', '610 people', true),
    ]
    const found = conflicts(contextOf(readings, [], (quote) => (/figure/.test(quote) ? 'c2' : 'c1')))
    expect(found.map(({ claim, rule }) => [claim, rule])).toEqual([['c1', 'conflict/denial']])
  })

  it.each([
    ['of one thing', 'people', 1],
    ['of other things', 'goats', 0],
  ])('holds figures %s against each other across claims', (_, thing, expected) => {
    const readings = [
      said('a1', '2025-05-01', fire, '11 people were injured by the crane in Gara harbour', '11 people'),
      said('a2', '2025-05-01', hospital, `34 ${thing} were injured by the crane in Gara`, `34 ${thing}`),
    ]
    const found = conflicts(contextOf(readings, [], (quote) => (/^34/.test(quote) ? 'c2' : 'c1')))
    expect(found.map(({ aspect }) => aspect)).toEqual(Array.from({ length: expected }, () => 'figure'))
  })

  it('keeps a conflict with every other claim', () => {
    const readings = [
      said('a1', '2025-05-01', fire, '11 people were injured by the crane in Gara harbour', '11 people'),
      said('a2', '2025-05-01', hospital, '34 people were injured by the crane in Gara', '34 people'),
      said('a3', '2025-05-01', 'The Gara Police', '78 people were injured by the crane in the harbour', '78 people'),
    ]
    const found = conflicts(contextOf(readings, [], (quote) => `c${quote.slice(0, 2)}`))
    expect(found.length).toBe(3)
  })

  it.each([
    ['one body', fire, '34 people were injured by the crane in Gara'],
    ['words too unlike', hospital, '34 people came to the fair by boat'],
  ])('holds no figures across claims against each other for %s', (_, who, what) => {
    const readings = [
      said('a1', '2025-05-01', fire, '11 people were injured by the crane in Gara harbour', '11 people'),
      said('a2', '2025-05-01', who, what, '34 people'),
    ]
    expect(conflicts(contextOf(readings, [], (quote) => (/^34/.test(quote) ? 'c2' : 'c1')))).toEqual([])
  })
})
