import type { Document } from '../../model/document.ts'
import { byCodeUnit } from '../../text/order.ts'
import { profileOf, type ViewName } from '../matching/profile.ts'
import { cosine, rarityOf, type Weighed, weighed } from '../matching/rarity.ts'
import { type Edge, mergeGroups } from './merging.ts'
import { neighboursOf } from './neighbours.ts'

/** Which story a report belongs to: reports of one event share a story. */
export interface Telling {
  /** Document id. */
  readonly id: string
  /** Made of the id of the story's first report. */
  readonly story: string
}

/**
 * Groups reports by the event they tell of. Reports that share rare words are compared closely, and the closest groups are
 * merged while they are close enough on average. One report of an event is a story too.
 */
export function groupStories(documents: readonly Document[]): readonly Telling[] {
  const sorted = [...documents].sort(earliestFirst)
  const profiles = sorted.map((document) => profileOf(readable(document)))
  const rarity = rarityOf(profiles)
  const views = profiles.map((profile) => weighed(profile, rarity, compared))
  const edges = neighboursOf(views).flatMap(([a, b]): readonly Edge[] => {
    const [one, other] = [views[a], views[b]]
    if (one === undefined || other === undefined) return []
    return [{ a, b, likeness: likenessOf(one, other) * nearness(sorted[a]?.published, sorted[b]?.published) }]
  })
  const groups = mergeGroups(sorted.length, edges, least, absent)
  const story = new Map(sorted.map(({ id }, i) => [id, `story:${sorted[groups[i] ?? i]?.id ?? id}`]))
  return documents.map(({ id }) => ({ id, story: story.get(id) ?? `story:${id}` }))
}

/**
 * Groups less alike than this on average tell of different events. Swept on the training documents of ECB+ and checked on
 * other public sets of reports and of headlines, 2026-11; between .20 and .24 little changes.
 */
const least = 0.22
/** What is assumed of two reports that were not compared, because each is nearer to many others. */
const absent = 0.12

const earliestFirst = (x: Document, y: Document): number =>
  byCodeUnit(x.published ?? '~', y.published ?? '~') || byCodeUnit(x.id, y.id)

/** The report itself, without what stands around it on the page. */
const readable = ({ text, regions }: Document): string =>
  regions
    .filter(({ kind }) => kind === 'headline' || kind === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')

const compared: readonly ViewName[] = ['words', 'letters', 'names', 'lead', 'head']

function likenessOf(a: Weighed, b: Weighed): number {
  const alike =
    0.3 * cosine('words', a, b) +
    0.2 * cosine('letters', a, b) +
    0.15 * cosine('names', a, b) +
    0.2 * cosine('lead', a, b) +
    0.15 * cosine('head', a, b)
  return Math.min(1, alike * lift(Math.min(a.profile.stems.length, b.profile.stems.length)))
}

/** A headline has no room to repeat itself: two headlines of one event share far less than two reports do. */
const lift = (words: number): number => 1 + 1.5 * Math.max(0, Math.min(1, (45 - words) / 20))

/** Reports of one event come out within days; after a week likeness begins to count less, and after two months by half. */
function nearness(a: string | undefined, b: string | undefined): number {
  const [one, other] = [dayOf(a), dayOf(b)]
  if (one === undefined || other === undefined) return 1
  return 1 / (1 + Math.max(0, Math.abs(one - other) - 7) / 60)
}

/** Days since 1970 of the date of an ISO 8601 moment. */
function dayOf(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '')
  return match === null ? undefined : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000
}
