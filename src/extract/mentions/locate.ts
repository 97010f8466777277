import { findKnown } from '../../language/entities.ts'
import { foldName } from '../../language/places/fold.ts'
import type { Place } from '../../language/places/gazetteer.ts'
import type { Document } from '../../model/document.ts'
import type { Draft } from './draft.ts'

/**
 * Which of the places of one name is meant, for every name of a document at once: one sense per document.
 *
 * Size speaks for the big ones, the countries and states that the report names speak for theirs, and the other names speak
 * for what lies near them (spatial minimality: Leidner 2007). A state right after the name decides.
 */
export function locate(document: Document, drafts: readonly Draft[]): ReadonlyMap<string, Place> {
  const names = byName(drafts)
  const context = contextOf(document, drafts)
  const anchors = [...names.values()].slice(0, mostAnchors)
  const found = new Map<string, Place>()
  for (const [key, asked] of names) {
    let best: { readonly place: Place; readonly score: number } | undefined
    for (const place of asked.candidates) {
      const score = scoreOf(place, asked, context) + nearness(place, asked, anchors)
      if (!best || score > best.score) best = { place, score }
    }
    if (best) found.set(key, seatOf(best.place, asked.candidates))
  }
  return found
}

/** Key under which `locate` answers: with its state, where one follows the name. */
export const nameKey = ({ text, within }: Draft): string =>
  `${foldName(text)}${within ? `|${within.country}|${within.admin1}` : ''}`

const mostAnchors = 60
const mostCandidates = 12

interface Asked {
  readonly key: string
  readonly candidates: readonly Place[]
  readonly within: Place | undefined
}

interface Context {
  readonly countries: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, number>
}

function byName(drafts: readonly Draft[]): ReadonlyMap<string, Asked> {
  const names = new Map<string, Asked>()
  // A name that is once followed by its state means the same one where it stands alone.
  const told = new Map<string, Place>()
  for (const draft of drafts) if (draft.within) told.set(foldName(draft.text), draft.within)
  for (const draft of drafts) {
    if (draft.places.length === 0) continue
    const key = nameKey(draft)
    if (names.has(key)) continue
    const within = draft.within ?? told.get(foldName(draft.text))
    names.set(key, { key: foldName(draft.text), candidates: draft.places.slice(0, mostCandidates * 3), within })
  }
  return names
}

/**
 * A city that is a state of its own, or the seat of one that goes by its name: alone, "Moscow", "Hamburg" and "Tokyo" are the cities. New York
 * the state lies too far from its city to be one with it.
 */
function seatOf(place: Place, candidates: readonly Place[]): Place {
  if (place.what !== 'state') return place
  const isSeat = (other: Place): boolean =>
    other.what === 'town' &&
    other.country === place.country &&
    other.size >= place.size - 4 &&
    kilometres(place, other) < farthestSeat
  return candidates.find(isSeat) ?? place
}

/** Kilometres from the middle of a city state to its middle as a town. */
const farthestSeat = 60

/** How often the report names each country and state, the publisher's own country once. */
function contextOf(document: Document, drafts: readonly Draft[]): Context {
  const countries = new Map<string, number>()
  const states = new Map<string, number>()
  const add = (map: Map<string, number>, key: string, weight: number): void => {
    map.set(key, (map.get(key) ?? 0) + weight)
  }
  const home = findKnown(document.url ?? '')?.country ?? findKnown(document.publisher ?? '')?.country
  if (home !== undefined) add(countries, home, 1)
  for (const { places, within } of drafts) {
    for (const place of within ? [within] : []) {
      add(countries, place.country, 1)
      if (place.admin1 !== '') add(states, `${place.country}.${place.admin1}`, 2)
    }
    const [first, second] = places
    if (!first || first.country === '') continue
    if (first.what === 'country' || first.what === 'demonym') add(countries, first.country, 1)
    else if (first.what === 'state' && (second === undefined || second.size < first.size)) {
      add(countries, first.country, 0.5)
      add(states, `${first.country}.${first.admin1}`, 1)
    } else if (first.size >= 29 && (second === undefined || second.size < first.size - 6))
      add(countries, first.country, 0.5)
  }
  return { countries, states }
}

function scoreOf(place: Place, { within }: Asked, { countries, states }: Context): number {
  let score = place.size * 0.35
  if (place.what === 'country' || place.what === 'demonym') score += 3
  if (place.what === 'feature') score += 2
  if (place.what === 'county') score -= 2.5
  if (within && place.country === within.country && (within.admin1 === '' || within.admin1 === place.admin1))
    score += 40
  const state = states.get(`${place.country}.${place.admin1}`) ?? 0
  if (place.admin1 !== '') score += Math.min(4, 2.5 * Math.sqrt(state))
  score += Math.min(4, 1.6 * Math.sqrt(countries.get(place.country) ?? 0))
  return score
}

/** What the other names say for this candidate: more, the nearer their nearest reading. */
function nearness(place: Place, asked: Asked, anchors: readonly Asked[]): number {
  if (place.what === 'country' || place.what === 'demonym') return 0
  let sum = 0
  for (const anchor of anchors) {
    if (anchor.key === asked.key) continue
    let best = 0
    for (const other of anchor.candidates.slice(0, mostCandidates)) {
      if (other.what === 'country' || other.what === 'demonym') continue
      const apart = kilometres(place, other)
      const share = 1 / (1 + (apart / 60) ** 2)
      if (share > best) best = share * (0.4 + other.size / 50)
    }
    sum += best
  }
  return 3 * Math.min(2.5, Math.sqrt(sum))
}

/** Near enough for choosing: the earth as a plane around the place. */
function kilometres(a: Place, b: Place): number {
  const wide = Math.abs(a.longitude - b.longitude)
  const x = Math.min(wide, 360 - wide) * 111.3 * Math.cos((a.latitude * Math.PI) / 180)
  const y = (a.latitude - b.latitude) * 111.3
  return Math.sqrt(x * x + y * y)
}
