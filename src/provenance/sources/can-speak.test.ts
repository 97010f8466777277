import { expect, it } from 'vitest'
import { canSpeak } from './can-speak.ts'
import { readRole } from './role.ts'

it.each([
  ['a lamplighter', true],
  ['two stokers', true],
  ['his brother', true],
  ['the harbour office', true],
  ['a leaked ledger', true],
  ['the delegation', true],
  ['three sculptors', true],
  ['the chef', true],
  ['nine regions', true],
  ["Corvin's harbour office", true],
  ["Corvin's Ada Noor", true],
  ["The Corvin army's efforts", false],
  ['The money', false],
  ['a detail', false],
  ['the dispute', false],
  ['the water tower', false],
  ['You', false],
  ['Sept', false],
  ['2,400', false],
  ['a shorter shift than the 12', false],
  ['the production of Corvin lamps', false],
  ['a tonne on Monday, 4% more', false],
  ['the equipment', false],
  ['The hunt for the barge ended at dawn', false],
])('%s: could say something is %s', (words, expected) => {
  expect(canSpeak(words, readRole(words))).toBe(expected)
})
