import { anybody } from '../../language/en/concepts.ts'
import { sameRole } from '../../language/en/roles.ts'
import type { Series, SeriesPoint } from '../../model/report.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn } from '../told.ts'
import { linksBetween } from './links.ts'
import { type MeasureLookup, type Point, pointsOf } from './points.ts'

/**
 * The figures of one thing over time, each with who gave it and whether it is so yet: "2,000 a month now, 5,000 planned".
 * Only figures of one kind stand in a series: a rate never beside a total, dollars never beside kroner, tanks never beside
 * crews. The figures of one claim make one; those of another claim join it where they count the same thing of the same
 * subject at another time or of another standing. One figure makes none.
 */
export function series(context: FindingContext): readonly Series[] {
  const byClaim = toldIn(context)
  const measureAt = measuresIn([...byClaim.values()].flat())
  const strands = [...byClaim].flatMap(([claim, told]) =>
    strandsOf(told.flatMap((one) => pointsOf(one, measureAt))).map((points): Strand => ({ claim, points })),
  )
  return joined(strands, linksBetween(strands)).flatMap((members) => {
    const [first] = members
    const points = once(members.flatMap(({ points }) => points))
    const [one] = points
    if (!first || !one || points.length < 2) return []
    const { of, unit, per } = points.find((point) => point.per !== null) ?? one
    const claims = [...new Set(members.map(({ claim }) => claim))]
    return [{ claim: first.claim, claims, of, unit, per, points: points.map(pointOf).sort(inOrder) }]
  })
}

/** Figures of one claim that count the same thing at the same rate. */
export interface Strand {
  readonly claim: string
  readonly points: readonly Point[]
}

function measuresIn(told: readonly Told[]): MeasureLookup {
  const known = new Map(
    told.flatMap(({ document, content }) =>
      content.measures.map((measure) => [`${document} ${measure.index}`, measure] as const),
    ),
  )
  return (document, quantity) => known.get(`${document} ${quantity}`)
}

/** The points parted by what they count; each stands with the first it can be compared with. */
function strandsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const strands: Point[][] = []
  for (const point of points) {
    const strand = strands.find(([first]) => first !== undefined && ofOneThing(first, point))
    if (strand) strand.push(point)
    else strands.push([point])
  }
  return strands
}

/** Within a claim: what is counted may be left out, or named more loosely; the dead are never the missing. */
function ofOneThing(a: Point, b: Point): boolean {
  if (a.kind !== b.kind) return false
  if (a.unit !== null || a.thing === null || b.thing === null || a.thing === b.thing) return true
  if (a.fate !== null && b.fate !== null) return false
  return isAnybody(a.thing) || isAnybody(b.thing) || sameRole(a.thing, b.thing)
}

const isAnybody = (thing: string): boolean => thing === 'people' || anybody.has(thing)

/** Strands that links lead to from each other, in the order of their first. */
function joined(
  strands: readonly Strand[],
  links: readonly (readonly [number, number])[],
): readonly (readonly Strand[])[] {
  const root = strands.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (root[at] !== undefined && root[at] !== at) at = root[at] ?? at
    return at
  }
  for (const [a, b] of links) root[Math.max(find(a), find(b))] = Math.min(find(a), find(b))
  const groups = new Map<number, Strand[]>()
  for (const [i, strand] of strands.entries()) {
    const group = groups.get(find(i))
    if (group) group.push(strand)
    else groups.set(find(i), [strand])
  }
  return [...groups.values()]
}

/** Statements may overlap: one figure of a text is one point. */
function once(points: readonly Point[]): readonly Point[] {
  return [...new Map(points.map((point) => [`${point.told.document} ${point.figure.start}`, point])).values()]
}

/** A figure that is so holds for the day of publication where the text gives no date; a former or a planned one does not. */
const pointOf = ({ told, figure, standing, dated }: Point): SeriesPoint => ({
  statement: told.id,
  origin: told.body,
  when: dated ?? (standing === 'actual' ? (told.published?.slice(0, 10) ?? null) : null),
  ...figure,
  planned: standing === 'planned',
  standing,
})

/** In time; without a date, the former come first and the planned last. */
function inOrder(a: SeriesPoint, b: SeriesPoint): number {
  const [x, y] = [placeOf(a), placeOf(b)]
  return x - y || byCodeUnit(a.when ?? '', b.when ?? '') || byCodeUnit(a.statement, b.statement) || a.start - b.start
}

const placeOf = ({ standing, when }: SeriesPoint): number =>
  standing === 'former' && when === null ? 0 : standing === 'planned' && when === null ? 2 : 1
