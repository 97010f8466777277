import { expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { read } from '../../extract/read.ts'
import { resolveVoices } from './voices.ts'

/** Every voice of one report as the program itself reads it: its name, and what else it goes by. */
const voicesOf = (text: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    resolveVoices([read(documentOf(text, { publisher: 'Gara Courier' }))]).sources.map(({ name, aliases }) => [
      name,
      aliases,
    ]),
  )

it('takes no word for a body because a dateline stands before it', () => {
  const voices = voicesOf('KELDA - Fire chief Duarte Pimentel told reporters on Monday that 1,650 people had left.')
  expect(Object.keys(voices).sort()).toEqual(['Duarte Pimentel', 'Gara Courier'])
})

it.each([
  'Neither Lake Lines nor the Port Authority said how many barges were lost. Lake Lines said the quay was shut.',
  'Neither the operator nor the Port Authority said how many barges were lost. The Port Authority said the quay was shut.',
  'No official of the Port Authority said how many barges were lost. The Port Authority said the quay was shut.',
])('calls nobody by what nobody said: %s', (text) => {
  const names = Object.entries(voicesOf(text)).flat(2)
  expect(names.filter((name) => /\b(?:neither|nor|no official)\b/i.test(name))).toEqual([])
  expect(names).toContain(text.includes('. Lake Lines') ? 'Lake Lines' : 'Port Authority')
})
