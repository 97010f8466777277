import {
  eventHeads,
  facilityHeads,
  givenNames,
  organisationHeads,
  outletHeads,
  placeHeads,
  placePrepositions,
  placeSides,
  sentenceOpeners,
  stateStyles,
  strongPlacePrepositions,
  townsLikeWords,
} from '../../language/en/name-words.ts'
import { type Place, placesNamed, stateAbbreviated } from '../../language/places/gazetteer.ts'
import { isVoice, put, type Reader, sliced } from './reader.ts'

/** A place name found in a run of capitals. */
export interface PlaceAt {
  readonly end: number
  readonly places: readonly Place[]
  /** A state, country or feature, or a city of some size. */
  readonly strong: boolean
  readonly adjective: boolean
}

/** The longest place name that begins at a word of the run: "South Florida" and "Republic of Armenia" lie where the rest does. */
export function readPlaceStart(reader: Reader, at: number, to: number): PlaceAt | undefined {
  const plain = readListed(reader, at, to)
  const first = reader.words[at]?.lower ?? ''
  const from = placeSides.has(first)
    ? at + 1
    : stateStyles.has(first) && reader.words[at + 1]?.lower === 'of'
      ? at + 2
      : at
  if (from === at || from >= to || !reader.words[from]?.capital) return plain
  const rest = readListed(reader, from, to)
  if (!rest?.strong || rest.adjective || (plain && plain.end >= rest.end)) return plain
  return { ...rest, places: rest.places.filter(({ what }) => what !== 'demonym') }
}

/** The longest name of the gazetteer that begins here. */
function readListed(reader: Reader, at: number, to: number): PlaceAt | undefined {
  for (let end = Math.min(to, at + 5); end > at; end--) {
    if (!reader.words[end - 1]?.capital) continue
    const name = sliced(reader, at, end)
    // Provinces are called "Northern" and "Central"; in a report the word tells which side of something is meant.
    if (end === at + 1 && placeSides.has(name.toLowerCase())) continue
    if (
      name.length < 2 ||
      (/^\p{Lu}{2,5}$/u.test(name) &&
        !/^(?:US|USA|UK|UAE|DRC|DPRK|PRC|PNG|CAR|ROK|BC|NSW|DC|NYC|USSR)$/.test(name) &&
        reader.casing === 'plain' &&
        name.length < 5)
    )
      continue
    const places = placesNamed(name)
    const [first] = places
    if (!first) continue
    return {
      end,
      places,
      strong: isBig(name),
      adjective: first.what === 'demonym',
    }
  }
  return undefined
}

export function putPlace(reader: Reader, at: number, place: PlaceAt): number {
  return put(reader, at, place.end, 'place', place.adjective ? 'mentions/demonym' : 'mentions/gazetteer', {
    sure: place.strong ? 3 : 2,
    places: place.places,
    within: place.adjective ? undefined : stateAfter(reader, place.end),
  })
}

/** A town's name is the town where it is a large one, or the words around it say place. */
export function acceptPlace(reader: Reader, at: number, place: PlaceAt): number {
  const { words, usage, casing } = reader
  const before = words[at - 1]?.lower ?? ''
  const word = words[at]
  const within = stateAfter(reader, place.end)
  const located = strongPlacePrepositions.has(before) || within !== undefined || isDateline(reader, at, place.end)
  const single = place.end - at === 1
  if (
    single &&
    !located &&
    word &&
    ((usage.small.has(word.lower) && !/^[\p{Lu}.]+$/u.test(word.text)) ||
      (givenNames.has(word.lower) && place.places[0]?.what !== 'country') ||
      townsLikeWords.has(word.lower) ||
      isHead(word.lower) ||
      (!place.strong && !placePrepositions.has(before) && (place.places[0]?.size ?? 0) < 19) ||
      (casing !== 'plain' && !place.strong && !usage.capital.has(word.lower)))
  )
    return casing === 'plain' && !townsLikeWords.has(word.lower) && !isHead(word.lower)
      ? put(reader, at, place.end, 'other', 'mentions/unsure', { sure: 1, places: place.places })
      : place.end
  if (single && !located && !place.strong && isVoice(reader, place.end) && !placePrepositions.has(before))
    return put(reader, at, place.end, 'other', 'mentions/voice', { sure: 1, places: place.places })
  const capital = within?.name === 'District of Columbia' ? 2 : 0
  return put(
    reader,
    at,
    place.end + capital,
    'place',
    place.adjective ? 'mentions/demonym' : located ? 'mentions/located' : 'mentions/gazetteer',
    {
      sure: located || place.strong ? 3 : placePrepositions.has(before) ? 2 : 1,
      places: place.places,
      within,
    },
  )
}

