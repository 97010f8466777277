import { anybody, light } from '../../language/en/concepts.ts'
import { overlap } from '../../model/span.ts'
import { tokenRange } from '../../provenance/claims/content.ts'
import { type Weigher, weigherOf } from '../../provenance/claims/similarity.ts'
import { wordsShared } from '../drift/counterparts.ts'
import type { Told } from '../told.ts'
import type { Point } from './points.ts'
import type { Strand } from './series.ts'

/**
 * Which strands of different claims are one series, as pairs of their indices: the same thing counted at the same rate, of
 * the same subject, at another time or of another standing. "How many now" and "how many planned" are two questions, and
 * so two claims, but one line on a plot.
 */
export function linksBetween(strands: readonly Strand[]): readonly (readonly [number, number])[] {
  const weigh = weigherOf(strands.flatMap(({ points }) => points.map(({ told }) => told.content)))
  const byThing = new Map<string, { readonly strand: number; readonly point: Point }[]>()
  for (const [strand, { points }] of strands.entries())
    for (const point of points.slice(0, most)) {
      if (point.thing === null) continue
      const key = `${point.kind} of ${point.thing}`
      const list = byThing.get(key)
      if (list) list.push({ strand, point })
      else byThing.set(key, [{ strand, point }])
    }
  return [...byThing.values()].flatMap((all) => {
    const compared = all.slice(0, crowd)
    return compared.flatMap((a, i) =>
      compared
        .slice(i + 1)
        .filter((b) => a.strand !== b.strand && isOneSeries(a.point, b.point, weigh))
        .map((b) => [a.strand, b.strand] as const),
    )
  })
}

/** Figures of one claim, and figures of one thing, that are looked at; more of them are repetition. */
const [most, crowd] = [20, 120]

function isOneSeries(a: Point, b: Point, weigh: Weigher): boolean {
  const differ = a.standing !== b.standing || (a.dated !== null && b.dated !== null && a.dated !== b.dated)
  if (!differ) return false
  const near = sentencesApart(a, b)
  if (near === 0) return a.moves || b.moves
  if (!(a.moves || b.moves || sharesDeed(a.told, b.told)) || namesClash(a.told, b.told)) return false
  return wordsShared(a.told, b.told, weigh) + hints(a, b, near) >= alike
}

/** What speaks for one subject besides the words: a rate, a sentence beside, a word for movement. People are counted everywhere. */
function hints(a: Point, b: Point, near: number): number {
  const rate = a.per !== null && a.per === b.per ? 0.15 : 0
  const moves = a.moves || b.moves ? 0.1 : 0
  const anything = anybody.has(a.thing ?? '') ? -0.15 : 0
  return rate + moves + anything + (near === 1 ? 0.15 : 0)
}

/** Words in common and hints together, from which two figures are of one subject. Set by eye on the public "retold" stories. */
const alike = 0.55

/** Sentences from the one figure to the other; infinite between documents. */
function sentencesApart(a: Point, b: Point): number {
  return a.told.document === b.told.document ? Math.abs(sentenceOf(a) - sentenceOf(b)) : Number.POSITIVE_INFINITY
}

function sentenceOf({ told: { reading }, figure }: Point): number {
  const [first] = tokenRange(reading.tokens, figure)
  return reading.tokens[first]?.sentence ?? 0
}

/** The same is done with what is counted: employed, exported, housed. */
function sharesDeed(a: Told, b: Told): boolean {
  const deeds = new Set(deedsIn(a))
  return deedsIn(b).some((deed) => deeds.has(deed))
}

const deedsIn = ({ reading, content }: Told): readonly string[] =>
  reading.tokens
    .slice(...tokenRange(reading.tokens, content))
    .filter(({ pos, lemma }) => pos === 'VERB' && !light.has(lemma))
    .map(({ lemma }) => lemma)

/** Each names somebody or some place, and none that the other names. */
function namesClash(a: Told, b: Told): boolean {
  const [x, y] = [namesIn(a), namesIn(b)]
  return x.size > 0 && y.size > 0 && ![...x].some((name) => y.has(name))
}

/** The names in a statement; those of months and days are none. */
function namesIn({ reading, content }: Told): ReadonlySet<string> {
  const times = (reading.statements[content.statement]?.times ?? []).flatMap((at) => reading.times[at] ?? [])
  const named = reading.tokens
    .slice(...tokenRange(reading.tokens, content))
    .filter((token) => token.pos === 'PROPN' && !times.some((time) => overlap(time, token) > 0))
  return new Set(named.map(({ lower }) => lower))
}
