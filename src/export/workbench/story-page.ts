import type { Extent, Mention } from '../../model/mention.ts'
import { byCodeUnit } from '../../text/order.ts'
import { oneLine, shorten } from '../view/plain.ts'
import type { CataloguedStory } from './catalogue.ts'
import { type River, river } from './river.ts'
import type { Shelf, Story } from './shelf.ts'

export interface StoryRow {
  readonly id: string
  readonly title: string
  readonly documents: number
  readonly claims: number
  readonly from: string | null
  readonly to: string | null
}

/** One event as its reports tell it. */
export interface StoryPage {
  readonly id: string
  readonly title: string
  readonly figures: {
    readonly reports: number
    /** The most independent origins behind any one claim of it. */
    readonly independentOrigins: number
    /** Reports whose every claim has its origin in another. */
    readonly addNothing: number
  }
  readonly river: River
  readonly timeline: readonly Moment[]
  readonly places: readonly Place[]
}

/** A report that was published, or a day that reports tell of. */
export interface Moment {
  /** ISO 8601, as exact as the text. */
  readonly when: string
  readonly kind: 'published' | 'told'
  readonly document: string
  /** Id of the statement that tells of it. */
  readonly statement?: string
  readonly words: string
}

/** What reports name as a place. A people, or a word inside another name, is none. */
export interface Place {
  readonly name: string
  /** Whether it has a place of its own on a map, or is so wide that its middle says nothing of where something happened. */
  readonly extent: Extent
  /** Degrees, WGS 84. */
  readonly latitude: number
  readonly longitude: number
  readonly mentions: number
  readonly documents: number
}

export const storyRow = ({ id, title, documents, claims, from, to }: CataloguedStory): StoryRow => ({
  id,
  title: oneLine(title),
  documents,
  claims,
  from,
  to,
})

export const storyPage = (shelf: Shelf, story: Story, places: readonly Place[]): StoryPage => ({
  id: story.id,
  title: oneLine(story.title),
  figures: {
    reports: story.documents.length,
    independentOrigins: story.claims.reduce((most, { independent }) => Math.max(most, independent), 0),
    addNothing: story.documents.filter(({ id }) => shelf.addNothing.has(id)).length,
  },
  river: river(shelf, story),
  timeline: timeline(shelf, story),
  places,
})

/** Everything with a day, in its order: reports as they came out, and what they tell of, each claim once a day. */
export function timeline(shelf: Shelf, story: Story, most = 1_000): readonly Moment[] {
  const published = story.documents.flatMap(({ id, published, title }): readonly Moment[] =>
    published === null
      ? []
      : [{ when: published, kind: 'published', document: id, words: shorten(oneLine(title ?? id), 200) }],
  )
  const told = new Map<string, Moment>()
  for (const { id: document } of story.documents)
    for (const { id, times, claim, quote } of shelf.saidIn.get(document) ?? [])
      for (const { value } of times) {
        const when = dayIn(value)
        const key = JSON.stringify([claim ?? id, when])
        if (when !== undefined && !told.has(key))
          told.set(key, { when, kind: 'told', document, statement: id, words: shorten(oneLine(quote), 200) })
      }
  return [...published, ...told.values()]
    .sort((a, b) => byCodeUnit(a.when, b.when) || byCodeUnit(a.document, b.document) || byCodeUnit(a.words, b.words))
    .slice(0, most)
}

/** `2025-03-31TEV` is on 31 March; a duration, a season or "every Monday" is no day. */
function dayIn(value: string): string | undefined {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=$|T)/.exec(value)?.[0]
}

/** The places that documents name, those named in most documents first. */
export function placesOf(readings: Iterable<{ readonly mentions: readonly Mention[] }>, most = 500): readonly Place[] {
  const found = new Map<string, { place: Place; names: Map<string, number> }>()
  for (const { mentions } of readings) {
    const here = new Set<string>()
    for (const { latitude, longitude, extent, quote } of mentions) {
      if (latitude === undefined || longitude === undefined || extent === undefined) continue
      const key = `${latitude} ${longitude}`
      const known = found.get(key)
      const { place, names } = known ?? {
        place: { name: '', extent, latitude, longitude, mentions: 0, documents: 0 },
        names: new Map<string, number>(),
      }
      const name = unshouted(oneLine(quote))
      names.set(name, (names.get(name) ?? 0) + 1)
      const isNew = !here.has(key)
      here.add(key)
      found.set(key, {
        names,
        place: { ...place, mentions: place.mentions + 1, documents: place.documents + (isNew ? 1 : 0) },
      })
    }
  }
  return [...found.values()]
    .map(({ place, names }) => ({ ...place, name: mostUsed(names) }))
    .sort((a, b) => b.documents - a.documents || b.mentions - a.mentions || byCodeUnit(a.name, b.name))
    .slice(0, most)
}

/** A dateline is set in capitals, a name is not: GENEVA is Geneva. Three letters may be short for something (USA, UAE). */
function unshouted(name: string): string {
  if (name.length <= 3 || name !== name.toUpperCase()) return name
  return name.replace(/(\p{L})(\p{L}*)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
}

function mostUsed(names: ReadonlyMap<string, number>): string {
  const [best] = [...names].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b))
  return best?.[0] ?? ''
}
