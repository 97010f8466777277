import type { Quantity } from '../../model/quantity.ts'

/** Bounds of a figure in the base unit of what it measures; an open bound is infinite. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** What a unit measures and how many base units it is. Currencies are all `money`, each a dimension of its own in amount. */
export interface Measured {
  readonly dimension: string
  readonly factor: number
}

/** Two figures agree when one is the other rounded: "nearly 26,000" for 25,900. Convention of the public "retold" annotation: under 3 %. */
export const rounding = 0.03

const dimensions: Readonly<Record<string, Measured>> = {
  metre: { dimension: 'length', factor: 1 },
  kilometre: { dimension: 'length', factor: 1000 },
  centimetre: { dimension: 'length', factor: 0.01 },
  millimetre: { dimension: 'length', factor: 0.001 },
  mile: { dimension: 'length', factor: 1609.344 },
  foot: { dimension: 'length', factor: 0.3048 },
  yard: { dimension: 'length', factor: 0.9144 },
  inch: { dimension: 'length', factor: 0.0254 },
  hectare: { dimension: 'area', factor: 1e4 },
  acre: { dimension: 'area', factor: 4046.856 },
  'square metre': { dimension: 'area', factor: 1 },
  'square kilometre': { dimension: 'area', factor: 1e6 },
  'square mile': { dimension: 'area', factor: 2.589988e6 },
  'square foot': { dimension: 'area', factor: 0.09290304 },
  'cubic metre': { dimension: 'volume', factor: 1 },
  litre: { dimension: 'volume', factor: 0.001 },
  barrel: { dimension: 'volume', factor: 0.158987 },
  gallon: { dimension: 'volume', factor: 0.003785 },
  tonne: { dimension: 'mass', factor: 1000 },
  ton: { dimension: 'mass', factor: 1000 },
  'metric ton': { dimension: 'mass', factor: 1000 },
  kilogram: { dimension: 'mass', factor: 1 },
  gram: { dimension: 'mass', factor: 0.001 },
  pound: { dimension: 'mass', factor: 0.453592 },
  second: { dimension: 'time', factor: 1 },
  minute: { dimension: 'time', factor: 60 },
  hour: { dimension: 'time', factor: 3600 },
  day: { dimension: 'time', factor: 86400 },
  week: { dimension: 'time', factor: 604800 },
  month: { dimension: 'time', factor: 2629800 },
  year: { dimension: 'time', factor: 31557600 },
  percentage: { dimension: 'share', factor: 1 },
  percent: { dimension: 'share', factor: 1 },
}

const currencies = new Set(
  'dollar euro pound-sterling sterling yen yuan rouble ruble franc peso shilling lev krone krona rupee rand won lira tenge real naira dirham riyal zloty koruna forint hryvnia dinar baht rupiah ringgit leu kuna cedi birr metical kwacha afghani taka dong colon sol guarani boliviano quetzal lempira'.split(
    ' ',
  ),
)

/** What a unit measures; a plain count has the dimension `count`. An unknown unit is its own dimension. */
export function measured(unit: string | null): Measured {
  if (unit === null) return { dimension: 'count', factor: 1 }
  return dimensions[unit] ?? { dimension: isMoney(unit) ? 'money' : unit, factor: 1 }
}

export const isMoney = (unit: string | null): boolean =>
  unit !== null && (currencies.has(unit) || currencies.has(unit.split(' ').at(-1) ?? ''))

/** The bounds of a quantity in base units. */
export function rangeOf({ low, high, unit }: Pick<Quantity, 'low' | 'high' | 'unit'>): Range {
  const { factor } = measured(unit)
  return {
    low: low === null ? Number.NEGATIVE_INFINITY : low * factor,
    high: high === null ? Number.POSITIVE_INFINITY : high * factor,
  }
}

/** The number a figure is about: its only bound, or the middle of both. */
export function pointOf(range: Range): number {
  if (!Number.isFinite(range.low)) return range.high
  if (!Number.isFinite(range.high)) return range.low
  return (range.low + range.high) / 2
}

/** Could both hold? Ranges that meet, or differ by rounding only. */
export function agree(a: Range, b: Range): boolean {
  if (a.low <= b.high && b.low <= a.high) return true
  const [below, above] = a.high < b.low ? [a.high, b.low] : [b.high, a.low]
  return above - below <= rounding * Math.max(Math.abs(above), Math.abs(below))
}

/** The same number, whatever its bounds say: "more than 300" and "300". */
export function samePoint(a: Range, b: Range): boolean {
  const [x, y] = [pointOf(a), pointOf(b)]
  return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y))
}
