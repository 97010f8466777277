import { type Place, placesNamed } from '../../language/places/gazetteer.ts'
import type { Mention } from '../../model/mention.ts'
import type { Report, ReportStatement } from '../../model/report.ts'
import { addTo } from '../../text/listed.ts'
import { listed } from '../json/pieces.ts'
import { type Moments, momentsOf, type Period, periodOf } from '../naming/moments.ts'
import { type Names, namesIn } from '../naming/names.ts'
import { oneLine } from '../view/plain.ts'

/**
 * The places that reports name, as GeoJSON (RFC 7946): each once, with the claims that name it.
 *
 * A point is where the gazetteer has the place, never where somebody or something is. So that no map of this shows people or forces on the
 * move: only names of places are taken, no sites and no coordinates that a text gives; every report that names a town names the same point;
 * a point is no finer than the gazetteer; times are no finer than the day; no person, body or voice is put on the map; and what reports claim of a
 * place stands with it only when they are days old.
 *
 * @param mentions by id of the document
 */
export function* placesGeoJson(
  report: Report,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  moments: Moments = momentsOf(report),
): Generator<string> {
  yield* listed({ type: 'FeatureCollection' }, 'features', placeFeatures(report, mentions, moments))
}

/** A point and what it is the point of. Degrees, WGS 84, longitude first. */
export interface PlaceFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [longitude: number, latitude: number] }
  readonly properties: {
    readonly name: string
    readonly kind: NamedPlace
    /** To how many degrees the point is meant. */
    readonly precision: number
    readonly country: string | null
    readonly reports: number
    /** First and last day on which a report that names it was published. */
    readonly from: string | null
    readonly to: string | null
    readonly claims: readonly { readonly id: string; readonly gist: string; readonly independent: number }[]
  }
}

type NamedPlace = Exclude<Place['what'], 'demonym'>

/** How fine the gazetteer is: GeoNames' towns to a hundredth of a degree (about a kilometre), countries and states to half of one or so. */
const precisions: Readonly<Record<NamedPlace, number>> = {
  town: 0.01,
  county: 0.1,
  feature: 0.1,
  state: 0.5,
  country: 0.5,
}

export function* placeFeatures(
  report: Report,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  { upTo }: Moments = momentsOf(report),
): Generator<PlaceFeature> {
  const newest = new Date(Date.parse(upTo) - heldBack * 86_400_000).toISOString()
  const names = namesIn(report)
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]))
  const said = new Map<string, ReportStatement[]>()
  for (const statement of report.statements) addTo(said, statement.document, statement)
  const found = new Map<string, Found>()
  for (const { id, published } of report.documents) {
    const named = new Map<Mention, Found>()
    const period = periodOf(published)
    for (const mention of mentions.get(id) ?? []) {
      const place = placeOf(mention)
      if (!place) continue
      const key = `${place.latitude} ${place.longitude} ${place.what}`
      const one = found.get(key) ?? { place, documents: new Set(), claims: new Set(), days: [] }
      found.set(key, one)
      named.set(mention, one)
      if (!one.documents.has(id) && published && period) one.days.push({ day: published.slice(0, 10), period })
      one.documents.add(id)
    }
    // "2025-06" may be yesterday.
    if (period === undefined || period.to > newest) continue
    for (const [claim, places] of claimsNaming(said.get(id) ?? [], [...named.keys()]))
      for (const mention of places) named.get(mention)?.claims.add(claim)
  }
  for (const [, one] of [...found].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield featureOf(one, names, (id) => claims.get(id))
}

/**
 * Days that a report must be older than the last thing that came to the collection for its claims to stand with a place: who reads
 * "the convoy is in X" from a map must read of where it was.
 */
const heldBack = 2

interface Found {
  readonly place: Place & { readonly what: NamedPlace }
  readonly documents: Set<string>
  readonly claims: Set<string>
  /** Of the reports that name it, as they give it and when that may be. */
  readonly days: { readonly day: string; readonly period: Period }[]
}

/** The entry of the gazetteer that a mention was found by: of sites and peoples there is none that is a place on a map. */
function placeOf({ kind, quote, latitude, longitude, extent }: Mention): Found['place'] | undefined {
  if (kind !== 'place' || extent === undefined || latitude === undefined || longitude === undefined) return undefined
  const [name = quote] = quote.split(',')
  const entry = [...placesNamed(name), ...placesNamed(quote)].find(
    (place) => place.latitude === latitude && place.longitude === longitude && place.what !== 'demonym',
  )
  return entry as Found['place'] | undefined
}

/** Which claims' statements hold which mentions. Both are walked once, in the order of the text. */
function claimsNaming(
  statements: readonly ReportStatement[],
  mentions: readonly Mention[],
): ReadonlyMap<string, readonly Mention[]> {
  const ordered = [...mentions].sort((a, b) => a.start - b.start)
  const naming = new Map<string, Mention[]>()
  for (const { claim, start, end } of statements) {
    if (claim === null) continue
    for (let i = firstFrom(ordered, start); i < ordered.length; i++) {
      const mention = ordered[i]
      if (!mention || mention.start >= end) break
      if (mention.end > end) continue
      addTo(naming, claim, mention)
    }
  }
  return naming
}

function firstFrom(ordered: readonly Mention[], start: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function featureOf(
  { place, documents, claims, days }: Found,
  names: Names,
  claimOf: (id: string) => Report['claims'][number] | undefined,
): PlaceFeature {
  const precision = precisions[place.what]
  const digits = precision < 0.1 ? 2 : 1
  const rounded = (degrees: number): number => Number(degrees.toFixed(digits))
  return {
    type: 'Feature',
    id: names.of('place', `${place.what} ${place.latitude} ${place.longitude}`),
    geometry: { type: 'Point', coordinates: [rounded(place.longitude), rounded(place.latitude)] },
    properties: {
      name: titled(place.name),
      kind: place.what,
      precision,
      country: place.country || null,
      reports: documents.size,
      from: days.length > 0 ? days.reduce((a, b) => (b.period.from < a.period.from ? b : a)).day : null,
      to: days.length > 0 ? days.reduce((a, b) => (b.period.to > a.period.to ? b : a)).day : null,
      claims: [...claims].flatMap((id) => {
        const claim = claimOf(id)
        return claim ? [{ id: names.claim(id), gist: oneLine(claim.gist), independent: claim.independent }] : []
      }),
    },
  }
}

/** Towns stand in the gazetteer in small letters. */
const titled = (name: string): string =>
  name === name.toLowerCase() ? name.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase()) : name
