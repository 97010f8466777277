import { men, women } from '../../language/en/people.ts'
import { officers } from '../../language/en/voice-words.ts'
import { holderOf, indexBefore } from './bodies.ts'
import type { Cast, Member } from './cast.ts'
import type { Gender, Meant, Scene, Unnamed } from './meant.ts'
import { wordsOf } from './names.ts'
import { shownBefore } from './papers.ts'
import { type Role, readRole, singular } from './role.ts'

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
  if (wanted === undefined) {
    if (isShown(scene, word)) {
      const member = shownBefore(scene.said, { ...images, plural: word === 'they' }, 'imagery')
      return member ? { member } : null
    }
    return spoken ?? lastLike(word, scene) ?? lastNamed(scene, bodyOrPerson(word), () => true)
  }
  const fits = (meant: Meant): boolean => isOne(meant) && genderOf(meant, scene) !== other(wanted)
  const [last] = scene.said.slice(-1)
  // "His wife", of whom no grammar of names knows.
  if (last && 'head' in last.meant && isOne(last.meant) && genderOf(last.meant, scene) === wanted) return last.meant
  const named = lastNamed(scene, 'person', (member) => fits({ member }))
  const inOffice = officeBefore(scene, fits)
  if (inOffice && inOffice.at > (named ? placeOf(named, scene) : 0)) return inOffice.meant
  const surely = named !== null && (genderOf(named, scene) === wanted || isSubjectBefore(named, scene))
  if (spoken && fits(spoken) && !(surely && isNearer(named, spoken, scene))) return spoken
  const heard = scene.said.slice(-recent).findLast(({ meant, at }) => at <= scene.at && fits(meant))
  if (!heard || !named) return heard?.meant ?? named
  return placeOf(named, scene) > heard.at && (surely || spoken !== null) ? named : heard.meant
}

/** "…, the images were taken on Friday. They show": what was pictured is no voice that was heard before. */
const isShown = ({ cast, document, at }: Scene, pronoun: string): boolean =>
  /^(?:they|it)$/.test(pronoun) &&
  /^(?:they|it) (?:also )?(?:shows?|showed|reveals?|revealed|depicts?|depicted)\b/i.test(
    cast.textOf(document).slice(at, at + 30),
  ) &&
  pictured.test(cast.textOf(document).slice(Math.max(0, at - lookedBack), at))

/** A picture in the sentence before. */
const pictured = /\b(?:images?|imagery|photos?|photographs?|pictures?|footage|videos?)\b[^.!?]*[.!?]["”’']?\s+$/
const lookedBack = 300

const images: Role = { head: 'image', modifiers: [], possessor: null, complement: null, definite: true, plural: true }

/** So many code units back an office may stand that a pronoun means. */
const officeReach = 500

/** "The minister was firm. …, he said": the last office that somebody who is named in the report holds, where it is a subject. */
function officeBefore(
  { cast, document, at }: Scene,
  fits: (meant: Meant) => boolean,
): { readonly meant: Meant; readonly at: number } | null {
  const from = Math.max(0, at - officeReach)
  const offices = [
    ...cast
      .textOf(document)
      .slice(from, at)
      .matchAll(/\b[Tt]he (\p{Ll}[\p{L}-]+)(?= \p{Ll}+(?:ed|s|d|t|oke|ave|ent)\b)/gu),
  ]
  for (const { index, 1: noun = '' } of offices.reverse()) {
    if (!officers.has(noun)) continue
    const role = readRole(`the ${noun}`)
    const member = role && holderOf(cast, document, role, from + index)
    if (member && fits({ member })) return { meant: { member }, at: from + index }
  }
  return null
}

/** Does the name open the sentence before the one that the pronoun opens? "Captain Alim stood by his count. He said …" */
function isSubjectBefore(named: Meant, scene: Scene): boolean {
  const text = scene.cast.textOf(scene.document).slice(Math.max(0, scene.at - longestSentence), scene.at)
  const ends = [...text.matchAll(/[.!?]["”’']?\s+/gu)].map(({ index, 0: mark }) => index + mark.length)
  if (ends.at(-1) !== text.length) return false
  const opening = scene.at - text.length + (ends.at(-2) ?? 0)
  const start = placeOf(named, scene)
  return start >= opening && start - opening <= longestTitle
}

const longestSentence = 500
/** Code units that may stand before the name: "Captain ". */
const longestTitle = 12

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
      /^, (?:(?:the|an?|its|his|her|their) )?[\p{L}'’ -]{3,50}?(?=,|\.|;| of | for | in | at | who | whose | and )/u.exec(
        text.slice(end, end + 60),
      )?.[0] ?? ''
    const gender =
      genderOfWords(wordsOf(`${before}${text.slice(start, end)}`).slice(0, -1)) ??
      genderOfWords(wordsOf(beside.replace(/.*['’]s? /u, '')))
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
