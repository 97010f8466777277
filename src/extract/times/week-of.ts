import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import type { TimeRule } from './context.ts'
import { monthDate } from './dates.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "the week of March 6", "the week beginning 6 March": the ISO week that holds the day. */
export const weekOf: TimeRule = (atoms, at, context) => {
  const the = lowerAt(atoms, at) === 'the' ? 1 : 0
  if (lowerAt(atoms, at + the) !== 'week' || !/^(?:of|beginning|starting|ending)$/.test(lowerAt(atoms, at + the + 1)))
    return undefined
  const found = monthDate(atoms, at + the + 2, context)
  const { year, month, day } = found?.point ?? {}
  if (!found || year === undefined || month === undefined || day === undefined) return undefined
  const point = { year, month, day }
  return { next: found.next, type: 'DATE', value: written.week(point), rule: 'times/week-of', point }
}
