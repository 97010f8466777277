import { actingPlaces, mute, personNouns } from '../../language/en/people.ts'
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
  if (personNouns.has(head) || actingPlaces.has(head)) return true
  if (mute.has(head) || deed.test(head)) return false
  return holdsName(words) || isLikePeople(head)
}

/** A capital that is not the opening one, a month or a day; nor the owner's, who does not speak with "the army's efforts". */
function holdsName(words: string): boolean {
  const owned = words.search(/(?:['’]s|s['’])\s/u)
  return words
    .slice(Math.max(0, owned))
    .split(/\s+/)
    .some((word, i) => i > 0 && /^\p{Lu}/u.test(word) && !calendar.test(fold(word.replace(/\P{L}+$/u, ''))))
}

/** Nouns that the word lists know as somebody or something that speaks. */
export const isVoiceNoun = (noun: string): boolean =>
  noun in bodyNouns || [crowds, officers, spokespersons, papers, utterances, imagery].some((list) => list.has(noun))

/** What is done or is so, not who does it: "the production of drones". */
const deed = /(?:tion|sion|ment|ness|ity|ance|ence)$/

/** Nobody but the reader. */
const addressed = /^(?:you|your|yours|yourself|one|all|each|anybody|anyone|nobody|no one|everyone|everybody)$/

/** A month or day is when something was said. */
export const calendar =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|late|early|soon|later|earlier)\.?$/

/** A finite verb outside a relative clause: a sentence, not the name of somebody. */
const clause = /^(?!.*\b(?:who|which|that|whom|whose)\b).*\b(?:was|were|is|are|has|had|ended|began|rose|fell)\b/

/** Is a noun used like those for people rather than like those for things? A word too rare to tell is given the benefit of the doubt. */
function isLikePeople(noun: string): boolean {
  const vector = vectorOf(noun)
  if (vector === undefined) return true
  const lean = cosine(vector, centre(people)) - cosine(vector, centre(things))
  return lean > (doer.test(noun) ? neutral : surelyPeople)
}

/** Nouns made of what somebody does: "cooper", "lobbyist", "guardian". */
const doer = /(?:er|or|ist|ian|ee|ant|ent|man|woman|person)$/

/** How much nearer to people than to things: "gate" is at -0.5, "money" at -0.1, "child" at 0.6. */
const surelyPeople = 0.15
const neutral = -0.16

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
