import { personNouns } from '../../language/en/people.ts'
import { nobodysPapers } from '../../language/en/source-kinds.ts'
import {
  bodyNouns,
  crowds,
  imagery,
  officers,
  ownOutlet,
  papers,
  spokespersons,
  utterances,
} from '../../language/en/voice-words.ts'
import { weakNouns } from '../../language/en/weak-voices.ts'
import { placesNamed } from '../../language/places/gazetteer.ts'
import type { Attribution } from '../../model/attribution.ts'
import { overlap } from '../../model/span.ts'
import { bodyOfRole } from './affiliation.ts'
import { bodyMeant, holderOf, indexBefore } from './bodies.ts'
import { canSpeak, isVoiceNoun } from './can-speak.ts'
import type { Cast, Member } from './cast.ts'
import { listed } from './listed.ts'
import type { Meant, Scene, Unnamed } from './meant.ts'
import { fold, slug } from './names.ts'
import { isLeaked, issuerOf, paperMeant, shorten, shownBefore } from './papers.ts'
import { isPronoun, pronounMeant } from './pronouns.ts'
import { type Role, readRole, singular } from './role.ts'

/** Whom one attribution means, at its place in a document. Null where it names nobody that could speak. */
export function meaningOf(scene: Scene, attribution: Attribution): Meant | null {
  const { cast, document, outer } = scene
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
  if (isPronoun(words)) return pronounMeant(scene, words, spoken)
  const named = namedIn(cast, document, attribution)
  if (named.person) return { member: named.person }
  if (named.body && listed(words)) return { member: named.body }
  const role = readRole(inner(words))
  // "The army's efforts" are not the army speaking.
  if (role?.possessor && !canSpeak(words, role)) return null
  const meant =
    described(scene, attribution, role, words, named.body) ??
    // What others have said before tells nothing of "the latest reports" or "workers on the shop floor".
    (isAnybody(role) ? null : spoken) ??
    (named.body ? { member: named.body } : null)
  if (meant) return meant
  return canSpeak(words, role) ? unnamed(attribution, role, words, scene) : null
}

/** More than one, and no office: "workers", "the latest reports", "some analysts". */
const isAnybody = (role: Role | null): boolean =>
  role?.plural === true &&
  (crowds.has(role.head) || personNouns.has(role.head) || weakNouns.has(role.head) || weakNouns.has(`${role.head}s`))

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
  const member = cast.calledIn(words, document) ?? cast.personNamed(words, document) ?? cast.bodyNamed(words, document)
  return member ? { member } : null
}

/** Roles, bodies, papers and pictures. Null when the words are none of these or lead to nobody. */
function described(
  scene: Scene,
  attribution: Attribution,
  role: Role | null,
  words: string,
  named: Member | null,
): Meant | null {
  if (!role) return null
  const head = singular(role.head)
  if (imagery.has(head) || imagery.has(role.modifiers[0] ?? '')) return pictured(scene, role, words, named)
  const issued = issuerOf(scene, role) ?? named
  if (utterances.has(head) && issued && !isLeaked(words)) return { member: issued }
  // A report by an outlet is the outlet reporting; a report that it got hold of is another matter.
  if (named?.words.has(head) && /\s\p{Lu}\S*$/u.test(` ${words}`)) return { member: named }
  const reporter = issued?.outlet ? issued : shownBefore(scene.said, role, 'report')
  if (reporting.has(head) && reporter && !isLeaked(words))
    return { member: reporter, shown: { head, many: role.plural } }
  const sheet = sheetMeant(scene, role)
  if (sheet) return { member: sheet }
  if (isNobodysPaper(role, issued)) return null
  const isPeople = crowds.has(head) || personNouns.has(head)
  if (papers.has(head) || (attribution.sourceKind === 'document' && !named && !isPeople))
    return paperMeant(scene, role, words, issued, 'document')
  return bodyOrHolder(scene, attribution, role, words, named)
}

/** Pictures are as good as who took them: whoever provides them is the voice. */
function pictured(scene: Scene, role: Role, words: string, named: Member | null): Meant {
  const head = singular(role.head)
  const isPicture = imagery.has(head)
  if (named && !papers.has(head) && !isPicture) return { member: named }
  const provider = named && !isLeaked(words) ? named : shownBefore(scene.said, role, 'imagery')
  return provider
    ? { member: provider, shown: { head, many: role.plural } }
    : paperMeant(scene, role, words, named, 'imagery')
}

/** "Multiple reports", "the latest accounts": nobody in particular wrote them. */
const isNobodysPaper = (role: Role, issuer: Member | null): boolean =>
  role.plural && issuer === null && nobodysPapers.has(`${role.head}s`)

/** "The paper writes": the newspaper named before, where no other paper was spoken of. */
function sheetMeant({ cast, document, at, said }: Scene, role: Role): Member | null {
  if (role.head !== 'paper' || !role.definite || role.modifiers.length > 0 || role.complement !== null) return null
  if (said.some(({ meant }) => 'head' in meant && meant.kind === 'document')) return null
  return bodyMeant(cast, document, 'the newspaper', at)
}

