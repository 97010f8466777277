import type { Source } from '../../model/source.ts'
import { fold } from '../../text/words.ts'

/** What a voice is worth as the end of a trail: somebody named, an outlet that relays, or nobody that could be told apart. */
export type VoiceRank = 'named' | 'outlet' | 'unnamed'

/**
 * Ranks a voice. An unnamed voice is never counted: "the company" that could not be told, "residents", "multiple reports"
 * may be the same as any other. An office or paper with a description of its own ("the relief desk", "the permit file") is named.
 */
export function voiceRank(
  { name, aliases, kind, affiliation }: Source,
  isOutlet: (name: string) => boolean,
): VoiceRank {
  if (kind === 'anonymous' || kind === 'vague') return 'unnamed'
  if (kind === 'outlet' || isOutlet(name)) return 'outlet'
  const words = fold(name)
    .replace(/^(?:the|a|an|his|her|its|their) /, '')
    .split(/\s+/)
  const [first = ''] = words
  if (sheets.has(words.join(' '))) return 'outlet'
  if (manifold.has(first) || (words.length === 1 && calendar.has(first))) return 'unnamed'
  if (affiliation !== null || kind === 'document') return 'named'
  // "Satellite data" that nobody is said to have taken may be anybody's.
  if (kind === 'imagery' || kind === 'data') return [name, ...aliases].some(namesMaker) ? 'named' : 'unnamed'
  const proper = [name, ...aliases].some((form) => /(?:^(?!(?:The|A|An)\b)|\s)\p{Lu}/u.test(form))
  return words.length > 1 || (proper && !isCommon(name, aliases)) ? 'named' : 'unnamed'
}

/** "Sentinel-2 data", "images by Adler Imaging"; not "Satellite imagery of Gara", which names what is shown. */
function namesMaker(form: string): boolean {
  const own = form.replace(/ (?:of|from|in|for|on|over|near) .*$/u, '').replace(/^(?:the|a|an) /iu, '')
  const [first = '', ...rest] = own.split(/\s+/)
  const isName = /^\p{Lu}/u.test(first) && !plainOpeners.has(fold(first))
  return isName || rest.some((word) => /^\p{Lu}/u.test(word))
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that open a description of pictures and figures, with a capital at the head of a sentence. */
const plainOpeners = set(
  'satellite satellites image images imagery photo photos photographs pictures picture footage video videos drone radar thermal aerial ' +
    'infrared optical flight shipping tracking traffic market official public commercial recent new latest fresh data figures statistics ' +
    'records numbers survey polling surveillance security',
)

/** A single word that also stands in lower case is a common noun at the head of a sentence: "Residents", "residents". */
const isCommon = (name: string, aliases: readonly string[]): boolean =>
  commonVoices.has(fold(name)) || aliases.some((alias) => alias === alias.toLowerCase() && fold(alias) === fold(name))

/** Printed matter that stands for its outlet. */
const sheets = set('paper newspaper daily weekly magazine broadcaster station site website')
/** Words that begin a description of any number of voices. */
const manifold = set(
  'multiple several some many various numerous other others reports media press people most unconfirmed both few ' +
    'two three four five six seven eight nine ten eleven twelve dozen dozens hundreds one another',
)
const calendar = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december today yesterday late early world',
)
/** Plurals and roles that name nobody when they stand alone. */
const commonVoices = set(
  'residents survivors witnesses brokers traders merchants dealers farmers investigators firefighters rescuers officials ' +
    'authorities police analysts experts observers employees workers managers sources passengers villagers locals critics ' +
    'minister ministry company agency union government bureau spokesman spokeswoman spokesperson council court',
)
