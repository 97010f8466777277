import {
  bodyNouns,
  crowds,
  imagery,
  officers,
  papers,
  spokespersons,
  utterances,
} from '../../language/en/voice-words.ts'
import { cosine, vectorOf } from '../../text/word-vectors.ts'
import { fold } from './names.ts'
import { type Role, singular } from './role.ts'

/**
 * Could somebody or something of this description have said it? "A tonne on Monday", "you" and "Sept" could not: where a
 * grammar of attribution names them, nobody is named.
 */
export function canSpeak(words: string, role: Role | null): boolean {
  const plain = fold(words.trim())
  if (addressed.test(plain) || calendar.test(plain) || !/\p{L}{2}/u.test(plain)) return false
  if (/^[\p{Sc}\d]/u.test(plain) || / than (?:the |a )?\p{N}/u.test(plain) || clause.test(plain)) return false
  if (!role) return true
  const head = singular(role.head)
  if (isVoiceNoun(head) || isVoiceNoun(role.head)) return true
  if (deed.test(head) && !peopleTogether.has(head)) return false
  if (
    words
      .split(/\s+/)
      .some((word, i) => i > 0 && /^\p{Lu}/u.test(word) && !calendar.test(fold(word.replace(/\P{L}+$/u, ''))))
  )
    return true
  return !isThing(head)
}

/** Nouns that the word lists know as somebody or something that speaks. */
export const isVoiceNoun = (noun: string): boolean =>
  noun in bodyNouns || [crowds, officers, spokespersons, papers, utterances, imagery].some((list) => list.has(noun))

/** What is done or is so, not who does it: "the production of drones". */
const deed = /(?:tion|sion|ment|ness|ity|ance|ence)$/

const peopleTogether = new Set(
  'delegation opposition population coalition nation prosecution defence defense resistance intelligence community majority minority leadership audience conference regiment establishment city entity parent correspondent resident president'.split(
    ' ',
  ),
)

/** Nobody but the reader. */
const addressed = /^(?:you|your|yours|yourself|one|all|each|anybody|anyone|nobody|no one|everyone|everybody)$/

/** A month or day is when something was said. */
export const calendar =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|late|early|soon|later|earlier)\.?$/

/** A finite verb outside a relative clause: a sentence, not the name of somebody. */
const clause = /^(?!.*\b(?:who|which|that|whom|whose)\b).*\b(?:was|were|is|are|has|had|ended|began|rose|fell)\b/

/** Is a noun used like those for things rather than like those for people? */
function isThing(noun: string): boolean {
  const vector = vectorOf(noun)
  return vector !== undefined && cosine(vector, centre(people)) - cosine(vector, centre(things)) < surelyThing
}

/** How much nearer to things than to people; between "bus" (-0.3) and "miller" (-0.05). */
const surelyThing = -0.16

const people = 'man woman doctor teacher worker leader friend official lawyer soldier farmer resident minister relative'
const things = 'money area detail equipment table building price road ticket gate dispute fact plan water car tonne'

const centres = new Map<string, readonly number[]>()

function centre(nouns: string): readonly number[] {
  const known = centres.get(nouns)
  if (known) return known
  const sum: number[] = []
  for (const noun of nouns.split(' ')) {
    const vector = vectorOf(noun) ?? new Int8Array()
    const length = Math.hypot(...vector) || 1
    vector.forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + value / length
    })
  }
  centres.set(nouns, sum)
  return sum
}