function bodyOrHolder(
  { cast, document, at }: Scene,
  attribution: Attribution,
  role: Role,
  words: string,
  named: Member | null,
): Meant | null {
  const head = singular(role.head)
  const one = (member: Member | null): Meant | null => (member ? { member } : null)
  const definite = role.definite || isBare(role, words)
  if (definite && !crowds.has(head) && head in bodyNouns) {
    const body = bodyMeant(cast, document, role.definite ? words : `the ${words.toLowerCase()}`, at)
    if (body) return { member: body }
  }
  const officer = officialBefore(cast, document, role, at)
  if (officer) return { member: officer }
  if (attribution.sourceKind === 'anonymous') return null
  if (spokespersons.has(head) || officers.has(head)) {
    const mayHold = role.definite || head === 'mayor' || !/\s/.test(words)
    const holder = mayHold ? holderOf(cast, document, role, at) : null
    if (holder) return { member: holder }
    const body = bodyOfRole(cast, document, role, at, null)
    if (body && (!isAnybody(role) || isNamedIn(cast, document, body))) return { member: body }
    return one(spokespersons.has(head) || head === 'official' ? named : null)
  }
  if (head in bodyNouns || !crowds.has(head)) {
    if (named && !role.possessor) return { member: named }
    const body = role.definite || role.modifiers.length > 0 ? bodyMeant(cast, document, words, at) : null
    if (body && (!isAnybody(role) || isNamedIn(cast, document, body))) return { member: body }
  }
  return one(role.definite && !isAnybody(role) ? holderOf(cast, document, role, at) : null)
}

/** "The official", after "Deputy Minister Ada Noor": the last one named who holds an office. */
function officialBefore(cast: Cast, document: string, role: Role, at: number): Member | null {
  if (role.head !== 'official' || !role.definite || role.plural || role.modifiers.length > 0) return null
  if (role.possessor !== null || role.complement !== null) return null
  const uses = cast.usesIn(document)
  for (let i = indexBefore(uses, at), steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const member = uses[i]?.member
    if (member?.roles.some(({ head }) => officers.has(head))) return member
  }
  return null
}

const isNamedIn = (cast: Cast, document: string, member: Member): boolean =>
  cast.usesIn(document).some((use) => use.member === member)

/** "Ministry says": headlines leave the article out. */
const isBare = (role: Role, words: string): boolean =>
  !role.plural && role.modifiers.length === 0 && role.complement === null && fold(words) === role.head

/** What an outlet makes itself. */
const reporting = new Set('report article story coverage investigation'.split(' '))

function unnamed(attribution: Attribution, role: Role | null, words: string, { said }: Scene): Meant | null {
  if (attribution.sourceKind === 'none') return null
  const head = role ? singular(role.head) : slug(words)
  const kind = kindOf(attribution.sourceKind, role, head)
  if (kind === null) return null
  const before = said.findLast(({ meant }) => 'head' in meant && meant.head === head && meant.kind === kind)
  if (before) return before.meant
  const shared = kind === 'institution' || kind === 'outlet'
  return {
    head,
    name:
      shared && !isCountry(words)
        ? shorten(words.replace(/^(?:the |(?:the )?\p{Ll}+['’]s )/iu, '').toLowerCase())
        : shorten(words),
    kind,
    many: role?.plural === true || several.test(words),
    issuer: null,
    leaked: false,
    shared,
  }
}

/** A country keeps its capitals. */
const isCountry = (words: string): boolean => placesNamed(words.replace(/^the /i, ''))[0]?.what === 'country'

const several = /^(?:two|three|four|five|six|both|some|many|several)\b(?! of\b)/i

/** What manner of voice somebody without a name is. */
function kindOf(sourceKind: Attribution['sourceKind'], role: Role | null, head: string): Unnamed['kind'] | null {
  if (sourceKind === 'none') return null
  if (role === null) return sourceKind
  // "A person who was in the room", "two managers who have seen a paper": people, told apart by what is told of them.
  const isPeople = crowds.has(head) || personNouns.has(head)
  if (isPeople && sourceKind === 'document') return nobodysPapers.has(`${head}s`) ? 'vague' : 'anonymous'
  if (head === 'person' && sourceKind === 'vague' && !role.plural && !role.definite) return 'anonymous'
  if (isAnybody(role) && nobodysPapers.has(`${head}s`)) return 'vague'
  // "Authorities", "officials", "experts": a crowd without a name is nobody in particular, whatever body it may belong to.
  const many = role.plural && sourceKind !== 'anonymous'
  if (many && (crowds.has(head) || (!isVoiceNoun(head) && /^(?:institution|person)$/.test(sourceKind)))) return 'vague'
  const nobody = spokespersons.has(head) && !role.possessor && !role.complement && role.modifiers.length === 0
  return nobody ? 'anonymous' : sourceKind
}
