import { knownById } from '../../language/entities.ts'
import { keyOf } from '../../language/key.ts'
import type { Place } from '../../language/places/gazetteer.ts'
import type { Mention, MentionKind } from '../../model/mention.ts'
import { excerpt } from '../../model/span.ts'
import type { Draft } from './draft.ts'
import { nameKey } from './locate.ts'

/** One kind for each name, and one key for each entity, across the whole document. */
export function link(text: string, drafts: readonly Draft[], located: ReadonlyMap<string, Place>): readonly Mention[] {
  const voted = vote(drafts)
  const keys = keysOf(text, voted)
  return voted.map((draft, i) => {
    const mapped = draft.kind === 'place' || draft.kind === 'facility'
    const place = mapped ? located.get(nameKey(draft)) : undefined
    return {
      ...excerpt(text, draft.start, draft.end),
      kind: draft.kind,
      entity: (place && isWhole(place) ? keyOf(place.name) : keys[i]) || 'unnamed',
      latitude: place?.latitude,
      longitude: place?.longitude,
      rule: draft.rule,
    }
  })
}

/** Countries and states go by their own name, however they are written; towns share names, and go by the words. */
const isWhole = ({ what }: Place): boolean => what === 'country' || what === 'demonym' || what === 'state'

/** Surer readings of the same words decide for the guesses. */
function vote(drafts: readonly Draft[]): readonly Draft[] {
  const votes = new Map<string, Map<MentionKind, number>>()
  const surnames = new Set<string>()
  for (const { text, kind, sure } of drafts) {
    const key = keyOf(text)
    const tally = votes.get(key) ?? new Map<MentionKind, number>()
    tally.set(kind, (tally.get(kind) ?? 0) + sure * sure)
    votes.set(key, tally)
    const words = text.split(/\s+/)
    if (kind === 'person' && words.length > 1 && sure > 1) surnames.add(keyOf(words.at(-1) ?? ''))
  }
  return drafts.map((draft) => {
    if (draft.known !== undefined || draft.rule === 'mentions/inside-a-name') return draft
    const key = keyOf(draft.text)
    if (
      draft.sure < 3 &&
      draft.within === undefined &&
      surnames.has(key) &&
      draft.kind !== 'person' &&
      draft.rule !== 'mentions/located'
    )
      return { ...draft, kind: 'person' as const, rule: 'mentions/surname' as const }
    if (draft.sure === 3) return draft
    const [best] = [...(votes.get(key) ?? [])].sort((a, b) => b[1] - a[1])
    return best && best[0] !== draft.kind && best[0] !== 'other'
      ? { ...draft, kind: best[0], rule: 'mentions/vote' as const }
      : draft
  })
}

/** The entity key of every draft: a surname joins its full name, an acronym what it stands for. */
function keysOf(text: string, drafts: readonly Draft[]): readonly string[] {
  const full = fullNames(drafts)
  const acronyms = acronymsOf(text, drafts)
  return drafts.map((draft) => {
    if (draft.known !== undefined) return draft.known
    const key = keyOf(draft.text)
    if (draft.kind === 'person') return full.get(key) ?? full.get(keyOf(draft.text.split(/\s+/).at(-1) ?? '')) ?? key
    return acronyms.get(draft.text) ?? full.get(key) ?? key
  })
}

/** Shorter forms to the key of the fullest name: "Budanov" and "K. Budanov" to `kyrylo-budanov`. */
function fullNames(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  for (const { text, kind } of drafts) {
    if (kind !== 'person') continue
    const words = text.split(/\s+/)
    if (words.length < 2) continue
    const last = keyOf(words.at(-1) ?? '')
    const key = keyOf(text)
    // The first bearer of a surname is the one meant later; two brothers stay apart by their full names.
    full.set(key, key)
    if (last !== '' && !full.has(last)) full.set(last, key)
  }
  return full
}

/** "Water Users Committee (WUC)" and, later, WUC; or the initials of a long name that the text uses. */
function acronymsOf(text: string, drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>()
  for (const draft of drafts) {
    if (draft.kind === 'person' || draft.rule === 'mentions/inside-a-name') continue
    const bracket = /^\s?\(([\p{Lu}][\p{L}\p{N}&-]{1,9})\)/u.exec(text.slice(draft.end, draft.end + 14))?.[1]
    const key = draft.known ?? keyOf(draft.text)
    if (bracket !== undefined) acronyms.set(bracket, key)
    const initials = draft.text
      .replace(/\b(?:of|the|and|for)\b|[^\p{L}\s]/giu, '')
      .split(/\s+/)
      .map((word) => word[0] ?? '')
      .join('')
    if (initials.length >= 3 && /^\p{Lu}+$/u.test(initials) && !acronyms.has(initials)) acronyms.set(initials, key)
  }
  return acronyms
}

/** The known entity behind a mention's key, where there is one. */
export const knownBehind = (mention: Mention): ReturnType<typeof knownById> => knownById(mention.entity)
