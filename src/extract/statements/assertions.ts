import { hedgeCues } from '../../language/en/hedges.ts'
import type { Attribution } from '../../model/attribution.ts'
import { type HedgePlace, hedgesOf } from '../hedges/hedges.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { apart, type Counted } from './counted-things.ts'
import type { Unit } from './folded.ts'
import { type InnerClause, innerClauses } from './inner.ts'
import { signsOf } from './signs.ts'
import { tokensBetween, unitsOf } from './units.ts'

/** One clause with everything that its certainty depends on. */
export interface Assertion {
  readonly words: Stretch
  /** The whole clause, which an inner one is part of. */
  readonly unit: Unit
  readonly inner: boolean
  /** The clause whose certainty it has: its own words up to where they end, for an embedded one from where the clause around it begins. */
  readonly judged: Stretch
  /** The cue that reports it. */
  readonly frame: Stretch | undefined
  /** Hedges in its words and in its frame. */
  readonly hedges: readonly HedgePlace[]
  readonly signs: readonly string[]
}

/** Every clause of a text and the clauses embedded in it, in the order of the text, the wider first. */
export function assertionsOf(
  page: Page,
  attributions: readonly Attribution[],
  countedIn: (words: Stretch) => readonly Counted[],
): readonly Assertion[] {
  const places = new Map(hedgesOf(page).map((place) => [place.first, place]))
  const found: Assertion[] = []
  for (const unit of statementUnits(page, attributions, countedIn)) {
    const frame = frameOf(page, attributions[unit.owner])
    const framed = [...hearsayIn(page, attributions[unit.owner]), ...hedgesIn(places, frame)]
    const add = (words: Stretch, clause: Stretch, inner: InnerClause | undefined, embedded: boolean): void => {
      const around = [...hedgesIn(places, clause), ...framed]
      const hedges = inner ? around.filter(({ first }) => first < words.last) : around
      const judged = inner ? { first: clause.first, last: words.last } : clause
      found.push({
        words,
        unit,
        inner: embedded,
        judged,
        frame,
        hedges,
        signs: signsOf(page, clause, inner, frame, around),
      })
    }
    add(unit, unit.core, undefined, !unit.states)
    for (const part of unit.parts) {
      if (unit.parts.length > 1) add(part, part, undefined, true)
      for (const inner of innerClauses(page, part)) add(withoutEdge(page, inner), part, inner, true)
    }
  }
  return found.sort((a, b) => a.words.first - b.words.first || b.words.last - a.words.last)
}

function* statementUnits(
  page: Page,
  attributions: readonly Attribution[],
  countedIn: (words: Stretch) => readonly Counted[],
): Generator<Unit> {
  for (const unit of unitsOf(page, attributions, (words) => countedIn(words).length > 0)) {
    const headline = page.sentence(unit.first)?.headline
    if (unit.states && !headline) yield* apart(page, unit, countedIn(unit))
    else yield unit
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

function withoutEdge(page: Page, { first, last }: Stretch): Stretch {
  let end = last
  while (end > first + 1 && (page.pos(end - 1) === 'PUNCT' || page.pos(end - 1) === 'CCONJ')) end--
  return { first, last: end }
}
