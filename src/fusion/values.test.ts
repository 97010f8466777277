import { describe, expect, it } from 'vitest'
import { keyOf, similarity } from './values.ts'

describe('keyOf', () => {
  it.each([
    ['Gate  B4', 'gate b4', 'text'],
    ['1,200', 1200, 'number'],
    [['Tamm', 'Orlo'], ['orlo', 'TAMM'], 'set'],
  ] as const)('takes %j and %j for one value', (a, b, kind) => expect(keyOf(a, kind)).toBe(keyOf(b, kind)))

  it('keeps what differs apart', () => expect(keyOf('B4', 'text')).not.toBe(keyOf('B5', 'text')))
})

describe('similarity', () => {
  it.each([
    ['2026-03-01T08:00', '2026-03-01T08:00', 'time', 1],
    ['2026-03-01T08:00', '2026-03-01T08:10', 'time', 0.5],
    ['2026-03-01T08:00+01:00', '2026-03-01T07:00Z', 'time', 1],
    ['2026-03-01T08:00', 'soon', 'time', 0],
    [1000, 1010, 'number', 0.5],
    [1000, 2000, 'number', 0],
    ['B4', 'B5', 'text', 0],
  ] as const)('of %j and %j as %s is %d', (a, b, kind, expected) => {
    expect(similarity(a, b, kind)).toBeCloseTo(expected, 1)
  })
})
