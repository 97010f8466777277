import { expect, it } from 'vitest'
import { csvRow } from './csv.ts'

it.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "so"', '"say ""so"""'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-cmd|calc', "'-cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['\n=1', '"\'\n=1"'],
  // Some spreadsheets take the wide forms of East Asian keyboards for the narrow ones.
  ['＝1+1', "'＝1+1"],
])('writes %j as %j', (text, field) => {
  expect(csvRow([text, -2, null])).toBe(`${field},-2,`)
})
