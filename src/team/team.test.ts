import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scopes } from './account.ts'
import { isSteward, roleIn, roleToDecide, roleToUndo, within } from './allowed.ts'
import { isOpen, isOver, lasts, later } from './expiry.ts'
import { isEnough, roles } from './roles.ts'
import { flawOfName, flawOfPassword, isOwnPlace } from './words-allowed.ts'

const grant = fc.record({ collection: fc.constantFrom('desk', 'north', '*'), role: fc.constantFrom(...roles) })

describe('roles', () => {
  it('are the highest that is given, there or everywhere, and none where none is', () => {
    fc.assert(
      fc.property(fc.array(grant), (grants) => {
        const role = roleIn(grants, 'desk')
        const given = grants.filter(({ collection }) => collection !== 'north').map((one) => one.role)
        expect(role === undefined).toBe(given.length === 0)
        for (const one of given) expect(isEnough(role, one)).toBe(true)
        if (role !== undefined) expect(given).toContain(role)
      }),
    )
  })

  it('of one collection make nobody a steward', () => {
    expect(isSteward([{ collection: 'desk', role: 'admin' }])).toBe(false)
    expect(isSteward([{ collection: '*', role: 'editor' }])).toBe(false)
    expect(isSteward([{ collection: '*', role: 'admin' }])).toBe(true)
  })

  it('are never raised by a token', () => {
    for (const role of [undefined, ...roles])
      for (const scope of scopes) {
        const left = within(role, scope)
        if (left !== undefined) expect(isEnough(role, left)).toBe(true)
        expect(left === undefined).toBe(role === undefined)
      }
    expect(scopes.map((scope) => within('admin', scope))).toEqual(roles)
  })

  it('let analysts write notes and take back their own', () => {
    const note = { kind: 'note', on: { kind: 'document', document: 'a' }, text: 'ask' } as const
    const grade = { kind: 'grade', source: { name: 'Port' }, letter: 'B', reason: 'usually' } as const
    expect([roleToDecide(note), roleToDecide(grade)]).toEqual(['analyst', 'editor'])
    expect(roleToUndo({ decision: note, by: 'ana' }, 'ana')).toBe('analyst')
    expect(roleToUndo({ decision: note, by: 'ana' }, 'bo')).toBe('editor')
    expect(roleToUndo({ decision: grade, by: 'ana' }, 'ana')).toBe('editor')
    expect(roleToUndo({ decision: null, by: 'ana' }, 'ana')).toBe('editor')
  })
})

describe('what ends by itself', () => {
  const begun = '2026-02-03T09:00:00.000Z'
  it.each([
    ['just begun', 0, 0, false],
    ['unused for nearly a working day', 0, lasts.session.idle - 1, false],
    ['unused for a working day', 0, lasts.session.idle, true],
    ['used all week', lasts.session.whole - 1, lasts.session.whole - 1, false],
    ['used a moment ago, a week after it began', lasts.session.whole, lasts.session.whole, true],
    ['with a clock that was put back', 0, -lasts.session.idle, true],
  ])('a session %s', (_, seen, now, over) => {
    expect(isOver({ createdAt: begun, seenAt: later(begun, seen) }, later(begun, now))).toBe(over)
  })

  it('a link, when its time is over or it was used', () => {
    const expiresAt = later(begun, 1000)
    expect(isOpen({ expiresAt, usedAt: null }, begun)).toBe(true)
    expect(isOpen({ expiresAt, usedAt: null }, expiresAt)).toBe(false)
    expect(isOpen({ expiresAt, usedAt: begun }, begun)).toBe(false)
  })
})

describe('words', () => {
  it.each([
    ['ana', true],
    ['ana.ruiz-2_x', true],
    ['7up', true],
    ['a', false],
    ['Ana', false],
    ['аna', false],
    ['.ana', false],
    ['ana\n', false],
    ['ana ruiz', false],
    ['a'.repeat(41), false],
  ])('%j as a name: %s', (name, can) => {
    expect(flawOfName(name) === undefined).toBe(can)
  })

  it.each([
    ['four tall herons at dusk', true],
    ['чотири чаплі на мілині', true],
    ['fourteen chars', false],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', false],
    ['ana-ruizana-ruizana-ruiz', false],
    ['x'.repeat(10) + 'four tall herons'.repeat(20), false],
  ])('%j as a password: %s', (password, can) => {
    expect(flawOfPassword(password, 'ana-ruiz') === undefined).toBe(can)
  })

  it('lead nowhere else, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '\\', 'a', '.', ':', '\t', '\n', '@', '?') }), (place) => {
        if (isOwnPlace(place)) expect(new URL(place, 'https://desk.example').origin).toBe('https://desk.example')
      }),
    )
  })
})
