import {
  eventHeads,
  eventOpeners,
  facilityHeads,
  facilityOpeners,
  organisationHeads,
  organisationOpeners,
  outletHeads,
  placeHeads,
  productHeads,
} from '../../language/en/name-words.ts'
import { placesNamed } from '../../language/places/gazetteer.ts'
import type { MentionKind } from '../../model/mention.ts'
import type { RuleId } from '../../model/rule.ts'
import type { PlaceAt } from './placing.ts'
import { type Reader, sliced } from './reader.ts'

interface Head {
  readonly end: number
  readonly kind: MentionKind
  readonly rule: RuleId
}

/** The last word of the run, or the small word after it, that says what the whole thing is. */
export function headOf(reader: Reader, at: number, to: number, place: PlaceAt | undefined): Head | undefined {
  const { words } = reader
  const after = smallHead(reader, at, to)
  if (after) return after
  const first = words[at]?.lower.replace(/\.$/, '') ?? ''
  for (let end = to; end > at; end--) {
    const word = words[end - 1]?.lower.replace(/\.$/, '') ?? ''
    const size = end - at
    if (size === 1) break
    if (place && place.end === end && !organisationHeads.has(word)) break
    if (/^(?:of|for)$/.test(words[end - 1]?.lower ?? '')) continue
    if (facilityHeads.has(word)) return { end, kind: 'facility', rule: 'mentions/facility-head' }
    // "Mississippi State" is a team or its university; "Borno State" is a state.
    if (
      word === 'state' &&
      place?.end === end - 1 &&
      place.places[0]?.what === 'state' &&
      place.places[0].country === 'US'
    )
      return { end, kind: 'organisation', rule: 'mentions/organisation-head' }
    if (placeHeads.has(word)) return { end, kind: 'place', rule: 'mentions/place-head' }
    if (organisationHeads.has(word)) return { end, kind: 'organisation', rule: 'mentions/organisation-head' }
    if (outletHeads.has(word)) return { end, kind: 'outlet', rule: 'mentions/outlet-head' }
    if (eventHeads.has(word)) return { end, kind: 'event', rule: 'mentions/event-head' }
    if (productHeads.has(word)) return { end, kind: 'product', rule: 'mentions/product-head' }
    break
  }
  if (to - at < 2) return undefined
  if (organisationOpeners.has(first) && /^(?:of|for)$/.test(words[at + 1]?.lower ?? ''))
    return { end: to, kind: 'organisation', rule: 'mentions/organisation-opener' }
  if (
    /^(?:lake|mount|mt|cape|gulf|strait|loch|rio|river|isle|fort|bay)$/.test(first) &&
    (to - at === 2 || words[at + 1]?.lower === 'of')
  )
    return { end: to, kind: 'place', rule: 'mentions/place-opener' }
  if (eventOpeners.has(first)) return { end: to, kind: 'event', rule: 'mentions/event-opener' }
  if (facilityOpeners.has(first)) return { end: to, kind: 'facility', rule: 'mentions/facility-opener' }
  return undefined
}

/** "Heathrow airport", "Alabuga drone factory", "Mississippi river": a head in small letters, at most one noun between. */
function smallHead(reader: Reader, at: number, to: number): Head | undefined {
  const { words } = reader
  for (let size = 1; size <= 3; size++) {
    const word = words[to + size - 1]
    if (!word || word.capital || !/^\p{L}+$/u.test(word.text)) return undefined
    const last = words[to + size - 2]
    if (last && word.start - last.end > 1) return undefined
    if (
      facilityHeads.has(word.lower) &&
      !/^(?:base|station|club|camp|complex|bar|hall|school|plant|palace|lock|mine|mill|castle|fort|church)s?$/.test(
        word.lower,
      )
    )
      return { end: to + size, kind: 'facility', rule: 'mentions/facility-head' }
    if (
      size === 1 &&
      /^(?:river|sea|island|islands|province|county|oblast|district|peninsula|region|street|road|valley|desert|strait|governorate|state)$/.test(
        word.lower,
      ) &&
      !isAdjective(reader, at, to)
    )
      return {
        end: to + (/^(?:river|sea|oblast|island|islands|peninsula|strait|desert|state)$/.test(word.lower) ? 1 : 0),
        kind: 'place',
        rule: 'mentions/place-head',
      }
    if (word.pos !== 'NOUN' && word.pos !== 'ADJ') return undefined
    if (size === 1 && isAdjective(reader, at, to)) return undefined
  }
  return undefined
}

const isAdjective = (reader: Reader, at: number, to: number): boolean =>
  placesNamed(sliced(reader, at, to))[0]?.what === 'demonym'

/** "University of California" stands where its place is, and the place is not spoken of apart. */
export const isSchool = (reader: Reader, from: number, to: number): boolean =>
  /\b(?:university|college|school|academy)\b/i.test(sliced(reader, from, to))
