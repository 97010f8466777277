import type { Document } from '../../model/document.ts'
import { byCodeUnit } from '../../text/order.ts'
import { type Profile, profileOf } from '../matching/profile.ts'
import { cosine, type Rarity, rarityOf } from '../matching/rarity.ts'
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
  const profiles = sorted.map(({ text }) => profileOf(text))
  const rarity = rarityOf(profiles)
  const edges = neighboursOf(profiles, rarity).map(([a, b]) => edgeOf(a, b, sorted, profiles, rarity))
  const groups = mergeGroups(sorted.length, edges, least, absent)
  const story = new Map(sorted.map(({ id }, i) => [id, `story:${sorted[groups[i] ?? i]?.id ?? id}`]))
  return documents.map(({ id }) => ({ id, story: story.get(id) ?? `story:${id}` }))
}

/** Groups less alike than this on average tell of different events. Swept on the public ECB+ training documents, 2026-11. */
const least = 0.3
/** What is assumed of two reports that share no rare word at all. */
const absent = 0.05

const earliestFirst = (x: Document, y: Document): number =>
  byCodeUnit(x.published ?? '~', y.published ?? '~') || byCodeUnit(x.id, y.id)

function edgeOf(
  a: number,
  b: number,
  documents: readonly Document[],
  profiles: readonly Profile[],
  rarity: Rarity,
): Edge {
  const [one, other] = [profiles[a], profiles[b]]
  if (one === undefined || other === undefined) return { a, b, likeness: 0 }
  const likeness =
    0.5 * cosine('words', one, other, rarity) +
    0.3 * cosine('letters', one, other, rarity) +
    0.2 * cosine('names', one, other, rarity)
  return { a, b, likeness: likeness * nearness(documents[a]?.published, documents[b]?.published) }
}

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
