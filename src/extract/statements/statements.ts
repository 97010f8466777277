import type { Attribution } from '../../model/attribution.ts'
import type { Quantity } from '../../model/quantity.ts'
import { contains, type Span } from '../../model/span.ts'
import type { Certainty, Hedge, Statement } from '../../model/statement.ts'
import { firstFrom } from '../../text/in-order.ts'
import type { HedgePlace } from '../hedges/hedges.ts'
import { defineStage } from '../stage.ts'
import { type Page, pageOf } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { assertionsOf } from './assertions.ts'
import { certaintyIn } from './certainty.ts'
import { certaintyScore } from './certainty-score.ts'
import type { Counted } from './counted-things.ts'
import type { EventSigns } from './event-signs.ts'
import type { Unit } from './folded.ts'
import { plainScores } from './plain-scores.ts'
import { tokensBetween } from './units.ts'

/** One statement per clause that asserts something, with who says so, how sure, and the figures and times in it. */
export const statements = defineStage({
  ref: 'statements@3',
  needs: ['sentences', 'tokens', 'quantities', 'times', 'attributions', 'hedges'],
  gives: ['statements'],
  run(document, { sentences, tokens, quantities, times, attributions }) {
    const page = pageOf(document.text, tokens, sentences)
    const figures = insideFinder(quantities)
    const dates = insideFinder(times)
    const counted = countedFinder(page, quantities)
    const statements = assertionsOf(page, attributions, counted).map(
      ({ words: { first, last }, unit, inner, judged, frame, hedges, signs }): Statement => {
        const words = page.excerpt(first, last)
        const { start, end, quote } = words
        const certainty = certaintyIn(page, judged, frame, hedges)
        const certaintyScore = score(signs, certainty)
        const found = hedges.map((place) => hedgeOf(page, place)).sort((a, b) => a.start - b.start)
        const attribution = chainOf(attributions, unit)
        const [quantities, times] = [figures(words), dates(words)]
        // All are kept, and each takes a third of the room when it is not put together from other objects.
        const common = { start, end, quote, certainty, certaintyScore, hedges: found, attribution }
        return inner ? { ...common, inner: true, quantities, times } : { ...common, quantities, times }
      },
    )
    return { statements }
  },
})

const hedgeOf = (page: Page, { first, last, cues }: HedgePlace): Hedge => ({
  ...page.excerpt(first, last),
  rule: cues.rule,
})

/** Of the event itself: "the firm rejected the offer" is denied as an answer, and certainly took place. */
const score = (signs: EventSigns | undefined, certainty: Certainty): number =>
  signs ? certaintyScore(signs) : plainScores[certainty]

/** Attributions from the outermost to the one that reports the clause; voices that the text hides are no link. */
function chainOf(attributions: readonly Attribution[], unit: Unit | undefined): readonly number[] {
  const chain: number[] = []
  // Two reports may each stand within the other: "allegedly" twice in one sentence.
  const walked = new Set<number>()
  let at: number | null = unit?.owner ?? -1
  while (at !== null && at >= 0 && !walked.has(at) && chain.length < 6) {
    walked.add(at)
    if ((attributions[at]?.source.length ?? 0) > 0) chain.unshift(at)
    at = attributions[at]?.within ?? null
  }
  return chain.length === 0 ? noNumbers : chain.slice()
}

/** Most statements have none; and a list as it grew has room for sixteen numbers. */
const noNumbers: readonly number[] = []

/** Finds the numbers that stand in a stretch, by a table of how many stand before each token. */
function countedFinder(page: Page, quantities: readonly Quantity[]): (words: Stretch) => readonly Counted[] {
  const counted = quantities.map((quantity) => ({ ...tokensBetween(page, quantity), quantity }))
  const before = new Int32Array(page.tokens.length + 2)
  for (const { first } of counted) before[first + 1] = (before[first + 1] ?? 0) + 1
  for (let i = 0; i <= page.tokens.length; i++) before[i + 1] = (before[i + 1] ?? 0) + (before[i] ?? 0)
  return ({ first, last }) => counted.slice(before[first], before[last])
}

/** Finds the indices of those spans of a layer that lie in a given span. Layers are in text order. */
function insideFinder(layer: readonly Span[]): (words: Span) => readonly number[] {
  return (words) => {
    const found: number[] = []
    for (let i = firstFrom(layer, words.start); i < layer.length; i++) {
      const span = layer[i]
      if (!span || span.start >= words.end) break
      if (contains(words, span)) found.push(i)
    }
    return found.length === 0 ? noNumbers : found.slice()
  }
}
