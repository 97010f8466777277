import type { Voices } from '../../provenance/sources/voices.ts'
import { nameBoth, wordsOf } from '../quoting.ts'
import type { Told } from '../told.ts'
import type { Change } from './changes.ts'

/** One plain sentence about a change, naming both documents, with the words of both tellings. */
export function sentenceFor(change: Change, voices: Voices): string {
  const { aspect, from, to, rule } = change
  const [before, after] = nameBoth(from, to)
  const became = `“${figureOf(from)}” in ${before} became “${figureOf(to)}” in ${after}`
  const both = `“${wordsOf(from)}” in ${before} became “${wordsOf(to)}” in ${after}`
  const voice = nameOf(voices, from.voices.at(-1))
  switch (aspect) {
    case 'figure':
      if (rule === 'drift/revised-by-its-source') return `${voice} changed its own figure: ${became}.`
      return `${became}: ${rule === 'drift/bound' ? boundReason(from, to) : (figureReasons[rule] ?? 'another number')}.`
    case 'role':
      return `${became}: ${rule === 'drift/other-fate' ? 'what is said to have happened to them changed' : 'the number stayed, what it counts changed'}.`
    case 'hedge':
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

function boundReason(from: Told, to: Told): string {
  const [was, now] = [from, to].map(({ answer }) => answer !== null && answer.quantity.low !== answer.quantity.high)
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

/** The words of the figure; those of the statement where it gives none. */
export const figureOf = (told: Told): string => told.answer?.quantity.quote.replace(/\s+/g, ' ') ?? wordsOf(told)
