import type { Document } from '../../model/document.ts'
import { addTo } from '../../text/listed.ts'
import { nameShare, runShare, stemShare } from '../background.ts'
import { type Profile, profileOf, type ViewName } from '../matching/profile.ts'
import { cosine, type Rarity, type Weighed, weighed } from '../matching/rarity.ts'

import { dayOf, nearness } from '../nearness.ts'
import { readable } from '../readable.ts'
import { topicsOf } from '../topics/topics.ts'
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
 * Groups reports by the event they tell of. Within a topic, reports that share rare words are compared closely, and the closest groups
 * are merged while they are close enough on average. One report of an event is a story too.
 */
export function groupStories(documents: readonly Document[]): readonly Telling[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const groups = topicsOf(documents, oneTopic).flatMap((topic) =>
    divided(topic.documents.flatMap((id) => byId.get(id) ?? [])),
  )
  const story = new Map(groups.flatMap((group) => group.map(({ id }) => [id, `story:${group[0]?.id ?? id}`] as const)))
  return documents.map(({ id }) => ({ id, story: story.get(id) ?? `story:${id}` }))
}

/** Divides the reports of a topic by the event they tell of: groups in the order of their first reports. */
function divided(topic: readonly Document[]): readonly (readonly Document[])[] {
  if (topic.length < 2) return [topic]
  const profiles = topic.map((document) => profileOf(readable(document)))
  const rarity = rarityIn(profiles)
  const views = profiles.map((profile) => weighed(profile, rarity, compared))
  const days = topic.map(({ published }) => dayOf(published))
  const edges = neighboursOf(views).flatMap(([a, b]): readonly Edge[] => {
    const [one, other] = [views[a], views[b]]
    if (one === undefined || other === undefined) return []
    return [{ a, b, likeness: likenessOf(one, other) * nearness(days[a], days[b]) }]
  })
  const groups = new Map<number, Document[]>()
  mergeGroups(topic.length, edges, oneEvent, absent).forEach((group, i) => {
    const document = topic[i]
    if (document === undefined) return
    addTo(groups, group, document)
  })
  return [...groups.values()]
}

/**
 * Reports that may tell of one event are this much alike. Low: what is parted here stays parted. On eight invented stories mixed together (70
 * reports) all pairs that belong together stay together, on the training part of ECB+ 97 %.
 */
const oneTopic = 0.12
/**
 * Groups less alike than this on average tell of different events. Swept from .14 to .30 on the training documents of ECB+ and on the public
 * development sets of reports and of headlines, 2026-11; below .24, two events of NewsWCL50 become one.
 */
const oneEvent = 0.24
/** What is assumed of two reports that were not compared, because each is nearer to many others. */
const absent = 0.08

/** How telling a unit is among these reports and as many imagined ones. */
function rarityIn(profiles: readonly Profile[]): Rarity {
  const counts = new Map<ViewName, Map<string, number>>(compared.map((name) => [name, new Map()]))
  for (const profile of profiles)
    for (const [name, count] of counts)
      for (const unit of profile[name].keys()) count.set(unit, (count.get(unit) ?? 0) + 1)
  return (view, unit) =>
    Math.log(
      (profiles.length + imagined + 1) / ((counts.get(view)?.get(unit) ?? 0) + imagined * shareOf(view, unit) + 0.5),
    )
}

/** So many reports are imagined beside those at hand, so that what a few share is not taken for common. */
const imagined = 300

function shareOf(view: ViewName, unit: string): number {
  if (view === 'letters') return runShare(unit)
  return view === 'names' ? nameShare(unit) : stemShare(unit)
}

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

/** A headline has no room to repeat itself: two headlines of one event share less than two reports do. `words` of the shorter one. */
const lift = (words: number): number => 1 + headlines * Math.max(0, Math.min(1, (45 - words) / 20))

const headlines = 1.5
