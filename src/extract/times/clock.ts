import { dayParts } from '../../language/en/calendar.ts'
import { units } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import { type Context, dayOfHours, type Reading, type TimeRule } from './context.ts'
import { monthDate } from './dates.ts'
import { deicticDay } from './relative.ts'
import { weekday } from './weekdays.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** An hour and minute of the day. */
interface Hour {
  readonly hour: number
  readonly minute: number
  readonly next: number
}

/** "10:40 p.m.", "9 a.m. on Friday", "5.30pm", "0401 GMT", "noon", "midnight", "six o'clock". */
export const clock: TimeRule = (atoms, at, context) => {
  const found = hourAt(atoms, at)
  if (!found) return undefined
  const zoned = skipZone(atoms, found.next)
  const dated = dateBehind(atoms, zoned, context)
  const day = dayOfHours(context)
  const date = dated?.value.slice(0, 10) ?? (day ? written.day(day) : 'XXXX-XX-XX')
  return {
    next: dated?.next ?? zoned,
    type: 'TIME',
    value: `${date}T${written.two(found.hour)}:${written.two(found.minute)}`,
    rule: 'times/clock',
    point: dated?.point,
  }
}

function hourAt(atoms: readonly Atom[], at: number): Hour | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (atom.lower === 'noon' || atom.lower === 'midday') return { hour: 12, minute: 0, next: at + 1 }
  if (atom.lower === 'midnight') return { hour: 0, minute: 0, next: at + 1 }
  const spoken = units.get(atom.lower)
  if (spoken !== undefined && spoken > 0 && spoken < 13 && isOclock(atoms, at + 1)) {
    return { hour: spoken, minute: 0, next: at + 4 }
  }
  if (atom.kind !== 'number' || (atoms[at - 1] && !atom.spaced && atoms[at - 1]?.kind !== 'mark')) return undefined
  const digits = /^(\d{1,2})(?:\.(\d\d))?$/.exec(atom.text)
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(atom.text)
  if (military && /^(?:gmt|hours|hrs|utc|et|est|edt|local)$/.test(lowerAt(atoms, at + 1))) {
    return { hour: Number(military[1]), minute: Number(military[2]), next: at + 1 }
  }
  if (!digits) return undefined
  const colon = lowerAt(atoms, at + 1) === ':' && /^[0-5]\d$/.test(atoms[at + 2]?.text ?? '') && !atoms[at + 2]?.spaced
  const seconds = colon && lowerAt(atoms, at + 3) === ':' && /^\d\d(?:\.\d+)?$/.test(atoms[at + 4]?.text ?? '')
  const next = at + (seconds ? 5 : colon ? 3 : 1)
  const minute = colon ? (atoms[at + 2]?.value ?? 0) : digits[2] ? Number(digits[2]) : 0
  const hour = Number(digits[1])
  const half = halfAt(atoms, next)
  if (half) return hour <= 12 ? { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, next: next + 1 } : undefined
  const part = partBehind(atoms, next)
  if (part && hour > 0 && hour < 13) return { hour: (hour % 12) + (part === 'MO' ? 0 : 12), minute, next }
  if (isOclock(atoms, next) && hour < 13) return { hour, minute, next: next + 3 }
  return colon && hour < 24 && minute < 60 && !/^[:.]$/.test(lowerAt(atoms, next))
    ? { hour, minute, next }
    : colon && hour < 24 && lowerAt(atoms, next) === '.'
      ? { hour, minute, next }
      : undefined
}

/** "o'clock" comes apart at its apostrophe. */
const isOclock = (atoms: readonly Atom[], at: number): boolean =>
  lowerAt(atoms, at) === 'o' && lowerAt(atoms, at + 1) === "'" && lowerAt(atoms, at + 2) === 'clock'

function halfAt(atoms: readonly Atom[], at: number): 'am' | 'pm' | undefined {
  const word = lowerAt(atoms, at).replaceAll('.', '')
  return word === 'am' || word === 'pm' ? word : undefined
}

/** "4 in the morning", "at 7:30 in the evening". */
const partBehind = (atoms: readonly Atom[], at: number): string | undefined =>
  lowerAt(atoms, at) === 'in' && lowerAt(atoms, at + 1) === 'the' ? dayParts.get(lowerAt(atoms, at + 2)) : undefined

/** "EST", "GMT", "local time", "in the morning". */
function skipZone(atoms: readonly Atom[], at: number): number {
  let next = at
  if (/^(?:gmt|utc|est|edt|et|cst|cdt|ct|pst|pdt|pt|cet|cest|bst|ist|jst|msk|hours|hrs)$/.test(lowerAt(atoms, next)))
    next++
  if (lowerAt(atoms, next) === 'local' && lowerAt(atoms, next + 1) === 'time') next += 2
  if (lowerAt(atoms, next) === 'in' && lowerAt(atoms, next + 1) === 'the' && dayParts.has(lowerAt(atoms, next + 2)))
    next += 3
  return next
}

/** "9 a.m. on Friday", "2 p.m. Wednesday", "9 p.m. EST, Nov. 9". */
function dateBehind(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const joint = lowerAt(atoms, at) === 'on' || lowerAt(atoms, at) === ',' ? 1 : 0
  const found =
    weekday(atoms, at + joint, context) ??
    monthDate(atoms, at + joint, context) ??
    deicticDay(atoms, at + joint, context)
  return found && /^.{4}-\d\d-\d\d/.test(found.value) ? found : undefined
}
