import { givenNames } from '../../language/en/name-words.ts'
import { knownById } from '../../language/entities.ts'
import { keyOf } from '../../language/key.ts'
import type { Place } from '../../language/places/gazetteer.ts'
import type { Mention, MentionKind } from '../../model/mention.ts'
import { excerpt } from '../../model/span.ts'
import type { Draft } from './draft.ts'
import { nameKey } from './locate.ts'

/** One kind for each name, and one key for each entity, across the whole document. */
export function link(text: string, drafts: readonly Draft[], located: ReadonlyMap<string, Place>): readonly Mention[] {
  const voted = shorten(vote(companies(drafts)))
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
      extent: draft.rule === 'mentions/inside-a-name' ? undefined : place?.extent,
      rule: draft.rule,
    }
  })
}

/** Countries and states go by their own name, however they are written; towns share names, and go by the words. */
const isWhole = ({ what }: Place): boolean => what === 'country' || what === 'demonym' || what === 'state'

/** People are called by their last name later, companies by their first word: "Aurikel Zelltechnik", then "Aurikel". */
function companies(drafts: readonly Draft[]): readonly Draft[] {
  const alone = new Set(drafts.filter(({ text }) => !/\s/.test(text)).map(({ text }) => keyOf(text)))
  return drafts.map((draft) => {
    const words = draft.text.split(/\s+/)
    const guessed = draft.rule === 'mentions/two-names' || draft.rule === 'mentions/voice'
    if (!guessed || draft.kind !== 'person' || words.length < 2) return draft
    const [first, last] = [words[0] ?? '', words.at(-1) ?? '']
    if (!alone.has(keyOf(first)) || alone.has(keyOf(last)) || givenNames.has(first.toLowerCase())) return draft
    return { ...draft, kind: 'organisation' as const, rule: 'mentions/called-by-first-word' as const }
  })
}

/** Surer readings of the same words decide for the guesses. */
function vote(drafts: readonly Draft[]): readonly Draft[] {
  const votes = new Map<string, Map<MentionKind, number>>()
  const surnames = new Set<string>()
  for (const { text, kind, sure, rule } of drafts) {
    const key = keyOf(text)
    const tally = votes.get(key) ?? new Map<MentionKind, number>()
    tally.set(kind, (tally.get(kind) ?? 0) + (rule === 'mentions/two-names' ? 0.3 : sure * sure))
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

/** "Aurikel" after "Aurikel Zelltechnik", "Grace" after "Grace Montecillo": the one longer name that begins or ends with the word says what it is. */
function shorten(drafts: readonly Draft[]): readonly Draft[] {
  const longer = longerNames(drafts)
  return drafts.map((draft) => {
    if (draft.sure > 1 || draft.known !== undefined || (draft.places.length > 0 && draft.kind === 'place')) return draft
    const full = longer.get(keyOf(draft.text))
    return full
      ? { ...draft, kind: full.kind, known: full.known ?? keyOf(full.text), rule: 'mentions/short-form' }
      : draft
  })
}

/** First and last words of the longer names; a word that two of them share means neither. */
function longerNames(drafts: readonly Draft[]): ReadonlyMap<string, Draft> {
  const longer = new Map<string, Draft | null>()
  for (const draft of drafts) {
    const words = draft.text.split(/\s+/)
    if (words.length < 2 || draft.kind === 'place' || draft.kind === 'other' || draft.kind === 'event') continue
    for (const word of new Set([words[0], words.at(-1)])) {
      const key = keyOf(word ?? '')
      const held = longer.get(key)
      longer.set(key, held === undefined || (held && keyOf(held.text) === keyOf(draft.text)) ? draft : null)
    }
  }
  return new Map([...longer].flatMap(([key, draft]) => (draft ? [[key, draft] as const] : [])))
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
