import {
  doubtfulScales,
  fractionSigns,
  fractions,
  scales,
  shortScales,
  tens,
  units,
} from '../../language/en/numerals.ts'
import type { Atom } from './atoms.ts'

/** A number as written, in digits or words. `next` is the index of the first atom after it. */
export interface Numeral {
  readonly value: number
  readonly next: number
  /** What a scale word at its end multiplied it by; 1 without one. */
  readonly scale: number
  readonly manner: 'digits' | 'words' | 'article' | 'fraction'
}

/** Reads the number that begins at an atom: "1,200", "1.2bn", "twenty-six", "half a million", "two and a half". */
export function numeralAt(atoms: readonly Atom[], at: number, money = false): Numeral | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (atom.kind === 'number') return digitsAt(atoms, at, money)
  const sign = fractionSigns.get(atom.text)
  if (sign !== undefined) return { value: sign, next: at + 1, scale: 1, manner: 'digits' }
  return partAt(atoms, at) ?? wordsAt(atoms, at)
}

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

function digitsAt(atoms: readonly Atom[], at: number, money: boolean): Numeral | undefined {
  const atom = atoms[at]
  if (!atom || !Number.isFinite(atom.value)) return undefined
  let value = atom.value
  let next = at + 1
  const power = powerAt(atoms, next)
  if (power) return { value: Number(`${value}e${power.exponent}`), next: power.next, scale: 1, manner: 'digits' }
  const part = slashAt(atoms, next)
  if (part) return { value: value / part.over, next: part.next, scale: 1, manner: 'digits' }
  const sign = fractionSigns.get(lowerAt(atoms, next))
  if (sign !== undefined) {
    value += sign
    next++
  } else {
    const mixed = Number.isInteger(value) && atoms[next]?.spaced ? slashAt(atoms, next + 1) : undefined
    const top = atoms[next]?.value
    if (mixed && top !== undefined && top < mixed.over) {
      value += top / mixed.over
      next = mixed.next
    }
  }
  return scaled(atoms, { value, next, scale: 1, manner: 'digits' }, money)
}

/** "/2" of "1/2"; dates such as 3/4/2024 are left alone. */
function slashAt(atoms: readonly Atom[], at: number): { readonly over: number; readonly next: number } | undefined {
  const over = atoms[at + 1]
  if (lowerAt(atoms, at) !== '/' || over?.kind !== 'number' || over.spaced || over.value < 2) return undefined
  if (over.value > 16 || lowerAt(atoms, at + 2) === '/') return undefined
  return { over: over.value, next: at + 2 }
}

/** "×10−30", "x 10^8": a power of ten, told by the sign or caret before it. */
function powerAt(atoms: readonly Atom[], at: number): { readonly exponent: number; readonly next: number } | undefined {
  if (!/^[×x*]$/.test(lowerAt(atoms, at)) || atoms[at + 1]?.text !== '10') return undefined
  const caret = lowerAt(atoms, at + 2) === '^' ? 1 : 0
  const minus = lowerAt(atoms, at + 2 + caret) === '-' ? 1 : 0
  const digits = atoms[at + 2 + caret + minus]
  if (!(caret || minus) || digits?.spaced !== false || !/^\d{1,2}$/.test(digits.text)) return undefined
  return { exponent: minus ? -digits.value : digits.value, next: at + 3 + caret + minus }
}

/** Takes in scale words after the number: "6 million", "4 hundred million", "1.2bn", "6-million". */
function scaled(atoms: readonly Atom[], start: Numeral, money: boolean): Numeral {
  let { value, next, scale } = start
  for (let words = 0; words < 3; words++) {
    const hyphen = lowerAt(atoms, next) === '-' && !atoms[next + 1]?.spaced ? 1 : 0
    const factor = scaleAt(atoms, next + hyphen, money && words === 0)
    if (factor === undefined) break
    value *= factor
    scale *= factor
    next += hyphen + 1
  }
  return scale === 1 ? start : { ...start, value: tidy(value), next, scale }
}

/** 1.1 * 1e6 is not 1,100,000 in binary; fifteen digits are all that a report ever prints. */
const tidy = (value: number): number => Number(value.toPrecision(15))

function scaleAt(atoms: readonly Atom[], at: number, money: boolean): number | undefined {
  const atom = atoms[at]
  if (atom?.kind !== 'word') return undefined
  const word = scales.get(atom.lower)
  if (word !== undefined) return word
  if (atom.spaced && !money) return undefined
  const short = shortScales.get(atom.lower)
  if (short !== undefined && !(atom.text === 'K' && lowerAt(atoms, at - 1) === '°')) return short
  const doubtful = doubtfulScales.get(atom.lower)
  if (doubtful === undefined) return undefined
  return money || atom.text === 'M' || countedAfter(atoms, at) ? doubtful : undefined
}

