import type { Series, SeriesPoint } from '../../model/report.ts'
import { dayWords } from './day-words.ts'
import { numberWords } from './figure-words.ts'
import { type Lookup, nameOf } from './lookup.ts'
import { pointWords } from './series-view.ts'

/** The figures of one series placed for a drawing, in pixels: whoever draws it only has to put the marks where they stand. */
export interface SeriesPlot {
  readonly width: number
  readonly height: number
  /** Where the drawing of figures begins and ends. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly { readonly y: number; readonly words: string }[]
  readonly days: readonly { readonly at: number; readonly words: string }[]
  /** Stretches of the width for what has a day and what has none. */
  readonly bands: readonly {
    readonly name: BandName
    readonly from: number
    readonly to: number
    readonly words: string
  }[]
  readonly dots: readonly PlacedDot[]
  /** All of it in words. */
  readonly spoken: string
}

export interface PlacedDot extends Dot {
  readonly at: number
  readonly y1: number
  readonly y2: number
  readonly middle: number
}

/** How an origin is marked. */
export interface DotMark {
  readonly letter: string
  /** 1..8 */
  readonly hue: number
  readonly name: string
}

/**
 * One dot per statement in the colour of its origin, bounds as bars, plans hollow. What has a day stands on the axis of time; what has
 * none stands beside it, the former to the left, the planned to the right. Undefined when there are not two figures to compare.
 */
export function seriesPlotOf(
  held: Lookup,
  markOf: (origin: string) => DotMark | undefined,
  series: Series | undefined,
): SeriesPlot | undefined {
  const all = together(
    (series?.points ?? [])
      .map((point) => dot(held, markOf, point, series?.unit ?? null))
      .filter((made) => made !== undefined),
  )
  if (all.length < 2) return undefined
  const bands = bandsOf(all)
  const x = across(bands, all)
  const values = all.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null)
  const y = scale(extent(values), [HEIGHT - BOTTOM, TOP], 0.12)
  const dots = spread(all, y)
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    right: WIDTH - RIGHT,
    top: TOP,
    bottom: HEIGHT - BOTTOM,
    ticks: ticks(extent(values)).map((value) => ({ y: round(y(value)), words: numberWords(value) })),
    days: ticksOfDays(dots, x).map(({ at, words }) => ({ at: round(at), words })),
    bands: bands.map((band) => ({ ...band, words: band.name === 'time' ? '' : bandWords(band.name, bands) })),
    dots: dots.map((each) => placed(each, x, y)),
    spoken: spoken(dots),
  }
}

function placed(each: Dot, x: (dot: Dot) => number, y: Scale): PlacedDot {
  const { low, high, shift } = each
  return {
    ...each,
    at: round(Math.min(x(each) + shift, WIDTH - RIGHT)),
    y1: round(high === null ? TOP : y(high)),
    y2: round(low === null ? HEIGHT - BOTTOM : y(low)),
    middle: round(low === null ? y(high ?? 0) : high === null ? y(low) : (y(low) + y(high)) / 2),
  }
}

interface Dot {
  readonly point: SeriesPoint
  readonly band: BandName
  /** Days since 1970; 0 where it has no day. */
  readonly day: number
  readonly low: number | null
  readonly high: number | null
  readonly hue: number
  readonly letter: string
  readonly words: string
  /** How many statements it stands for. */
  readonly times: number
  /** Sideways step, so that figures of one day stand beside each other. */
  readonly shift: number
}

type Scale = (value: number) => number

/** Where on the plot a figure belongs: on the axis of time, or beside it because it has no day. */
export type BandName = 'before' | 'time' | 'undated' | 'planned'

interface Band {
  readonly name: BandName
  readonly from: number
  readonly to: number
}

/** The bands that have figures, from left to right. Without an axis of time they share the width. */
function bandsOf(dots: readonly Dot[]): readonly Band[] {
  const names = (['before', 'undated', 'time', 'planned'] as const).filter((name) =>
    dots.some(({ band }) => band === name),
  )
  const whole = WIDTH - RIGHT - LEFT
  const beside = names.includes('time') ? BESIDE : whole / names.length
  let from = LEFT
  return names.map((name) => {
    const to = from + (name === 'time' ? whole - (names.length - 1) * BESIDE : beside)
    const band = { name, from, to }
    from = to
    return band
  })
}

/** What has no day but is so is said of now, unless others have a day. */
function bandWords(name: BandName, bands: readonly Band[]): string {
  if (name !== 'undated') return name
  return bands.some((other) => other.name === 'time') ? 'no date' : 'now'
}

