import { officers, spokespersons } from '../../language/en/voice-words.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { indexBefore } from './bodies.ts'
import type { Cast, Member, Use } from './cast.ts'
import { isPronoun } from './pronouns.ts'
import { type Role, readRole } from './role.ts'

/** A person who was brought in by an office alone, and that office. */
export interface Introduced {
  readonly member: Member
  readonly role: Role
  /** Where the office stands. */
  readonly at: number
}

/**
 * "The minister for dams said so on Monday. Ada Noor told reporters …": news brings somebody in by office, then calls the same
 * person by name alone. Taken to be so where the next voice after the office is a full name that opens its sentence, was not named
 * before, has nothing beside it and is quoted by name again: who only tells what happened to her is heard once.
 */
export function* introduced(cast: Cast, { document, attributions, sentences }: Reading): Generator<Introduced> {
  const opens = new Set(sentences.map(({ start }) => start))
  const uses = cast.usesIn(document.id)
  const firstUse = new Map<Member, number>()
  for (const { member, start } of uses) if (!firstUse.has(member)) firstUse.set(member, start)
  const voices = attributions
    .flatMap(({ source: [words] }) => (words && !isPronoun(words.quote) ? [words] : []))
    .sort((a, b) => a.start - b.start)
  const lastHeard = new Map<Member, number>()
  for (const voice of voices) {
    const use = personNamed(voice, uses)
    if (use) lastHeard.set(use.member, voice.start)
  }
  let office: { readonly role: Role; readonly at: number } | null = null
  for (const { start, end, quote } of voices) {
    const named = personNamed({ start, end }, uses)
    if (named && office && start - office.at < farthest) {
      const { member } = named
      const bare = named.start === start && named.end === end && quote.includes(' ') && opens.has(start)
      const isNew = firstUse.get(member) === start
      const again = (lastHeard.get(member) ?? start) > start
      if (bare && isNew && again && !isPersonBetween(uses, office.at, indexBefore(uses, end)))
        yield { member, ...office }
    }
    const role = named ? null : readRole(quote)
    office = role && isOneOffice(role) ? { role, at: start } : null
  }
}

/** The person whom the words of a voice name last. */
function personNamed({ start, end }: Span, uses: readonly Use[]): Use | undefined {
  const use = uses[indexBefore(uses, end)]
  return use?.member.kind === 'person' && use.end > start ? use : undefined
}

function isPersonBetween(uses: readonly Use[], from: number, index: number): boolean {
  for (let i = index - 1; i >= 0 && (uses[i]?.start ?? 0) > from; i--)
    if (uses[i]?.member.kind === 'person') return true
  return false
}

/** An office is followed by its holder's name within so many code units, or not at all. */
const farthest = 700

const isOneOffice = ({ head, definite, plural, modifiers, complement, possessor }: Role): boolean =>
  definite &&
  !plural &&
  (officers.has(head) || spokespersons.has(head)) &&
  (modifiers.length > 0 || complement !== null || possessor !== null)
