import { givenNames, organisationHeads, outletHeads, placeHeads, sayingVerbs } from '../../language/en/name-words.ts'
import { findKnown, findNamed, type KnownEntity, startsKnown } from '../../language/entities.ts'
import { placesNamed } from '../../language/places/gazetteer.ts'
import type { MentionKind } from '../../model/mention.ts'
import { putPlacesInside } from './placing.ts'
import { put, type Reader } from './reader.ts'

/** The longest listed name that begins here; "the" before it is left outside unless it belongs to the name. */
export function readKnown(reader: Reader, at: number): number {
  const { words, text, casing } = reader
  const first = words[at]
  if (!first) return 0
  const lead = first.lower === 'the' && words[at + 1]?.capital ? words[at + 1] : first
  if (!lead || !(lead.capital || /^[\p{N}+]/u.test(lead.text)) || !startsKnown(lead.lower)) return 0
  for (let size = Math.min(longestKnown, words.length - at); size > 0; size--) {
    const last = words[at + size - 1]
    if (!last || !/[\p{L}\p{N}]$/u.test(last.text.replace(/\.$/, ''))) continue
    if (last.end - first.start > 100) continue
    if (size > 1 && !last.capital && !/^(?:company|agency|service|news|press|\d+)$/.test(last.lower)) continue
    const entity = findNamed(text.slice(first.start, last.end))
    // The Holy See is a place that speaks, as capitals do.
    if (!entity || entity.role === 'church' || !isMeant(reader, at, size, entity)) continue
    const from = first.lower === 'the' && !/^The /.test(entity.name) ? at + 1 : at
    const started = reader.found.length
    const end = put(reader, from, at + size, kindOf(entity), 'mentions/known', { sure: 3, known: entity.id })
    if (casing !== 'shout') putPlacesInside(reader, from, end)
    return reader.found.length > started ? end : 0
  }
  return 0
}

/** "twz.com", "harbour.example": an address is the outlet that publishes there. */
export function readDomain(reader: Reader, at: number): number {
  const entity = findKnown(reader.words[at]?.text ?? '')
  return put(reader, at, at + 1, entity ? kindOf(entity) : 'outlet', 'mentions/domain', { sure: 3, known: entity?.id })
}

/** "Japan's public broadcaster", "the Ghanaian health ministry": a country, then small words that say which of its bodies. */
export function readDescribed(reader: Reader, at: number): number {
  const { words, text } = reader
  const first = words[at]
  if (!first) return 0
  for (let size = 6; size >= 2; size--) {
    const last = words[at + size - 1]
    if (!last || last.capital || !/^\p{L}+$/u.test(last.text)) continue
    const entity = findKnown(text.slice(first.start, last.end))
    if (!entity) continue
    const end = put(reader, at, at + size, kindOf(entity), 'mentions/described', { sure: 3, known: entity.id })
    putPlacesInside(reader, at, end)
    return end
  }
  return 0
}

const kindOf = ({ kind }: KnownEntity): MentionKind =>
  kind === 'outlet' || kind === 'agency' ? 'outlet' : 'organisation'

const longestKnown = 8

/** Common words and small acronyms are names only where something says so. */
function isMeant(reader: Reader, at: number, size: number, entity: KnownEntity): boolean {
  const { words, usage, casing } = reader
  const word = words[at]
  if (!word) return false
  // "The Daily Express Tribune" or "Amnesty Road" is longer than the listed name.
  const next = words[at + size]
  const longer = next?.capital && casing === 'plain' && /^\p{Lu}\p{Ll}/u.test(next.text)
  if (size === 1 && longer && (organisationHeads.has(next.lower) || placeHeads.has(next.lower))) return false
  if (size === 2 && word.lower === 'the') return casing === 'plain' && !(longer && !sayingVerbs.has(next.lower))
  if (size > 1) return true
  if (/^[\p{Lu}\p{N}.&+/-]+$/u.test(word.text)) return casing !== 'shout' || word.text.length > 4
  if (longer && !sayingVerbs.has(next.lower)) return false
  if (usage.small.has(word.lower) || casing !== 'plain')
    return entity.role !== 'magazine' && !usage.small.has(word.lower)
  if (givenNames.has(word.lower) || placesNamed(word.text).length > 0) return isPressContext(reader, at, entity)
  return at > 0 || usage.capital.has(word.lower)
}

/** "Mint reported", "in Time", "according to Focus" against the month, the town or the person of the same name. */
function isPressContext({ words }: Reader, at: number, entity: KnownEntity): boolean {
  if (entity.kind !== 'outlet' && entity.kind !== 'agency') return true
  const before = words[at - 1]?.lower ?? ''
  const after = words[at + 1]?.lower ?? ''
  return before === 'to' || before === 'by' || sayingVerbs.has(after) || outletHeads.has(before)
}
