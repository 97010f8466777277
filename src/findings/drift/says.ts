import type { Voices } from '../../provenance/sources/voices.ts'
import { asSentence, figureWords, nameBoth, wordsOf } from '../quoting.ts'
import type { Change } from './changes.ts'

/** One plain sentence about a change, naming both documents, with the words of both tellings. */
export const sentenceFor = (change: Change, voices: Voices): string => asSentence(told(change, voices))

function told(change: Change, voices: Voices): string {
  const { aspect, from, to, rule } = change
  const [before, after] = nameBoth(from, to)
  const [was, now] = figuresOf(change)
  const became = `“${was}” in ${before} became “${now}” in ${after}`
  const both = `“${wordsOf(from)}” in ${before} became “${wordsOf(to)}” in ${after}`
  const voice = nameOf(voices, from.voices.at(-1))
  switch (aspect) {
    case 'figure':
      if (rule === 'drift/revised-by-its-source') return `${voice} changed its own figure: ${became}.`
      return `${became}: ${rule === 'drift/bound' ? boundReason(change) : (figureReasons[rule] ?? 'another number')}.`
    case 'role':
      return `${became}: ${rule === 'drift/other-fate' ? 'what is said to have happened to them changed' : 'the number stayed, what it counts changed'}.`
    case 'hedge':
      if (rule === 'drift/doubt-in-one-only' || rule === 'drift/firmer-than-another')
        return `${before}, which has it from ${voice}, says “${wordsOf(from)}”; ${after}, which names ${voice} too, says “${wordsOf(to)}”: ${rule === 'drift/doubt-in-one-only' ? 'the doubt was lost' : 'what was planned is told as firmer'}.`
      return `${both}: ${rule === 'drift/hedge-lost' ? 'the doubt was lost' : 'what was planned is told as firmer than it was'}.`
    case 'attribution':
      return to.voices.length === 0
        ? `${after} no longer says that “${wordsOf(to)}” comes from ${voice}, whom ${before} names.`
        : `${after} names ${nameOf(voices, to.voices.at(-1))} for “${wordsOf(to)}”, where ${before} has it from ${voice}.`
    case 'scope':
      return `${both}: ${scopeReasons[rule] ?? 'it now reaches further'}.`
    case 'time':
      return `${both}: another date.`
    default:
      return `${both}: one denies what the other affirms.`
  }
}

const figureReasons: Readonly<Record<string, string>> = {
  'drift/other-unit': 'another currency',
}

function boundReason({ figures }: Change): string {
  const [was, now] = (figures ?? []).map(({ quantity: { low, high } }) => low !== high)
  return was === now ? 'the bound changed' : was ? 'the bound was lost' : 'a bound was added'
}

const scopeReasons: Readonly<Record<string, string>> = {
  'drift/rate-gained': 'the same amount, for another period',
  'drift/other-whole': 'the same share, of something else',
  'drift/alternative-dropped': 'one of two possibilities is gone',
  'drift/ever': 'a record of some years became one of all time',
}

const nameOf = (voices: Voices, id: string | undefined): string =>
  voices.sources.find((source) => source.id === id)?.name ?? 'its source'

/** The words of the two figures, with what they count; those of the statements where they give none. */
export const figuresOf = ({ from, to, figures }: Change): readonly [string, string] =>
  figures ? [figureWords(from, figures[0]), figureWords(to, figures[1])] : [wordsOf(from), wordsOf(to)]
