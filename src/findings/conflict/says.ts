import type { Aspect } from '../../model/finding.ts'
import type { Voices } from '../../provenance/sources/voices.ts'
import { asSentence, figureWords, wordsOf } from '../quoting.ts'
import type { Told } from '../told.ts'

/** One plain sentence about two statements that cannot both hold, naming who says which. */
export function sentenceFor(aspect: Aspect, a: Told, b: Told, voices: Voices): string {
  const [one, other] = [voiceOf(a, voices), voiceOf(b, voices)]
  if (aspect === 'figure' && a.answer && b.answer)
    return asSentence(`${one} says “${figure(a)}”, ${other} “${figure(b)}”: both cannot hold.`)
  return asSentence(`${one} says “${wordsOf(a)}”, ${other} “${wordsOf(b)}”: both cannot hold.`)
}

/** Who says it and where it is printed. */
function voiceOf(told: Told, voices: Voices): string {
  const name = voices.sources.find(({ id }) => id === told.voices.at(-1))?.name
  return name === undefined || name === told.outlet ? told.outlet : `${name} (in ${told.outlet})`
}

const figure = (told: Told): string => (told.answer ? figureWords(told, told.answer) : wordsOf(told))
