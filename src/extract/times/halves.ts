import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import { type Context, type TimeRule, today } from './context.ts'
import { yearAt } from './years.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

const yearsAway: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['the', 0],
  ['next', 1],
])

const halves: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['last', 2],
  ['latter', 2],
])

/** "the first half of 2024", "the second half of last year": `2024-H1`. A half without a year is also a part of a match, and is none. */
export const halfYear: TimeRule = (atoms, at, context) => {
  const the = lowerAt(atoms, at) === 'the' ? 1 : 0
  const half = halves.get(lowerAt(atoms, at + the))
  if (half === undefined || lowerAt(atoms, at + the + 1) !== 'half') return undefined
  const of = lowerAt(atoms, at + the + 2) === 'of' ? 1 : 0
  const year = yearAt(atoms, at + the + 2 + of) ?? (of ? pointedYear(atoms, at + the + 3, context) : undefined)
  if (!year) return undefined
  const point = { year: year.year, month: 6 * half - 5 }
  return { next: year.next, type: 'DATE', value: `${written.year(year.year)}-H${half}`, rule: 'times/half-year', point }
}

/** "last year", "this year", "next year", "the year". */
function pointedYear(
  atoms: readonly Atom[],
  at: number,
  context: Context,
): { readonly year: number; readonly next: number } | undefined {
  const step = yearsAway.get(lowerAt(atoms, at))
  const base = today(context)
  return step !== undefined && base && lowerAt(atoms, at + 1) === 'year'
    ? { year: base.year + step, next: at + 2 }
    : undefined
}
