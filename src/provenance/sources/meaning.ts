import {
  bodyNouns,
  crowds,
  imagery,
  leaked,
  officers,
  ownOutlet,
  papers,
  spokespersons,
  utterances,
} from '../../language/en/voice-words.ts'
import { findKnown } from '../../language/entities.ts'
import type { Attribution } from '../../model/attribution.ts'
import type { Source } from '../../model/source.ts'
import { overlap } from '../../model/span.ts'
import { bodyOfRole } from './affiliation.ts'
import { bodyMeant, holderOf, indexBefore } from './bodies.ts'
import { canSpeak, isVoiceNoun } from './can-speak.ts'
import type { Cast, Member } from './cast.ts'
import { fold, slug } from './names.ts'
import { type Role, readRole, singular } from './role.ts'

/** Whom the words of an attribution mean: somebody named, or a voice told apart only by what the text calls it. */
export type Meant = Someone | Unnamed

export interface Someone {
  readonly member: Member
  /** What it showed, where its pictures speak for it: "image". */
  readonly shown?: string
}

export interface Unnamed {
  readonly head: string
  readonly name: string
  readonly kind: Source['kind']
  /** The body a paper or picture comes from. */
  readonly issuer: Member | null
  /** It reached the press without that body: the body does not stand behind it. */
  readonly leaked: boolean
  /** The same voice in every document ("police"); otherwise it stays apart per document. */
  readonly shared: boolean
}

/** Whom one attribution means. `said` are the voices before it in the document, `outer` the one it stands within. */
export function meaningOf(
  cast: Cast,
  document: string,
  attribution: Attribution,
  at: number,
  said: readonly Meant[],
  outer: Meant | null,
): Meant | null {
  const whole = attribution.source
    .map(({ quote }) => quote)
    .join(' ')
    .trim()
  const words = headOf(whole)
  if (words === '') return null
  const publisher = cast.publisherOf(document)
  if (ownOutlet.test(words.toLowerCase())) {
    const own = outer ?? (publisher ? { member: publisher } : null)
    if (own) return own
  }
  const spoken = attribution.speaker === null ? null : speakerOf(cast, document, attribution.speaker)
  if (/^(?:he|she|it|they|i|him|her|them|this|that|who|which)$/i.test(words))
    return spoken ?? lastLike(words, said, outer) ?? lastNamed(cast, document, words, at)
  const named = namedIn(cast, document, attribution)
  if (named.person) return { member: named.person }
  if (named.body && findKnown(words)) return { member: named.body }
  const role = readRole(inner(words))
  const meant =
    described(cast, document, attribution, at, role, words, named.body, said) ??
    spoken ??
    (named.body ? { member: named.body } : null)
  if (meant) return meant
  return canSpeak(words, role) ? unnamed(attribution, role, words, said) : null
}

/** "one of the managers" speaks as a manager, "a copy of the notice" as the notice. */
const inner = (words: string): string =>
  words.replace(
    /^(?:(?:at least |more than )?(?:one|two|three|four|five|six|some|many|most|both|several|all) of|(?:a|the) (?:copy|page|number|group|handful|couple|series|version|summary|review|reading) of|(?:copies|members?|parts?|extracts?) of)\s+/i,
    '',
  )

function namedIn(
  cast: Cast,
  document: string,
  attribution: Attribution,
): { person: Member | null; body: Member | null } {
  let person: Member | null = null
  let body: Member | null = null
  const uses = cast.usesIn(document)
  for (const whole of attribution.source) {
    const part = { start: whole.start, end: whole.start + headOf(whole.quote).length }
    for (let i = Math.max(0, indexBefore(uses, part.start)); i < uses.length; i++) {
      const use = uses[i]
      if (!use || use.start >= part.end) break
      if (overlap(use, part) === 0) continue
      if (use.member.kind === 'person') person ??= use.member
      else body ??= use.member
    }
  }
  return { person, body }
}

/** The words before a relative clause, and before those through whose hands a paper went: "the notice seen by the Daily". */
const headOf = (words: string): string =>
  words.split(/,?\s+(?:who|which|whose|whom)\s|\s+(?:seen|obtained|reviewed|viewed|shown|quoted|cited)\s/)[0] ?? words

function speakerOf(cast: Cast, document: string, speaker: string): Meant | null {
  const words = speaker.replace(/-/g, ' ')
  const uses = cast.usesIn(document)
  const exact = uses.find(
    ({ member }) => member.key === fold(words) || [...member.forms.keys()].some((form) => slug(form) === slug(words)),
  )
  const member = exact?.member ?? cast.personNamed(words, document) ?? cast.bodyNamed(words, document)
  return member ? { member } : null
}

/** Pronouns without a known speaker: the last voice that the pronoun can stand for. */
function lastLike(pronoun: string, said: readonly Meant[], outer: Meant | null): Meant | null {
  if (/^i$/i.test(pronoun) && outer) return outer
  const person = /^(?:he|she|i|him|her|who)$/i.test(pronoun)
  for (let i = said.length - 1; i >= 0 && i >= said.length - 6; i--) {
    const meant = said[i]
    if (!meant) continue
    const isPerson =
      'member' in meant ? meant.member.kind === 'person' : meant.kind === 'person' || meant.kind === 'anonymous'
    if (person === isPerson || /^(?:they|them)$/i.test(pronoun)) return meant
  }
  return null
}

/** With no voice before it, a pronoun means the last one named that it can stand for. */
function lastNamed(cast: Cast, document: string, pronoun: string, at: number): Meant | null {
  const wanted = /^(?:he|she|him|her|who|i)$/i.test(pronoun) ? 'person' : 'body'
  const uses = cast.usesIn(document)
  for (let i = indexBefore(uses, at), steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const member = uses[i]?.member
    if (member?.kind === wanted) return { member }
  }
  return null
}

