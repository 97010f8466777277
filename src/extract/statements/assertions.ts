import { hedgeCues } from '../../language/en/hedges.ts'
import type { Attribution } from '../../model/attribution.ts'
import { type HedgePlace, hedgesOf } from '../hedges/hedges.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { coordinated } from './coordinated.ts'
import { apart, type Counted } from './counted-things.ts'
import type { EventSigns } from './event-signs.ts'
import { type Events, eventsOf } from './events.ts'
import type { Unit } from './folded.ts'
import { tokensBetween, unitsOf } from './units.ts'

/** One clause with everything that its certainty depends on. */
export interface Assertion {
  readonly words: Stretch
  /** The whole clause, which an inner one is part of; none for what stands in no clause that states anything. */
  readonly unit: Unit | undefined
  readonly inner: boolean
  /** The clause whose certainty it has: its own words up to where they end, for an embedded one from where the clause around it begins. */
  readonly judged: Stretch
  /** The cue that reports it. */
  readonly frame: Stretch | undefined
  /** Hedges in its words and in its frame. */
  readonly hedges: readonly HedgePlace[]
  /** What its event's sentence says about whether the event took place; none where no event was found. */
  readonly signs: EventSigns | undefined
}

/** A part of a clause with what it shares with the rest of it. */
interface Place {
  readonly part: Stretch
  readonly unit: Unit
  readonly frame: Stretch | undefined
  readonly framed: readonly HedgePlace[]
}

/** Every clause of a text and the events in it that have words of their own, in the order of the text, the wider first. */
export function assertionsOf(
  page: Page,
  attributions: readonly Attribution[],
  countedIn: (words: Stretch) => readonly Counted[],
): readonly Assertion[] {
  const hedgePlaces = new Map(hedgesOf(page).map((place) => [place.first, place]))
  const events = eventsOf(page)
  const isHedged = (words: Stretch): boolean => hedgesIn(hedgePlaces, words).length > 0
  const found: Assertion[] = []
  const listed = new Set<string>()
  const places: (Place | undefined)[] = []
  const add = (assertion: Assertion): void => {
    found.push(assertion)
    listed.add(nameOf(assertion.words))
  }
  for (const unit of statementUnits(page, attributions, countedIn, events, isHedged)) {
    const frame = frameOf(page, attributions[unit.owner])
    const framed = [...hearsayIn(page, attributions[unit.owner]), ...hedgesIn(hedgePlaces, frame)]
    const addClause = (words: Stretch, judged: Stretch, inner: boolean): void => {
      const hedges = [...hedgesIn(hedgePlaces, judged), ...framed]
      add({ words, unit, inner, judged, frame, hedges, signs: events.signsOf(judged) })
    }
    addClause(unit, unit.core, !unit.states)
    for (const part of unit.parts) {
      if (unit.parts.length > 1) addClause(part, part, true)
      for (let i = part.first; i < part.last; i++) places[i] = { part, unit, frame, framed }
    }
  }
  for (const { token, words, signs } of events.all()) {
    const { part, unit, frame, framed = [] } = places[token] ?? {}
    for (const own of part ? [words, shared(words, part)] : [words]) {
      if (listed.has(nameOf(own))) continue
      const judged = { first: Math.min(own.first, part?.first ?? own.first), last: own.last }
      const hedges = [...hedgesIn(hedgePlaces, judged), ...framed]
      add({ words: own, unit, inner: true, judged, frame, hedges, signs: signs() })
    }
  }
  return found.sort((a, b) => a.words.first - b.words.first || b.words.last - a.words.last)
}

/** An event is also told by that part of its words that stands in its own clause. */
const shared = (a: Stretch, b: Stretch): Stretch => ({
  first: Math.max(a.first, b.first),
  last: Math.min(a.last, b.last),
})

const nameOf = ({ first, last }: Stretch): string => `${first}-${last}`

function* statementUnits(
  page: Page,
  attributions: readonly Attribution[],
  countedIn: (words: Stretch) => readonly Counted[],
  events: Events,
  isHedged: (words: Stretch) => boolean,
): Generator<Unit> {
  for (const unit of unitsOf(page, attributions, (words) => countedIn(words).length > 0)) {
    const headline = page.sentence(unit.first)?.headline
    if (!unit.states || headline) yield unit
    else
      for (const joined of coordinated(page, events.treeOf(unit), unit, isHedged))
        yield* apart(page, joined, countedIn(joined))
  }
}

/** The tokens of an attribution's cue. */
function frameOf(page: Page, attribution: Attribution | undefined): Stretch | undefined {
  const cue = attribution?.cue[0]
  return cue && tokensBetween(page, cue)
}

/** "Word on the quay is that": the whole frame weakens what it reports. */
function hearsayIn(page: Page, attribution: Attribution | undefined): readonly HedgePlace[] {
  const [source] = attribution?.source ?? []
  const [cue] = attribution?.cue ?? []
  if (!source || !cue || !hearsayCues || attribution?.rule !== 'attributions/hearsay') return []
  const { first } = tokensBetween(page, source.start < cue.start ? source : cue)
  return [{ first, last: tokensBetween(page, source.end > cue.end ? source : cue).last, cues: hearsayCues }]
}

const hearsayCues = hedgeCues.find(({ rule }) => rule === 'hedges/hearsay')

function hedgesIn(places: ReadonlyMap<number, HedgePlace>, stretch: Stretch | undefined): readonly HedgePlace[] {
  const found: HedgePlace[] = []
  for (let i = stretch?.first ?? 0; i < (stretch?.last ?? 0); i++) {
    const place = places.get(i)
    if (place) found.push(place)
  }
  return found
}
