import { describe, expect, it } from 'vitest'
import type { Source } from '../../model/source.ts'
import { type VoiceRank, voiceRank } from './voice-rank.ts'

const source = (name: string, kind: Source['kind'], affiliation: string | null = null): Source => ({
  id: name,
  name,
  aliases: [],
  kind,
  affiliation,
})

describe('what a voice is worth as the end of a trail', () => {
  it.each<[string, Source, VoiceRank]>([
    ['a person', source('Edda Rolund', 'person'), 'named'],
    ['a body', source('Harbour Board', 'institution'), 'named'],
    ['an office with a description of its own', source('the relief desk', 'institution'), 'named'],
    ['a paper', source('the permit file', 'document'), 'named'],
    ['figures with their maker', source('Sentinel-2 data', 'data'), 'named'],
    ['pictures by somebody', source('images by Adler Imaging', 'imagery'), 'named'],
    ['pictures of a place', source('Satellite imagery of Gara', 'imagery'), 'unnamed'],
    ['figures that nobody is said to have taken', source('satellite data', 'data'), 'unnamed'],
    ['an outlet', source('Norden Telegraph', 'outlet'), 'outlet'],
    ['whoever publishes here', source('Coast Week', 'institution'), 'outlet'],
    ['printed matter', source('the newspaper', 'document'), 'outlet'],
    ['an anonymous voice', source('an official', 'anonymous'), 'unnamed'],
    ['a vague one', source('observers', 'vague'), 'unnamed'],
    ['several who are not told apart', source('multiple reports', 'document'), 'unnamed'],
    ['a number of people', source('two managers', 'document'), 'unnamed'],
    ['a common noun', source('Residents', 'institution'), 'unnamed'],
    ['a day', source('Monday', 'institution'), 'unnamed'],
    ['a role that belongs to a body', source('spokeswoman', 'person', 'harbour-board'), 'named'],
  ])('%s', (_, voice, rank) => {
    expect(voiceRank(voice, (name) => name === 'Coast Week')).toBe(rank)
  })
})