/** Roles, bodies, papers and pictures. Null when the words are none of these or lead to nobody. */
function described(
  cast: Cast,
  document: string,
  attribution: Attribution,
  at: number,
  role: Role | null,
  words: string,
  named: Member | null,
  said: readonly Meant[],
): Meant | null {
  if (!role) return null
  const head = singular(role.head)
  if (imagery.has(head) || imagery.has(role.modifiers[0] ?? '')) {
    if (named && !papers.has(head) && !imagery.has(head)) return { member: named }
    // Pictures are as good as who took them: whoever provides them is the voice.
    const provider = named && !isLeaked(words) ? named : shownBefore(said, head)
    if (provider) return { member: provider, shown: head }
    return paper(cast, document, role, words, at, named, said, 'imagery')
  }
  const issued = issuerOf(cast, document, role, at) ?? named
  if (utterances.has(head) && issued && !isLeaked(words)) return { member: issued }
  // A report by an outlet is the outlet reporting; a report that it got hold of is another matter.
  if (named?.words.has(head) && /\s\p{Lu}\S*$/u.test(` ${words}`)) return { member: named }
  const reporter = issued?.outlet ? issued : role.definite ? shownBefore(said, head) : null
  if (reporting.has(head) && reporter && !isLeaked(words)) return { member: reporter, shown: head }
  if (papers.has(head) || (attribution.sourceKind === 'document' && !named))
    return paper(cast, document, role, words, at, issued, said, 'document')
  if (role.definite && !crowds.has(head) && head in bodyNouns) {
    const body = bodyMeant(cast, document, words, at)
    if (body) return { member: body }
  }
  if (attribution.sourceKind === 'anonymous') return null
  if (spokespersons.has(head) || officers.has(head)) {
    const holder = role.definite || head === 'mayor' || !/\s/.test(words) ? holderOf(cast, document, role, at) : null
    if (holder) return { member: holder }
    const body =
      bodyOfRole(cast, document, role, at, null) ?? (spokespersons.has(head) || head === 'official' ? named : null)
    if (body) return { member: body }
    return null
  }
  if (head in bodyNouns || !crowds.has(head)) {
    if (named && !role.possessor) return { member: named }
    const body = role.definite || role.modifiers.length > 0 ? bodyMeant(cast, document, words, at) : null
    if (body) return { member: body }
  }
  const holder = role.definite ? holderOf(cast, document, role, at) : null
  return holder ? { member: holder } : null
}

/** What an outlet makes itself. */
const reporting = new Set('report article story coverage investigation'.split(' '))

/** "The same images": of whoever showed some before. */
const shownBefore = (said: readonly Meant[], head: string): Member | null => {
  const before = said.findLast((one): one is Someone => 'member' in one && one.shown === head)
  return before?.member ?? null
}

const issuerOf = (cast: Cast, document: string, role: Role, at: number): Member | null =>
  (role.possessor && role.possessor !== 'his' && role.possessor !== 'her'
    ? bodyMeant(cast, document, role.possessor, at)
    : null) ?? (role.complement ? bodyMeant(cast, document, role.complement, at) : null)

const isLeaked = (words: string): boolean => words.split(/\W+/).some((word) => leaked.has(fold(word)))

/** A paper or picture: the same one when the document has spoken of one of that noun before. */
function paper(
  cast: Cast,
  document: string,
  role: Role,
  words: string,
  at: number,
  issuer: Member | null,
  said: readonly Meant[],
  kind: 'document' | 'imagery',
): Meant {
  const head = singular(role.head)
  const before = said.findLast((one): one is Unnamed => 'head' in one && one.kind === kind && one.head === head)
  if (before && !(issuer && before.issuer && issuer !== before.issuer)) return before
  const own = issuer ?? issuerOf(cast, document, role, at)
  return { head, name: shorten(words), kind, issuer: own, leaked: isLeaked(words), shared: false }
}

function unnamed(attribution: Attribution, role: Role | null, words: string, said: readonly Meant[]): Meant | null {
  if (attribution.sourceKind === 'none') return null
  const head = role ? singular(role.head) : slug(words)
  // "Authorities", "officials", "experts": a crowd without a name is nobody in particular, whatever body it may belong to.
  const { sourceKind } = attribution
  const many = role?.plural === true && sourceKind !== 'anonymous'
  const crowd = many && (crowds.has(head) || (!isVoiceNoun(head) && /^(?:institution|person)$/.test(sourceKind)))
  const nobody = role !== null && spokespersons.has(head) && !role.possessor && !role.complement
  const kind = crowd ? 'vague' : nobody && role.modifiers.length === 0 ? 'anonymous' : sourceKind
  const before = said.findLast((one): one is Unnamed => 'head' in one && one.head === head && one.kind === kind)
  if (before) return before
  const shared = kind === 'institution' || kind === 'outlet'
  return {
    head,
    name: shared ? shorten(words.replace(/^(?:the |(?:the )?\p{Ll}+['’]s )/iu, '').toLowerCase()) : shorten(words),
    kind,
    issuer: null,
    leaked: false,
    shared,
  }
}

/** The words up to the first clause: "two managers who have seen a paper" is "two managers". */
const shorten = (words: string): string =>
  (words.split(/\s+(?:who|that|which|whose|asked|seen|obtained|briefed|familiar)\b|,/)[0] ?? words)
    .trim()
    .slice(0, 60)
    .trim() || words.slice(0, 60)
