import { men, women } from '../../language/en/people.ts'
import { indexBefore } from './bodies.ts'
import type { Cast, Member } from './cast.ts'
import type { Gender, Meant, Scene, Unnamed } from './meant.ts'
import { wordsOf } from './names.ts'
import { singular } from './role.ts'

/** Pronouns that stand for a voice. */
export const isPronoun = (words: string): boolean =>
  /^(?:he|she|it|they|i|him|her|them|this|that|who|which)$/i.test(words)

/**
 * Whom a pronoun means. `spoken` is whom the grammar of the text takes it for. "She" is never somebody whom the same text
 * calls "he", a brother or a spokesman, and one person is never "two managers".
 */
export function pronounMeant(scene: Scene, pronoun: string, spoken: Meant | null): Meant | null {
  const word = pronoun.toLowerCase()
  const wanted = genderOfPronoun(word)
  if (wanted === undefined) return spoken ?? lastLike(word, scene) ?? lastNamed(scene, bodyOrPerson(word), () => true)
  const fits = (meant: Meant): boolean => isOne(meant) && genderOf(meant, scene) !== other(wanted)
  const [last] = scene.said.slice(-1)
  // "His wife", of whom no grammar of names knows.
  if (last && 'head' in last.meant && isOne(last.meant) && genderOf(last.meant, scene) === wanted) return last.meant
  const named = lastNamed(scene, 'person', (member) => fits({ member }))
  const surely = named !== null && genderOf(named, scene) === wanted
  if (spoken && fits(spoken) && !(surely && isNearer(named, spoken, scene))) return spoken
  const heard = scene.said.slice(-recent).findLast(({ meant, at }) => at <= scene.at && fits(meant))
  if (!heard || !named) return heard?.meant ?? named
  return placeOf(named, scene) > heard.at && (surely || spoken !== null) ? named : heard.meant
}

const isNearer = (a: Meant, b: Meant, scene: Scene): boolean => placeOf(a, scene) > placeOf(b, scene)

/** So many voices back a pronoun may reach. */
const recent = 6

/** Pronouns without a known speaker: the last voice that the pronoun can stand for. */
function lastLike(pronoun: string, { said, outer }: Scene): Meant | null {
  if (pronoun === 'i' && outer) return outer
  const person = /^(?:i|who)$/.test(pronoun)
  const found = said.slice(-recent).findLast(({ meant }) => {
    const isPerson =
      'member' in meant ? meant.member.kind === 'person' : meant.kind === 'person' || meant.kind === 'anonymous'
    return person === isPerson || /^(?:they|them)$/.test(pronoun)
  })
  return found?.meant ?? null
}

const bodyOrPerson = (pronoun: string): Member['kind'] => (/^(?:who|i)$/.test(pronoun) ? 'person' : 'body')

/** With no voice before it, a pronoun means the last one named that it can stand for. */
function lastNamed(
  { cast, document, at }: Scene,
  kind: Member['kind'],
  fits: (member: Member) => boolean,
): Meant | null {
  const uses = cast.usesIn(document)
  for (let i = indexBefore(uses, at), steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const member = uses[i]?.member
    if (member?.kind === kind && fits(member)) return { member }
  }
  return null
}

/** Where somebody was last named before the place. */
function placeOf(meant: Meant, { cast, document, at }: Scene): number {
  const uses = cast.usesIn(document)
  for (let i = indexBefore(uses, at), steps = 0; i >= 0 && steps < 12; i--, steps++)
    if (uses[i]?.member === identityOf(meant)) return uses[i]?.start ?? 0
  return 0
}

/** Can "he" or "she" stand for it? Not for a crowd, a body or a paper. */
const isOne = (meant: Meant): boolean =>
  'member' in meant
    ? meant.member.kind === 'person'
    : !meant.many && (meant.kind === 'person' || meant.kind === 'anonymous')

const other = (gender: Gender): Gender => (gender === 'man' ? 'woman' : 'man')

const genderOf = (meant: Meant, { genders }: Scene): Gender | undefined =>
  genders.get(identityOf(meant)) ?? ('head' in meant ? genderOfWords([meant.head]) : undefined)

/** Who is a man or a woman by the words that stand with the name in this document: "Sister Ada Noor", "Ada Noor, a spokeswoman". */
export function gendersIn(cast: Cast, document: string): Map<Member | Unnamed, Gender> {
  const text = cast.textOf(document)
  const genders = new Map<Member | Unnamed, Gender>()
  for (const { member, start, end } of cast.usesIn(document)) {
    if (member.kind !== 'person' || genders.has(member)) continue
    const before = /(?:[\p{L}.'’-]+\s)?$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? ''
    const beside =
      /^, (?:the|an?|its|his|her|their) (?:[\p{L}-]+ ){0,2}?([\p{L}-]+)/u.exec(text.slice(end, end + 60))?.[0] ?? ''
    const gender =
      genderOfWords(wordsOf(`${before}${text.slice(start, end)}`).slice(0, -1)) ?? genderOfWords(wordsOf(beside))
    if (gender) genders.set(member, gender)
  }
  return genders
}

function genderOfWords(words: readonly string[]): Gender | undefined {
  const known = words.map((word) => singular(word.replace(/\.$/, '')))
  if (known.some((word) => women.has(word))) return 'woman'
  return known.some((word) => men.has(word)) ? 'man' : undefined
}

/** "he" and "she" tell; undefined for any other word. */
export const genderOfPronoun = (word: string): Gender | undefined =>
  /^(?:he|him)$/i.test(word) ? 'man' : /^(?:she|her)$/i.test(word) ? 'woman' : undefined

/** What makes two voices of a document the same. */
export const identityOf = (meant: Meant): Member | Unnamed => ('member' in meant ? meant.member : meant)
