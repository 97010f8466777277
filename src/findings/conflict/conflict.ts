import type { Aspect, Finding } from '../../model/finding.ts'
import { agree, rangeOf } from '../../provenance/claims/figures.ts'
import { comparable } from '../../provenance/claims/similarity.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn, upstreamOf } from '../told.ts'

/** How alike two figures must be in what they count before they can contradict each other. */
const comparableEnough = 0.4
/** Days between two statements after which a different figure is another state, not a contradiction. */
const sameState = 3

/** Statements from different origins that cannot both hold. One finding per claim and aspect: the closest in time. */
export function conflicts(context: FindingContext): readonly Finding[] {
  const upstream = upstreamOf(context)
  const found: Finding[] = []
  for (const [claim, told] of toldIn(context)) {
    const documents = new Set(told.map(({ document }) => document))
    const sides = told.filter((one) => hasOrigin(one, upstream, documents))
    for (const aspect of ['figure', 'polarity'] as const) {
      const pair = closestPair(sides, aspect)
      if (pair) found.push(findingOf(claim, aspect, pair, context))
    }
  }
  return found
}

/** Somebody stands behind it: a voice, or the outlet itself where it retells nobody. */
const hasOrigin = (one: Told, upstream: ReturnType<typeof upstreamOf>, documents: ReadonlySet<string>): boolean =>
  one.body !== null ||
  (!one.content.headline && !upstream(one.document).some((level) => level.some((id) => documents.has(id))))

function closestPair(sides: readonly Told[], aspect: 'figure' | 'polarity'): readonly [Told, Told] | null {
  let best: { readonly pair: readonly [Told, Told]; readonly distance: number } | null = null
  for (const a of sides.slice(0, 200)) {
    for (const b of sides.slice(0, 200)) {
      if (a === b || sideOf(a) === sideOf(b) || a.id >= b.id) continue
      if (aspect === 'figure' ? !figuresClash(a, b) : !denies(a, b)) continue
      const distance = days(a, b)
      if (best === null || distance < best.distance) best = { pair: [a, b], distance }
    }
  }
  return best?.pair ?? null
}

const sideOf = ({ body, publisher, document }: Told): string => body ?? publisher ?? document

function figuresClash(a: Told, b: Told): boolean {
  if (!a.answer || !b.answer || days(a, b) > sameState) return false
  if ([a, b].some(({ content }) => content.certainty === 'denied')) return false
  if ((a.content.certainty === 'planned') !== (b.content.certainty === 'planned')) return false
  return (
    comparable(a.answer, b.answer) >= comparableEnough && !agree(rangeOf(a.answer.quantity), rangeOf(b.answer.quantity))
  )
}

const denies = (a: Told, b: Told): boolean =>
  (a.content.certainty === 'denied') !== (b.content.certainty === 'denied') && a.body !== null && b.body !== null

function days(a: Told, b: Told): number {
  const [x, y] = [Date.parse(a.published ?? ''), Date.parse(b.published ?? '')]
  return Number.isNaN(x) || Number.isNaN(y) ? 0 : Math.abs(x - y) / 86_400_000
}

function findingOf(claim: string, aspect: Aspect, [a, b]: readonly [Told, Told], context: FindingContext): Finding {
  const nameOf = (one: Told): string =>
    context.voices.sources.find(({ id }) => id === one.voices.at(-1))?.name ?? one.outlet
  const quote = (one: Told): string => one.content.quote.replace(/\s+/g, ' ').slice(0, 110)
  return {
    kind: 'conflict',
    aspect,
    claim,
    from: a.id,
    to: b.id,
    statements: [a.id, b.id],
    says: `These cannot both hold: ${nameOf(a)}, “${quote(a)}”, and ${nameOf(b)}, “${quote(b)}”.`,
    rule: aspect === 'figure' ? 'conflict/figure' : 'conflict/denial',
  }
}
