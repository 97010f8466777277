import { type Magnitude, magnitudes } from '../../language/en/magnitudes.ts'
import type { Unit } from '../../language/en/units.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Atom } from '../numerals/atoms.ts'
import { type Numeral, numeralAt } from '../numerals/numeral.ts'
import { phrasesOf } from '../numerals/phrases.ts'
import { currencyFrom, unitAt } from './unit.ts'

/** A number, a range or a word for a magnitude, with its unit and without what is said around it. */
export interface Expression {
  /** Index of its first atom. */
  readonly first: number
  /** Index of the first atom after the number itself. */
  readonly numberEnd: number
  /** Index of the first atom after number and unit. */
  readonly next: number
  readonly low: number
  readonly high: number
  readonly unit: string | null
  readonly kind: Unit['kind'] | 'count'
  readonly vague: boolean
  readonly about: boolean
  readonly manner: Numeral['manner'] | 'magnitude'
  readonly rule: RuleId
}

/** Reads the expression that begins at an atom. */
export const expressionAt = (atoms: readonly Atom[], at: number): Expression | undefined =>
  magnitudeAt(atoms, at) ?? shareAt(atoms, at) ?? rangeOrNumber(atoms, at)

const vague = phrasesOf(magnitudes.map((magnitude) => [magnitude.words.join(' '), magnitude] as const))

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

function magnitudeAt(atoms: readonly Atom[], at: number): Expression | undefined {
  const found = vague.from(atoms, at)
  if (!found) return undefined
  const magnitude: Magnitude = found.entry
  const of = lowerAt(atoms, found.next) === 'of' ? 1 : 0
  const unit = unitAt(atoms, found.next + of)
  const numberEnd = magnitude.words.at(-1) === 'of' ? found.next - 1 : found.next
  return {
    first: at,
    numberEnd,
    next: unit ? unit.next : numberEnd,
    low: magnitude.low,
    high: magnitude.high,
    unit: unit ? unit.unit.name : null,
    kind: unit ? unit.unit.kind : 'count',
    vague: true,
    about: false,
    manner: 'magnitude',
    rule: magnitude.rule,
  }
}

/** Denominators that "in" makes a share with: "one in five" but not "two in Lyon" or "three in 2019". */
const wholes: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 50, 100, 1000, 10_000, 100_000])

/** Shares in words: "one in seven", "nine out of ten", "62 of every 100", "every third job". */
function shareAt(atoms: readonly Atom[], at: number): Expression | undefined {
  if (lowerAt(atoms, at) === 'every') {
    const ordinal = ['second', 'third', 'fourth', 'fifth', 'tenth'].indexOf(lowerAt(atoms, at + 1))
    const over = [2, 3, 4, 5, 10][ordinal]
    if (over === undefined || /^(?:NOUN|ADJ)$/.test(atoms[at + 2]?.pos ?? '') === false) return undefined
    if (unitAt(atoms, at + 2)?.unit.kind === 'time') return undefined
    return share(at, at + 2, 1 / over)
  }
  const top = numeralAt(atoms, at)
  if (!top || top.manner === 'fraction' || top.scale > 1) return undefined
  const joint = ['out of every', 'out of', 'in every', 'of every', 'in'].find((words) =>
    words.split(' ').every((word, i) => lowerAt(atoms, top.next + i) === word),
  )
  if (!joint) return undefined
  const whole = numeralAt(atoms, top.next + joint.split(' ').length)
  if (!whole || !wholes.has(whole.value) || top.value >= whole.value || !Number.isInteger(top.value)) return undefined
  if (joint === 'in' && (top.value > 19 || unitAt(atoms, whole.next)?.unit.kind === 'time')) return undefined
  return share(at, whole.next, top.value / whole.value)
}

const share = (first: number, next: number, part: number): Expression => ({
  first,
  numberEnd: next,
  next,
  ...single(percent(part)),
  unit: 'percentage',
  kind: 'share',
  vague: false,
  about: isRepeating(part),
  manner: 'fraction',
  rule: 'quantities/share',
})

/** Four digits are more than "a third" ever means. */
const percent = (part: number): number => Math.round(part * 1e6) / 1e4
const isRepeating = (part: number): boolean => percent(part) % 0.5 !== 0
const single = (value: number): { readonly low: number; readonly high: number } => ({ low: value, high: value })

/** One number of a range: a sign or code of a currency, a minus, the number, its unit. */
interface Side {
  readonly numeral: Numeral
  readonly value: number
  readonly money: string | undefined
  readonly unit: Unit | undefined
  /** After the number; after its unit. */
  readonly numberEnd: number
  readonly next: number
}

function sideAt(atoms: readonly Atom[], at: number): Side | undefined {
  let from = at
  let sign = minusAt(atoms, from)
  if (sign) from += sign
  const money = currencyFrom(atoms, from)
  if (money) from = money.next
  if (money && lowerAt(atoms, from) === '=') from++
  const inner = money && minusAt(atoms, from)
  if (inner) {
    from += inner
    sign = inner
  }
  const numeral = numeralAt(atoms, from, money !== undefined)
  if (!numeral || (money && numeral.manner === 'fraction')) return undefined
  if (money && numeral.manner === 'article') return undefined
  const unit = money ? undefined : unitAt(atoms, numeral.next)
  return {
    numeral,
    value: sign ? -numeral.value : numeral.value,
    money: money?.name,
    unit: unit?.unit,
    numberEnd: numeral.next,
    next: unit?.next ?? numeral.next,
  }
}