/** The "Ill." of "Springfield, Ill.", right after the town that it belongs to. */
export function readState(reader: Reader, at: number): number {
  const { words, found } = reader
  const within = found.at(-1)?.within
  const word = words[at]
  if (!within || !word || words[at - 1]?.text !== ',' || found.at(-1)?.end !== words[at - 1]?.start) return 0
  if (stateAbbreviated(word.text)?.name !== within.name) return 0
  return put(reader, at, at + 1, 'place', 'mentions/state', { sure: 3, places: [within] })
}

/** The state or country that follows a comma and is followed by a comma or an end: "Springfield, Ill.", "Lagos, Nigeria". */
export function stateAfter({ words, text }: Reader, at: number): Place | undefined {
  if (words[at]?.text !== ',') return undefined
  const next = words[at + 1]
  if (!next?.capital) return undefined
  const state = stateAbbreviated(next.text)
  if (state && (next.text.length > 2 || /^\p{Lu}{2}$/u.test(next.text))) return state
  for (let size = 3; size > 0; size--) {
    const last = words[at + size]
    if (!last?.capital) continue
    const [place] = placesNamed(text.slice(next.start, last.end))
    if (place && (place.what === 'country' || place.what === 'state')) return place
  }
  return undefined
}

/** "YAOUNDE, Sept 15 (SCA) -", "KYIV (AP) —": the place a report is sent from. */
export function isDateline({ words, text }: Reader, from: number, to: number): boolean {
  if (from > 1) return false
  const after = text.slice(words[to - 1]?.end ?? 0, (words[to - 1]?.end ?? 0) + 60)
  return (
    /^(?:, [\p{L}.]{2,20})?(?:, \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)\n]{2,30}\))? ?(?:[-–—]{1,2}) /u.test(
      after,
    ) || /^ \((?:AP|Reuters|AFP|UPI|Xinhua|TASS|dpa|EFE|CNN)\)/.test(after)
  )
}

/** Places named inside a longer name: "Russian" in "Russian Foreign Ministry". They are mentions of the place too. */
export function putPlacesInside(reader: Reader, from: number, to: number): void {
  const { words } = reader
  for (let at = from; at < to; at++) {
    if (!words[at]?.capital) continue
    const place = readPlaceStart(reader, at, to)
    if (!place || (at === from && place.end === to)) continue
    if (!place.strong && !place.adjective) continue
    if (
      place.end - at === 1 &&
      (givenNames.has(words[at]?.lower ?? '') ||
        (sentenceOpeners.has(words[at]?.lower ?? '') && !/^\p{Lu}{2}/u.test(words[at]?.text ?? '')))
    )
      continue
    put(reader, at, place.end, 'place', 'mentions/inside-a-name', { sure: 2, places: place.places })
    at = place.end - 1
  }
}

/** A place that everybody knows: a country, a state, a feature, or a city of some size. */
export function isBig(name: string): boolean {
  if (townsLikeWords.has(name.toLowerCase()) || isHead(name.toLowerCase())) return false
  const [first] = placesNamed(name)
  return first !== undefined && (first.what === 'town' || first.what === 'county' ? first.size >= 24 : first.size >= 22)
}

/** "Centre", "Mission", "Star": words that say what something is, also where a town bears them. */
export const isHead = (word: string): boolean =>
  organisationHeads.has(word) ||
  facilityHeads.has(word) ||
  placeHeads.has(word) ||
  outletHeads.has(word) ||
  eventHeads.has(word)