/** "35m people" counts people; "35m long" and "35m away" measure. */
function countedAfter(atoms: readonly Atom[], at: number): boolean {
  const after = atoms[at + 1]
  if (atoms[at]?.spaced || after?.kind !== 'word' || !after.spaced) return false
  if (after.lower === 'of') return ['DET', 'PRON'].includes(atoms[at + 2]?.pos ?? '')
  return (
    after.pos === 'NOUN' && /[^s]s$|people$|children$/.test(after.lower) && !/^(?:metres|meters)$/.test(after.lower)
  )
}

/** "half a million", "a quarter of a million", "a third", "two thirds", "three quarters", "half". */
function partAt(atoms: readonly Atom[], at: number): Numeral | undefined {
  const first = lowerAt(atoms, at)
  if (first === 'half' || first === 'quarter') {
    const of = lowerAt(atoms, at + 1) === 'of' ? 1 : 0
    const article = lowerAt(atoms, at + 1 + of)
    const scale = article === 'a' ? scales.get(lowerAt(atoms, at + 2 + of)) : undefined
    if (scale !== undefined) {
      return { value: scale / (first === 'half' ? 2 : 4), next: at + 3 + of, scale, manner: 'words' }
    }
  }
  const top = first === 'a' || first === 'an' || first === 'every' ? 1 : units.get(first)
  const over = (step: number): number | undefined => fractions.get(lowerAt(atoms, at + step))
  if (first === 'half' || first === 'one-half') return { value: 0.5, next: at + 1, scale: 1, manner: 'fraction' }
  if (top === undefined) return undefined
  const hyphen = lowerAt(atoms, at + 1) === '-' ? 1 : 0
  const bottom = over(1 + hyphen)
  if (bottom === undefined || first === 'every') return undefined
  if (first === 'a' && lowerAt(atoms, at + 1) === 'quarter' && lowerAt(atoms, at + 2) === 'of') {
    const inner = lowerAt(atoms, at + 3) === 'a' ? scales.get(lowerAt(atoms, at + 4)) : undefined
    if (inner !== undefined) return { value: inner / 4, next: at + 5, scale: inner, manner: 'words' }
  }
  if (top >= bottom && first !== 'one') return undefined
  return { value: top / bottom, next: at + 2 + hyphen, scale: 1, manner: 'fraction' }
}

/** Number words: "one hundred and twenty-four", "a dozen", "two thousand four hundred and eighty". */
function wordsAt(atoms: readonly Atom[], at: number): Numeral | undefined {
  let total = 0
  let group = 0
  let scale = 1
  let next = at
  let manner: Numeral['manner'] = 'words'
  const article = lowerAt(atoms, at)
  if (article === 'a' || article === 'an') {
    if (!scales.has(lowerAt(atoms, at + 1))) return undefined
    group = 1
    next = at + 1
    manner = 'article'
  }
  let took = next > at
  let open = took ? 0 : 100
  for (;;) {
    const here = skipJoint(atoms, next, took, total + group)
    const word = lowerAt(atoms, here)
    const unit = units.get(word)
    const ten = tens.get(word)
    const factor = took ? scales.get(word) : undefined
    if (ten !== undefined && open >= 100) {
      group += ten
      open = 10
    } else if (unit !== undefined && (unit < 10 ? open >= 10 : open >= 100)) {
      if (unit === 0 && took) break
      group += unit
      open = 0
    } else if (factor === 100 && group > 0 && group < 100) {
      group *= 100
      open = 100
      scale = 100
    } else if (factor !== undefined && factor !== 100 && group > 0) {
      if (factor === 12 && total > 0) break
      total += group * factor
      group = 0
      open = 100
      scale = factor
    } else break
    if (ten === undefined && unit === undefined && factor === undefined) break
    if (factor === undefined) scale = 1
    took = true
    next = here + 1
    if (factor !== undefined && total > 0 && scales.has(lowerAt(atoms, next)) && lowerAt(atoms, next) !== 'dozen') {
      total *= scales.get(lowerAt(atoms, next)) ?? 1
      next++
    }
  }
  if (!took || next === at) return undefined
  const whole: Numeral = { value: total + group, next, scale, manner }
  if (!andAHalf(atoms, next)) return whole
  const after = scales.get(lowerAt(atoms, next + 3)) ?? 1
  return { ...whole, value: (whole.value + scale / 2) * after, next: next + (after > 1 ? 4 : 3), scale: scale * after }
}

/** Steps over the hyphen of "twenty-six" and the "and" of "six hundred and twelve". */
function skipJoint(atoms: readonly Atom[], at: number, took: boolean, value: number): number {
  if (!took) return at
  const word = lowerAt(atoms, at)
  const after = lowerAt(atoms, at + 1)
  if (word === '-' && (units.has(after) || tens.has(after) || scales.has(after))) return at + 1
  if (word === 'and' && value >= 100 && (units.has(after) || tens.has(after))) return at + 1
  return at
}

const andAHalf = (atoms: readonly Atom[], at: number): boolean =>
  lowerAt(atoms, at) === 'and' && lowerAt(atoms, at + 1) === 'a' && lowerAt(atoms, at + 2) === 'half'
