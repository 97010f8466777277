import type { Voices } from '../../provenance/sources/voices.ts'
import type { Told } from '../told.ts'
import type { Change } from './changes.ts'

/** One plain sentence about a change, with the words of both tellings. */
export function sentenceFor({ aspect, from, to, rule }: Change, voices: Voices): string {
  const both = `${name(from)} has “${cut(from)}”, ${name(to)} “${cut(to)}”`
  const voice = nameOf(voices, from.voices.at(-1))
  if (rule === 'drift/revised-by-its-source')
    return `${voice} changed its own figure from ${figure(from)} to ${figure(to)}: ${both}.`
  if (aspect === 'figure') return `The figure went from ${figure(from)} to ${figure(to)}: ${both}.`
  if (aspect === 'role') return `The number stayed, what it counts changed: ${both}.`
  if (aspect === 'hedge') return `What was ${from.content.certainty} became ${to.content.certainty}: ${both}.`
  if (aspect === 'attribution')
    return to.voices.length === 0
      ? `${name(to)} no longer says that this comes from ${voice}: ${both}.`
      : `${name(to)} names ${nameOf(voices, to.voices.at(-1))} in place of ${voice}: ${both}.`
  if (aspect === 'polarity') return `One denies what the other affirms: ${both}.`
  return `The claim changed on the way: ${both}.`
}

const name = ({ outlet, document, published }: Told): string =>
  published ? `${outlet} (${published.slice(0, 10)})` : outlet === document ? `document ${document}` : outlet

const nameOf = (voices: Voices, id: string | undefined): string =>
  voices.sources.find((source) => source.id === id)?.name ?? 'its source'

const figure = ({ answer }: Told): string => (answer ? `“${answer.quantity.quote}”` : 'no figure')

/** Longest quotation in a sentence, in characters. */
const longest = 110

const cut = ({ content }: Told): string => {
  const words = content.quote.replace(/\s+/g, ' ').replace(/[“”"]/g, '')
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(' ', longest))} …`
}
