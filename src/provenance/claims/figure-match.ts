import type { Measure } from './content.ts'
import { measured, rangeOf, samePoint } from './figures.ts'
import { apart, comparable } from './similarity.ts'

/** How the figures of two statements stand to each other. */
export interface FigureMatch {
  /** Both give figures; neither does. */
  readonly both: boolean
  readonly neither: boolean
  /** Best that any two of them can be compared, 0..1, or `apart` (also when one gives none). */
  readonly best: number
  /** The same of the first figures of both. */
  readonly first: number
  /** An equal number of some size: 1 of things that compare, .3 of others. */
  readonly equal: number
  readonly anyEqual: boolean
  readonly sameHead: boolean
  readonly sameUnit: boolean
  readonly sameFate: boolean
  readonly otherFate: boolean
  readonly people: boolean
  /** How near different numbers of comparable things are: 1 equal, 0 three times as many. */
  readonly near: number
  /** All figures of the one measure something else than all of the other: lengths and shares. Plain counts are left out. */
  readonly otherDimension: boolean
  /** No two figures count the same kind of thing, though both count. */
  readonly otherCounted: boolean
  /** Figures of both count something, nowhere the same by its concept. */
  readonly kindsDiffer: boolean
  /** The one gives amounts of a unit, the other plain counts. */
  readonly unitAgainstCount: boolean
  /** Each gives one figure only. */
  readonly single: boolean
}

/** Most figures of a statement that are looked at. */
const most = 6

/** Compares the figures of two statements, each with each. */
export function matchFigures(a: readonly Measure[], b: readonly Measure[]): FigureMatch {
  const pairs = a.slice(0, most).flatMap((x) => b.slice(0, most).map((y) => pairOf(x, y)))
  const highest = (of: (pair: Pair) => number, least: number) =>
    pairs.reduce((top, pair) => Math.max(top, of(pair)), least)
  return {
    both: a.length > 0 && b.length > 0,
    neither: a.length === 0 && b.length === 0,
    best: highest(({ score }) => score, apart),
    first: pairs[0]?.score ?? apart,
    equal: highest(({ equal, large, score }) => (equal && large ? (score > apart ? 1 : 0.3) : 0), 0),
    anyEqual: pairs.some(({ equal }) => equal),
    sameHead: pairs.some(({ x, y }) => x.head !== null && x.head === y.head),
    sameUnit: pairs.some(({ x, y }) => x.quantity.unit !== null && x.quantity.unit === y.quantity.unit),
    sameFate: pairs.some(({ x, y }) => x.fate !== null && x.fate === y.fate),
    otherFate: pairs.some(({ x, y }) => x.fate !== null && y.fate !== null && x.fate !== y.fate),
    people: pairs.some(({ x, y }) => x.person && y.person),
    near: highest(({ near }) => near, 0),
    otherDimension: pairs.length > 0 && pairs.every(({ x, y }) => bothUnits(x, y) && dimensionOf(x) !== dimensionOf(y)),
    otherCounted:
      pairs.some(({ x, y }) => noUnits(x, y)) && pairs.every(({ x, y, score }) => !noUnits(x, y) || score === apart),
    kindsDiffer: pairs.length > 0 && pairs.every(({ x, y }) => noUnits(x, y) && x.head !== y.head),
    unitAgainstCount: pairs.length > 0 && pairs.every(({ x, y }) => !bothUnits(x, y) && !noUnits(x, y)),
    single: a.length === 1 && b.length === 1,
  }
}

interface Pair {
  readonly x: Measure
  readonly y: Measure
  readonly score: number
  readonly equal: boolean
  readonly large: boolean
  readonly near: number
}

function pairOf(x: Measure, y: Measure): Pair {
  const score = comparable(x, y)
  const equal = samePoint(rangeOf(x.quantity), rangeOf(y.quantity))
  const [p, q] = [sizeOf(x), sizeOf(y)]
  const near = p > 0 && q > 0 && !equal && score > apart ? 1 - Math.min(1, Math.abs(Math.log(p / q)) / Math.log(3)) : 0
  return { x, y, score, equal, large: p > 3 || x.quantity.unit !== null, near }
}

const sizeOf = ({ quantity }: Measure): number => Math.abs(quantity.low ?? quantity.high ?? 0)

const dimensionOf = ({ quantity }: Measure): string => measured(quantity.unit).dimension
const bothUnits = (x: Measure, y: Measure): boolean => x.quantity.unit !== null && y.quantity.unit !== null
const noUnits = (x: Measure, y: Measure): boolean => x.quantity.unit === null && y.quantity.unit === null
