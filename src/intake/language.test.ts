import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'
import { readCapture } from './readers.ts'

const inEnglish = 'The ferry ran aground on Sunday and the harbour master said that 14 of the passengers were hurt.'
const others = [
  [
    'de',
    'Die Fähre lief am Sonntag auf Grund, und der Hafenmeister sagte, dass 14 der Fahrgäste verletzt worden seien.',
  ],
  ['nl', 'De veerboot liep op zondag aan de grond en de havenmeester zei dat 14 van de passagiers gewond raakten.'],
  ['fr', 'Le ferry s’est échoué dimanche et le capitaine du port a dit que 14 des passagers avaient été blessés.'],
  [
    'es',
    'El transbordador encalló el domingo y el capitán del puerto dijo que 14 de los pasajeros resultaron heridos.',
  ],
  [
    'da',
    'To mænd blev fundet i en by ved havet, siger borgmesteren til The Harbour Post, og det var de to, der var savnet.',
  ],
  [
    'fr',
    'The Harbour Post, The Island Mail et The Coast Week saluent ce film de The Sea Company, que le public a aimé.',
  ],
] as const

const languageRead = async (text: string): Promise<string | undefined> => {
  const bytes = new TextEncoder().encode(text)
  const { documents } = await readCapture({ input: 'a.txt', bytes, url: undefined, mediaType: undefined })
  return documents[0]?.language
}

describe('the language of a text', () => {
  it('is English where its commonest words say so', () => {
    expect(languageOf(undefined, inEnglish)).toBe('en')
  })

  it('is what is declared', () => {
    expect(languageOf('fr-CA', inEnglish)).toBe('fr')
  })

  it.each(others)('is left open for %s, and then told by its letters', async (language, text) => {
    expect(languageOf(undefined, text)).toBe('und')
    expect(await languageRead(text)).toBe(language)
  })

  it('stays open for a few words', async () => {
    expect(await languageRead('25,000 workers')).toBe('und')
  })
})