/** "minus-130", "-40": a hyphen counts as a minus only after white space and right before a number or sign. */
function minusAt(atoms: readonly Atom[], at: number): number {
  if (lowerAt(atoms, at) === 'minus') return lowerAt(atoms, at + 1) === '-' ? 2 : 1
  const before = atoms[at - 1]
  const free = atoms[at]?.spaced || at === 0 || before?.lower === '(' || before?.lower === '$'
  const number = atoms[at + 1]
  return lowerAt(atoms, at) === '-' && free && number && !number.spaced && number.kind !== 'word' ? 1 : 0
}

function rangeOrNumber(atoms: readonly Atom[], at: number): Expression | undefined {
  const low = sideAt(atoms, at)
  if (!low) return undefined
  const joint = jointAfter(atoms, at, low.next)
  const high = joint ? sideAt(atoms, low.next + joint) : undefined
  if (high && joint && isRange(atoms, at, low, high, lowerAt(atoms, low.next))) return rangeOf(atoms, at, low, high)
  return oneNumber(at, low, from(atoms, at) ? high : undefined)
}

/** How many atoms join this number to the next: "10-15", "20 to 30", "between 5 and 7", "three or four". */
function jointAfter(atoms: readonly Atom[], at: number, next: number): number {
  const word = lowerAt(atoms, next)
  if (word === '-') return atoms[next]?.spaced === (atoms[next + 1]?.spaced ?? false) ? 1 : 0
  if (word === 'to' || word === 'or') return 1
  if (word === 'and') return between(atoms, at) ? 1 : 0
  return 0
}

const between = (atoms: readonly Atom[], at: number): boolean =>
  [1, 2, 3].some((back) => lowerAt(atoms, at - back) === 'between')
const from = (atoms: readonly Atom[], at: number): boolean =>
  [1, 2].some((back) => lowerAt(atoms, at - back) === 'from')

function isRange(atoms: readonly Atom[], at: number, low: Side, high: Side, joint: string): boolean {
  const { a, b } = sharedScale(low, high)
  if (a >= b || low.numeral.manner === 'fraction' || high.numeral.manner === 'fraction') return false
  if (low.money && !high.money && high.unit) return false
  if (!low.money && high.money && low.unit) return false
  if (low.unit && low.unit !== high.unit) return false
  if (joint === '-') return lowerAt(atoms, high.next) !== '-' || !/^\d/.test(lowerAt(atoms, high.next + 1))
  if (joint === 'and') return true
  if (joint === 'or') return !low.money && low.numeral.manner === 'words' && b - a <= 2
  // "rose 5 % to 20 %" is a step and a level; "5 % to 20 %" and "from 5 to 20" are ranges.
  if (low.unit && !from(atoms, at))
    return atoms[at - 1]?.pos !== 'VERB' && lowerAt(atoms, at - 1) !== 'up' && lowerAt(atoms, at - 1) !== 'down'
  return true
}

/** "four to five thousand", "$10 to $15 billion": the scale at the end is meant for both. */
function sharedScale(low: Side, high: Side): { readonly a: number; readonly b: number } {
  const shares = low.numeral.scale === 1 && high.numeral.scale > 1 && low.value < high.value / high.numeral.scale
  return { a: shares ? low.value * high.numeral.scale : low.value, b: high.value }
}

function rangeOf(atoms: readonly Atom[], at: number, low: Side, high: Side): Expression {
  const further = lowerAt(atoms, high.next) === '-' ? sideAt(atoms, high.next + 1) : undefined
  const last = further && further.value > high.value / high.numeral.scale ? further : high
  const scale = last.numeral.scale
  const a = low.numeral.scale === 1 && scale > 1 && low.value < last.value / scale ? low.value * scale : low.value
  const unit = last.money ?? low.money ?? last.unit?.name ?? null
  return {
    first: at,
    numberEnd: last.numberEnd,
    next: last.next,
    low: a,
    high: last.value,
    unit,
    kind: last.money || low.money ? 'money' : (last.unit?.kind ?? 'count'),
    vague: false,
    about: false,
    manner: low.numeral.manner,
    rule: 'quantities/range',
  }
}

function oneNumber(at: number, side: Side, other: Side | undefined): Expression {
  const { numeral, unit } = side
  if (numeral.manner === 'fraction' && !unit && !side.money) return fraction(at, side)
  // "from 1,680 to 1,050 kilocalories": the unit behind the second number is meant for both.
  const lent = !unit && !side.money && side.next === side.numberEnd ? other : undefined
  const scale = lent && numeral.scale === 1 && lent.numeral.scale > 1 && side.value < 1000 ? lent.numeral.scale : 1
  const value = side.value * scale
  // Every field by name: a text of nothing but numbers makes hundreds of thousands of these.
  return {
    first: at,
    numberEnd: side.numberEnd,
    next: side.next,
    low: value,
    high: value,
    unit: side.money ?? unit?.name ?? lent?.money ?? lent?.unit?.name ?? null,
    kind: side.money || lent?.money ? 'money' : (unit?.kind ?? lent?.unit?.kind ?? 'count'),
    vague: false,
    about: false,
    manner: numeral.manner,
    rule: side.money || unit ? 'quantities/measure' : 'quantities/count',
  }
}

/** "a third": so many in a hundred. */
const fraction = (at: number, { numeral, numberEnd, next, value }: Side): Expression => ({
  first: at,
  numberEnd,
  next,
  ...single(percent(value)),
  unit: 'percentage',
  kind: 'share',
  vague: false,
  about: isRepeating(value),
  manner: numeral.manner,
  rule: 'quantities/fraction',
})
