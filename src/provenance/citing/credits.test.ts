import { expect, it } from 'vitest'
import type { Voices } from '../sources/voices.ts'
import { creditSource, isDeskMark } from './credits.ts'

const nobody: Voices = {
  sources: [],
  voiceOf: () => null,
  outletOf: () => null,
  documentsOf: () => [],
  bodyOf: (source) => source,
}

it.each([
  ['twz.com', 'The War Zone'],
  ['quaycourier.example', 'quaycourier.example'],
])('a credit to %s names %s', (credit, name) => {
  expect(creditSource(credit, nobody).name).toBe(name)
})

it.each([
  ['rog', true],
  ['NCP', false],
  ['quaycourier.example', false],
])('%s marks a desk: %s', (credit, expected) => {
  expect(isDeskMark(credit)).toBe(expected)
})
