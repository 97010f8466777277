import { anotherThanBefore, leaked, papers, utterances } from '../../language/en/voice-words.ts'
import { bodyMeant, indexBefore } from './bodies.ts'
import type { Member } from './cast.ts'
import type { Heard, Meant, Scene, Someone, Unnamed } from './meant.ts'
import { fold } from './names.ts'
import { type Role, singular } from './role.ts'

/** A paper or picture: the same one when the document has spoken of one of that noun before. */
export function paperMeant(
  scene: Scene,
  role: Role,
  words: string,
  issuer: Member | null,
  kind: 'document' | 'imagery',
): Meant {
  const head = singular(role.head)
  const before = scene.said.findLast(
    ({ meant }) => isPaper(meant, kind) && (meant.head === head || mayStandFor(role, kind)),
  )
  const known = before?.meant
  if (known && 'head' in known && !isAnother(role) && !(issuer && known.issuer && issuer !== known.issuer)) return known
  const own = issuer ?? issuerOf(scene, role)
  return {
    head,
    name: shorten(words.replace(/^(?:a|the) (?:copy|summary|version) of /i, '')),
    kind,
    many: role.plural,
    issuer: own,
    leaked: isLeaked(words),
    shared: false,
  }
}

const isPaper = (meant: Meant, kind: Unnamed['kind']): meant is Unnamed => 'head' in meant && meant.kind === kind

/** "The document" is whatever paper was spoken of, "the images" whatever showed it. */
const mayStandFor = (role: Role, kind: 'document' | 'imagery'): boolean =>
  role.definite &&
  role.possessor === null &&
  role.complement === null &&
  role.modifiers.length === 0 &&
  (kind === 'imagery' ? /^(?:imagery|image|picture|photo|photograph)$/.test(role.head) : role.head === 'document')

/** "The latest report" is not the report spoken of before. */
const isAnother = (role: Role): boolean => role.modifiers.some((word) => anotherThanBefore.has(word))

/** "The same images", "the report": of whoever showed or wrote some before. "The reports" are anybody's. */
export function shownBefore(said: readonly Heard[], role: Role, kind: 'report' | 'imagery'): Member | null {
  if (!role.definite || isAnother(role)) return null
  const head = singular(role.head)
  const before = said.findLast(
    (one): one is Heard & { readonly meant: Someone } => 'member' in one.meant && one.meant.shown?.head === head,
  )
  if (!before || (kind === 'report' && (role.plural || before.meant.shown?.many))) return null
  return before.meant.member
}

/** The body that a paper or an utterance comes from: "the ministry's statement", "a study by the Institute". */
export const issuerOf = (scene: Scene, role: Role): Member | null =>
  (role.possessor && !/^(?:his|her)$/.test(role.possessor) ? meant(scene, role.possessor) : null) ??
  (role.complement ? meant(scene, role.complement) : null) ??
  introduced(scene, role)

const meant = ({ cast, document, at }: Scene, words: string): Member | null => bodyMeant(cast, document, words, at)

/** "the bulletin", after "the Institute said in its weekly bulletin": of whom this document has said whose it is. */
function introduced(scene: Scene, role: Role): Member | null {
  if (!role.definite || role.possessor !== null || role.complement !== null || isAnother(role)) return null
  if (!utterances.has(role.head) && !papers.has(role.head)) return null
  const from = Math.max(0, scene.at - farBack)
  const before = scene.cast.textOf(scene.document).slice(from, scene.at)
  const nouns = [...before.matchAll(new RegExp(`\\s${role.head.replace(/\W/g, '\\$&')}\\b`, 'gi'))]
  for (const { index } of nouns.reverse().slice(0, mostNouns)) {
    const owner = ownerPattern.exec(before.slice(Math.max(0, index - 60), index))?.[0]
    if (owner !== undefined && /^(?:its|their)\b/i.test(owner)) return speakerBefore(scene, from + index)
    const name = owner?.split(' ')[0] ?? makerPattern.exec(before.slice(index, index + 120))?.[1]
    const body = name === undefined ? null : bodyMeant(scene.cast, scene.document, name, from + index)
    if (body && scene.cast.usesIn(scene.document).some(({ member }) => member === body)) return body
  }
  return null
}

/** Who says something "in its bulletin": the body that speaks or is named just before. */
function speakerBefore({ cast, document, said }: Scene, at: number): Member | null {
  const heard = said.findLast((one) => one.at <= at && one.at > at - sentenceLong)?.meant
  if (heard && 'member' in heard && heard.member.kind === 'body') return heard.member
  const uses = cast.usesIn(document)
  for (let i = indexBefore(uses, at); i >= 0; i--) {
    const use = uses[i]
    if (!use || use.start < at - sentenceLong) return null
    if (use.member.kind === 'body') return use.member
  }
  return null
}

/** How far before "its", in code units, its owner stands. */
const sentenceLong = 150

/** "its weekly" before the noun, "the Institute's". */
const ownerPattern = /(?:\b(?:its|their)|\p{Lu}[\p{L}\p{N}-]*['’]s?)(?: \p{Ll}[\p{L}-]*){0,2}$/u
/** "by the Institute of Tides" after the noun. */
const makerPattern =
  /^\s[\p{L}-]+ (?:of|from|by|issued by|published by|released by) (?:the )?(\p{Lu}[\p{L}\p{N}&'’-]*(?: (?:(?:of|for|and|the) )?\p{Lu}[\p{L}\p{N}&'’-]*){0,6})/u

/** So many uses of a noun are asked whose it is, the nearest first. */
const mostNouns = 8

/** How far back, in code units, a report says whose paper it speaks of. */
const farBack = 3000

/** Did it reach the press without the body that made it? */
export const isLeaked = (words: string): boolean => words.split(/\W+/).some((word) => leaked.has(fold(word)))

/** The words up to the first clause: "two managers who have seen a paper" is "two managers". */
export const shorten = (words: string): string =>
  (words.split(/\s+(?:who|that|which|whose|asked|seen|obtained|briefed|familiar)\b|,/)[0] ?? words)
    .trim()
    .slice(0, 60)
    .trim() || words.slice(0, 60)
