import type { Series, SeriesPoint } from '../../model/report.ts'
import { dayWords } from './day-words.ts'
import { amountWords, count, thingWords } from './figure-words.ts'
import { type Lookup, nameOf } from './lookup.ts'
import { oneLine } from './plain.ts'
import { series as listed } from './summary.ts'

/** The figures of one thing that changed over time or are planned to, gathered for a reader. */
export interface SeriesView {
  readonly series: Series
  /** "Drones a month: about 2,000 now (nobody named, in Daily Flare); 5,000 planned (…)". */
  readonly words: string
}

/** The series in which a figure moves, those with a plan or of several claims first. What is only repeated tells nothing more. */
export function seriesViews(held: Lookup, claims: ReadonlySet<string> | null = null): readonly SeriesView[] {
  return held.report.series
    .filter((series) => moves(series) && (claims === null || series.claims.some((id) => claims.has(id))))
    .map((series) => ({ series, words: seriesWords(held, series) }))
    .sort((a, b) => Number(isPlain(a.series)) - Number(isPlain(b.series)))
}

/**
 * A plan or a former figure stands beside another one, or one voice gives another figure on another day. What two voices give is
 * an answer each, and no movement.
 */
export function moves({ points }: Series): boolean {
  if (differ(points, ({ standing }) => standing)) return true
  const known = new Map<string, SeriesPoint[]>()
  for (const point of points) {
    if (point.origin === null || point.when === null) continue
    const own = known.get(point.origin)
    if (own) own.push(point)
    else known.set(point.origin, [point])
  }
  return [...known.values()].some((own) => differ(own, ({ when }) => when))
}

/** Some two of them differ in their figure and in this as well. */
const differ = (points: readonly SeriesPoint[], aspect: (point: SeriesPoint) => string | null): boolean =>
  new Set(points.map(aspect)).size > 1 && new Set(points.map(({ low, high }) => `${low} ${high}`)).size > 1

const isPlain = ({ claims, points }: Series): boolean =>
  claims.length === 1 && points.every(({ standing }) => standing === 'actual')

/** A series in one sentence, every figure with who gave it. */
export function seriesWords(held: Lookup, series: Series): string {
  const steps = stepsOf(series.points)
  const left = steps.length - MOST_STEPS
  const shown = left > 0 ? [...steps.slice(0, MOST_STEPS / 2), null, ...steps.slice(-MOST_STEPS / 2)] : steps
  const parts = shown.map((step) => (step ? stepWords(held, series, step) : `… ${count(left, 'figure')} more …`))
  const thing = `${series.unit === 'percentage' ? 'share ' : ''}${thingWords(series)}`.trim()
  return `${thing ? `${thing.slice(0, 1).toUpperCase()}${thing.slice(1)}: ` : ''}${parts.join('; ')}.`
}

/** Figures of a long series that are told in words, an even number; all of them are in the plot. */
const MOST_STEPS = 6

/** The same figure of the same standing, told once from its first day on. */
function stepsOf(points: readonly SeriesPoint[]): readonly (readonly [SeriesPoint, ...SeriesPoint[]])[] {
  const steps = new Map<string, [SeriesPoint, ...SeriesPoint[]]>()
  for (const point of points) {
    const key = `${point.low} ${point.high} ${point.standing}`
    const step = steps.get(key)
    if (step) step.push(point)
    else steps.set(key, [point])
  }
  return [...steps.values()]
}

function stepWords(held: Lookup, { unit, points }: Series, step: readonly [SeriesPoint, ...SeriesPoint[]]): string {
  const [first] = step
  const origins = [...new Set(step.flatMap(({ origin }) => (origin === null ? [] : [nameOf(held, origin)])))]
  const outlets = [
    ...new Set(
      step.flatMap(({ statement }) => {
        const said = held.statements.get(statement)
        return said ? [nameOf(held, said.document)] : []
      }),
    ),
  ].filter((outlet) => !origins.includes(outlet))
  const who = origins.length > 0 ? listed(origins) : 'nobody named'
  const where =
    outlets.length === 0 ? '' : `, in ${outlets.length > 2 ? count(outlets.length, 'report') : listed(outlets)}`
  return `${pointWords(held, first, unit)}${timeWords(first, points)} (${who}${where})`
}

/** The figure of one point with its doubt: "about 2,000". */
export function pointWords(held: Lookup, point: SeriesPoint, unit: string | null): string {
  const figures = held.statements.get(point.statement)?.figures ?? []
  const whole = figures.find(({ start, end }) => start === point.start && end === point.end)
  const { approximate = false, vague = false } = whole ?? {}
  return amountWords({
    ...point,
    approximate,
    vague,
    quote: oneLine(point.quote),
    unit: unit === 'percentage' ? unit : null,
  })
}

/** When it holds, in words that stand after the figure. */
function timeWords({ standing, when }: SeriesPoint, points: readonly SeriesPoint[]): string {
  const day = when === null ? '' : dayWords(when)
  if (standing === 'planned') return day ? ` planned for ${day}` : ' planned'
  if (standing === 'former') return day ? ` before, ${day}` : ' before'
  if (day) return /^\d+ /.test(day) ? ` on ${day}` : ` in ${day}`
  return points.some((other) => other.standing !== 'actual') ? ' now' : ''
}
