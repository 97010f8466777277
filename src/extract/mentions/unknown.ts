import {
  nameJoints,
  organisationLabels,
  outletLabels,
  outletOpeners,
  placeHeads,
  sayingVerbs,
  shipPrefixes,
  strongPlacePrepositions,
  townOpeners,
  townsLikeWords,
} from '../../language/en/name-words.ts'
import type { MentionKind } from '../../model/mention.ts'
import type { RuleId } from '../../model/rule.ts'
import { isBig, isDateline, isHead, putPlacesInside, stateAfter } from './placing.ts'
import { bare, isVoice, put, type Reader, sliced } from './reader.ts'
import type { Word } from './words.ts'

/** Names that no list and no head explains: the words around them and their shape have to do. */
export function readUnknown(reader: Reader, at: number, to: number): number {
  const { words, casing } = reader
  const word = words[at]
  if (!word) return to
  const before = words[at - 1]?.lower ?? ''
  const size = to - at
  const text = sliced(reader, at, to)
  const as = (kind: MentionKind, rule: RuleId, sure: 1 | 2 | 3): number =>
    put(reader, at, to, kind, rule, { sure, within: kind === 'place' ? stateAfter(reader, to) : undefined })
  if (/^(?=.*\p{L})(?=.*\d)[\p{L}\p{N}-]+$/u.test(text))
    return isRoad(reader, at) ? as('place', 'mentions/road', 2) : as('product', 'mentions/model-number', 2)
  if (size > 1 && shipPrefixes.has(word.lower)) return as('product', 'mentions/ship', 3)
  if (outletLabels.has(before) || (size > 1 && outletOpeners.has(word.lower))) return as('outlet', 'mentions/label', 3)
  if (organisationLabels.has(before)) return as('organisation', 'mentions/label', 3)
  if (before === 'of' && placeHeads.has(words[at - 2]?.lower ?? '')) return as('place', 'mentions/place-of', 3)
  if (isDateline(reader, at, to) && /^\p{Lu}{3,}/u.test(text)) return as('place', 'mentions/dateline', 2)
  if (size === 1 && /^[\p{Lu}&]{2,7}s?$/u.test(text))
    return isAcronym(reader, at) ? as('organisation', 'mentions/acronym', 1) : to
  if (strongPlacePrepositions.has(before) && size <= 2) return as('place', 'mentions/after-preposition', 1)
  if (size >= 2 && townOpeners.has(bare(word))) return as('place', 'mentions/town-opener', 2)
  if (isBody(reader, at, to)) return as('organisation', 'mentions/ordinary-words', 1)
  if (isVoice(reader, to) || sayingVerbs.has(before))
    return size > 1 ? as('person', 'mentions/voice', 2) : as('other', 'mentions/voice', 1)
  if (size >= 2 && casing === 'plain' && isBig(words[to - 1]?.text ?? '')) {
    const end = as('other', 'mentions/named-after-place', 1)
    putPlacesInside(reader, at, end)
    return end
  }
  if (casing !== 'plain') return to
  if (size >= 2 && size <= 4 && /^[\p{L}'’. -]+$/u.test(text)) return as('person', 'mentions/two-names', 1)
  return size === 1 && isOrdinary(reader, word) ? to : as('other', 'mentions/capitals', 1)
}

/** Capitals that are not shouted: "SECURITY:" heads a paragraph, GUR is a name. */
function isAcronym({ words, usage, casing }: Reader, at: number): boolean {
  const word = words[at]
  if (!word || casing !== 'plain') return false
  const label = at === 0 && /^[:.]$/.test(words[at + 1]?.text ?? '')
  return !label && !(word.text.length > 4 && usage.small.has(word.lower))
}

/** A word that the report, or the language, has in small letters too. */
const isOrdinary = ({ usage }: Reader, { lower, text }: Word): boolean =>
  text.length < 2 || usage.small.has(lower) || townsLikeWords.has(lower) || isHead(lower)

/** "International Office for Food Relief", "Tamarisk Clinics": names made of ordinary words are bodies, not people. */
function isBody(reader: Reader, from: number, to: number): boolean {
  if (to - from < 2) return false
  for (let i = from; i < to; i++) {
    const word = reader.words[i]
    if (!word) break
    if (/^(?:for|and|&)$/.test(word.lower)) return true
    if (i > from && reader.usage.small.has(word.lower) && word.text.length > 3 && !nameJoints.has(word.lower))
      return true
  }
  return false
}

/** "on the A417", "off the M25", "along the I-95". */
function isRoad({ words }: Reader, at: number): boolean {
  const before = words[at - 1]?.lower === 'the' ? words[at - 2]?.lower : undefined
  return (
    /^(?:[ABM]\d{1,4}|I-\d{1,3})$/.test(words[at]?.text ?? '') &&
    /^(?:on|along|off|near|of|and|from|to|via|between|closed)$/.test(before ?? '')
  )
}
