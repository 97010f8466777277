import type { Attribution } from '../../model/attribution.ts'
import { contains, type Span } from '../../model/span.ts'
import type { Hedge, Statement } from '../../model/statement.ts'
import { type HedgePlace, hedgesOf } from '../hedges/hedges.ts'
import { defineStage } from '../stage.ts'
import { type Page, pageOf } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { judge } from './certainty.ts'
import { type Unit, unitsOf } from './units.ts'

/** One statement per clause that asserts something, with who says so, how sure, and the figures and times in it. */
export const statements = defineStage({
  ref: 'statements@1',
  needs: ['sentences', 'tokens', 'quantities', 'times', 'attributions', 'hedges'],
  gives: ['statements'],
  run(document, { sentences, tokens, quantities, times, attributions }) {
    const page = pageOf(document.text, tokens, sentences)
    const places = placesByToken(hedgesOf(page))
    const figures = insideFinder(quantities)
    const dates = insideFinder(times)
    const statements = [...unitsOf(page, attributions)]
      .sort((a, b) => a.first - b.first || b.last - a.last)
      .map((unit): Statement => {
        const words = page.excerpt(unit.first, unit.last)
        const own = attributions[unit.owner]
        const frame = own ? frameOf(page, own) : undefined
        const weakened = hedgesIn(places, unit, frame)
        const { certainty, score } = judge(page, unit, frame, weakened)
        return {
          ...words,
          certainty,
          certaintyScore: score,
          hedges: weakened.map((place) => hedgeOf(page, place)),
          attribution: chainOf(attributions, unit),
          quantities: figures(words),
          times: dates(words),
        }
      })
    return { statements }
  },
})

const hedgeOf = (page: Page, { first, last, cues }: HedgePlace): Hedge => ({
  ...page.excerpt(first, last),
  rule: cues.rule,
})

const placesByToken = (places: readonly HedgePlace[]): ReadonlyMap<number, HedgePlace> =>
  new Map(places.map((place) => [place.first, place]))

function hedgesIn(
  places: ReadonlyMap<number, HedgePlace>,
  ...stretches: readonly (Stretch | undefined)[]
): readonly HedgePlace[] {
  const found: HedgePlace[] = []
  for (const stretch of stretches) {
    for (let i = stretch?.first ?? 0; i < (stretch?.last ?? 0); i++) {
      const place = places.get(i)
      if (place) found.push(place)
    }
  }
  return found.sort((a, b) => a.first - b.first)
}

/** The tokens of an attribution's cue. */
function frameOf(page: Page, attribution: Attribution): Stretch | undefined {
  const cue = attribution.cue[0]
  if (!cue) return undefined
  const first = firstAt(page.tokens, cue.start)
  return { first, last: firstAt(page.tokens, cue.end) }
}

/** Attributions from the outermost to the one that reports the clause; voices that the text hides are no link. */
function chainOf(attributions: readonly Attribution[], { owner }: Unit): readonly number[] {
  const chain: number[] = []
  let at: number | null = owner
  while (at !== null && at >= 0 && !chain.includes(at) && chain.length < 6) {
    if ((attributions[at]?.source.length ?? 0) > 0) chain.unshift(at)
    at = attributions[at]?.within ?? null
  }
  return chain
}

/** Finds the indices of those spans of a layer that lie in a given span. Layers are in text order. */
function insideFinder(layer: readonly Span[]): (words: Span) => readonly number[] {
  return (words) => {
    const found: number[] = []
    for (let i = firstAt(layer, words.start); i < layer.length; i++) {
      const span = layer[i]
      if (!span || span.start >= words.end) break
      if (contains(words, span)) found.push(i)
    }
    return found
  }
}

function firstAt(layer: readonly Span[], offset: number): number {
  let low = 0
  let high = layer.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((layer[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
