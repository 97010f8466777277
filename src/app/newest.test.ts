import { expect, it } from 'vitest'
import { newest } from './newest.ts'

it.each([
  ['the newest first', ['2025-03-10', '2025-03-12', '2025-03-11'], 2, ['2025-03-12', '2025-03-11']],
  ['instants, not letters', ['2025-03-12T01:00:00+02:00', '2025-03-11T23:30:00Z'], 1, ['2025-03-11T23:30:00Z']],
  [
    'a time without a zone as UTC',
    ['2025-03-12T01:00:00', '2025-03-12T00:30:00Z', '2025-03-12T01:30:00Z'],
    2,
    ['2025-03-12T01:30:00Z', '2025-03-12T01:00:00'],
  ],
  [
    'what has no date, or none that can be read, last and as listed',
    ['soon', undefined, '2025', 'later'],
    4,
    ['2025', 'soon', undefined, 'later'],
  ],
  [
    'equal dates as listed',
    ['2025-03-12', '2025-03-12T00:00:00Z', '2025-03-12'],
    3,
    ['2025-03-12', '2025-03-12T00:00:00Z', '2025-03-12'],
  ],
  ['none where none are wanted', ['2025-03-12'], 0, []],
])('takes %s', (_, dates: readonly (string | undefined)[], most, expected) => {
  expect(newest(dates, most, (date) => date)).toEqual(expected)
})
