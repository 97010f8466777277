import { partWords, type TimeUnit, timeUnits } from '../../language/en/calendar.ts'
import type { Atom } from '../numerals/atoms.ts'
import { weekdayOf } from './civil.ts'
import { type Context, type Reading, type TimeRule, tenseAt, today, toldOf } from './context.ts'
import { spanReading } from './relative.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "the weekend", "year-end", "by the end of the year", "for the week", "the year ended June 30": the one we are in, without its number. */
export const wholeUnit: TimeRule = (atoms, at, context) =>
  lowerAt(atoms, at) === 'the' ? theUnit(atoms, at, context) : unitEnd(atoms, at, context)

function theUnit(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const latest = /^(?:latest|current)$/.test(lowerAt(atoms, at + 1)) && isSized(atoms, at + 2) ? 1 : 0
  const size = isSized(atoms, at + 1 + latest) ? 1 + latest : 0
  const word = lowerAt(atoms, at + 1 + size)
  const unit = timeUnits.get(word)
  const next = at + 2 + size
  if (!unit) return undefined
  if (word === 'weekend') return theWeekend(atoms, at, unit, context)
  if (!/^(?:year|month|week|day|decade)$/.test(word)) return undefined
  const after = lowerAt(atoms, next)
  if (word === 'year' && /^(?:ended|ending)$/.test(after))
    return { next, type: 'DURATION', value: 'P1Y', rule: 'times/accounting-year' }
  if (after === '-') return unitEnd(atoms, at + 1, context)
  if (/^(?:of|before|after|when|that|in|to)$/.test(after) || atoms[next]?.kind === 'number') return undefined
  if (!wholeMeant(atoms, at, size > 0, word, after)) return undefined
  return spanReading(next, unit, 0, context.narrative ? toldOf(context) : today(context), context)
}

const isSized = (atoms: readonly Atom[], at: number): boolean =>
  /^(?:full|whole|entire|fiscal|financial|calendar)$/.test(lowerAt(atoms, at))

/** "for the year", "the end of the month", "later in the day", "the week's most active session", "the full year". */
function wholeMeant(atoms: readonly Atom[], at: number, sized: boolean, word: string, after: string): boolean {
  const before = lowerAt(atoms, at - 1)
  if (before === 'of' && (partWords.has(lowerAt(atoms, at - 2)) || timeUnits.has(lowerAt(atoms, at - 2)))) return true
  if (before === 'in' && /^(?:earlier|later|early|late)$/.test(lowerAt(atoms, at - 2))) return true
  if (word === 'day' || word === 'decade') return false
  return before === 'for' || (sized && word === 'year') || (word === 'week' && after === "'s")
}

function theWeekend(atoms: readonly Atom[], at: number, unit: TimeUnit, context: Context): Reading {
  const base = today(context)
  const back = base && weekdayOf(base) < 6 && tenseAt(atoms, at) !== 'future' ? -1 : 0
  return spanReading(at + 2, unit, back, base, context)
}

/** "year-end", "year end", "year's end", "month-end". */
function unitEnd(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  if (!/^(?:year|month|week)$/.test(lowerAt(atoms, at))) return undefined
  const joint = lowerAt(atoms, at + 1)
  const loose =
    joint === 'end' && /^(?:by|at|around|until|before|since|through|after|the)$/.test(lowerAt(atoms, at - 1))
  const end = loose ? at + 1 : joint === '-' || joint === "'s" ? at + 2 : undefined
  if (end === undefined || lowerAt(atoms, end) !== 'end') return undefined
  const unit = timeUnits.get(lowerAt(atoms, at))
  return unit && spanReading(end + 1, unit, 0, today(context), context)
}