function across(bands: readonly Band[], dots: readonly Dot[]): (dot: Dot) => number {
  const dated = dots.filter(({ band }) => band === 'time').map(({ day }) => day)
  const scales = new Map(
    bands.map(({ name, from, to }): [BandName, Scale] => [
      name,
      name === 'time' ? scale(extent(dated), [from, to], bands.length > 1 ? 0.12 : 0.04) : () => (from + to) / 2,
    ]),
  )
  return ({ band, day }) => scales.get(band)?.(day) ?? LEFT
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [720, 240, 84, 24, 16, 36]

/** Width of a band beside the axis of time. */
const BESIDE = 120

function dot(
  held: Lookup,
  markOf: (origin: string) => DotMark | undefined,
  point: SeriesPoint,
  unit: string | null,
): Dot | undefined {
  const day = point.when ? dayNumber(point.when) : undefined
  if (point.low === null && point.high === null) return undefined
  const badge = point.origin ? markOf(point.origin) : undefined
  const statement = held.statements.get(point.statement)
  const outlet = statement ? nameOf(held, statement.document) : ''
  const said = badge
    ? `${badge.name}${badge.name === outlet ? '' : `, in ${outlet}`}`
    : `${outlet}, origin not established`
  const when = point.when ? `${dayWords(point.when)}: ` : ''
  return {
    point,
    band: day !== undefined ? 'time' : point.standing === 'former' ? 'before' : point.planned ? 'planned' : 'undated',
    day: day ?? 0,
    low: point.low,
    high: point.high,
    hue: badge?.hue ?? 0,
    letter: badge?.letter ?? '?',
    words: `${when}${pointWords(held, point, unit)}${point.standing === 'actual' ? '' : STANDING[point.standing]} (${said})`,
    times: 1,
    shift: 0,
  }
}

const STANDING = { former: ' before', planned: ' planned' } as const

/** The same figure of the same origin for the same day is one dot, however many print it. */
function together(dots: readonly Dot[]): readonly Dot[] {
  const made = new Map<string, Dot>()
  for (const each of dots) {
    const key = `${each.band} ${each.day} ${each.low} ${each.high} ${each.letter} ${each.point.standing}`
    const before = made.get(key)
    made.set(key, before ? { ...before, times: before.times + 1 } : each)
  }
  return [...made.values()].map((each) =>
    each.times > 1 ? { ...each, words: `${each.words}, and ${each.times - 1} more` } : each,
  )
}

/** Of the dots of one day, those that would cover each other step aside, each into the first lane where it has room. */
function spread(dots: readonly Dot[], y: Scale): readonly Dot[] {
  const lanes = new Map<string, (readonly [number, number])[][]>()
  return dots.map((each) => {
    const [top, bottom] = reach(each, y)
    const place = `${each.band} ${each.day}`
    const day = lanes.get(place) ?? []
    lanes.set(place, day)
    let lane = day.findIndex((taken) => taken.every(([from, to]) => bottom < from || top > to))
    if (lane < 0) lane = day.push([]) - 1
    day[lane]?.push([top, bottom])
    return { ...each, shift: lane * LANE }
  })
}

/** Wide enough for a dot and the number beside it. */
const LANE = 46

/** The heights that a dot and its bar take. */
function reach({ low, high }: Dot, y: Scale): readonly [number, number] {
  const [top, bottom] = [high === null ? TOP : y(high), low === null ? HEIGHT - BOTTOM : y(low)]
  return [top - 10, bottom + 10]
}

function spoken(dots: readonly Dot[]): string {
  return `${dots.length} figures. ${dots.map(({ words }) => words).join('; ')}`
}

/** Days since 1970 of the first day a date can mean; undefined for what is no date (`PAST_REF`, `XXXX-XX-XX`). */
function dayNumber(when: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:$|T)/.exec(when) ?? []
  if (!year) return undefined
  return Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)) / 86_400_000
}

function scale([low, high]: readonly [number, number], [from, to]: readonly [number, number], air: number): Scale {
  const margin = high === low ? Math.abs(high) * 0.1 + 1 : (high - low) * air
  const [start, size] = [low - margin, high - low + 2 * margin]
  return (value) => from + ((value - start) / size) * (to - from)
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

/** Three to six round numbers from one value to another (1, 2, 5 times a power of ten). */
function ticks([low, high]: readonly [number, number]): readonly number[] {
  if (low === high) return [low]
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough
  const first = Math.ceil(low / step)
  const last = Math.floor(high / step)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** The days to name under the axis: those that have room. */
function ticksOfDays(
  dots: readonly Dot[],
  x: (dot: Dot) => number,
): readonly { readonly at: number; readonly words: string }[] {
  const named: { at: number; words: string }[] = []
  for (const dot of dots.filter(({ band }) => band === 'time').sort((a, b) => a.day - b.day)) {
    const at = x(dot)
    if (at - (named.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= LABEL)
      named.push({ at, words: dayWords(dot.point.when ?? '') })
  }
  return named
}

/** Width of "21 September 2025" and a gap. */
const LABEL = 116

function round(value: number): number {
  return Math.round(value * 10) / 10
}
