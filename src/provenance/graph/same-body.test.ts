import { describe, expect, it } from 'vitest'
import type { Source } from '../../model/source.ts'
import type { Voices } from '../sources/voices.ts'
import { sameBodies } from './same-body.ts'

const among = (sources: readonly (readonly [id: string, name: string, kind: Source['kind']])[]) => {
  const voices: Voices = {
    sources: sources.map(([id, name, kind]) => ({ id, name, kind, aliases: [], affiliation: null })),
    voiceOf: () => null,
    outletOf: () => null,
    documentsOf: () => [],
    bodyOf: (source) => source,
  }
  return sameBodies(voices)
}

describe('bodies of one name', () => {
  it.each<[string, readonly [string, string, Source['kind']], readonly [string, string, Source['kind']], boolean]>([
    [
      'a company with and without its legal form',
      ['a', 'Nordwerk', 'institution'],
      ['b', 'Nordwerk S.E.', 'institution'],
      true,
    ],
    [
      'an office described in two reports',
      ['the-deputy@a1', 'the deputy mayor', 'person'],
      ['the-deputy@a2', 'Deputy mayor', 'person'],
      true,
    ],
    ['two people of one name', ['a', 'Iva Sedlak', 'person'], ['b', 'Iva Sedlak', 'person'], false],
    ['a company and its outlet', ['a', 'Nordwerk', 'institution'], ['b', 'Nordwerk', 'outlet'], false],
    [
      'unnamed voices',
      ['an-official@a1', 'an official', 'anonymous'],
      ['an-official@a2', 'an official', 'anonymous'],
      false,
    ],
    ['different names', ['a', 'Nordwerk', 'institution'], ['b', 'Nordwerk Bank', 'institution'], false],
  ])('%s', (_, one, other, same) => {
    const bodyOf = among([one, other])
    expect(bodyOf(one[0]) === bodyOf(other[0])).toBe(same)
  })
})
