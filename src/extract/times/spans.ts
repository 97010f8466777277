import { type TimeUnit, timeUnits } from '../../language/en/calendar.ts'
import { units } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { numeralAt } from '../numerals/numeral.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** How many of a unit: a number, or X for "a few". */
export interface Span {
  readonly count: number | 'X'
  readonly unit: TimeUnit
  readonly next: number
}

const vagueCounts: ReadonlySet<string> = new Set(['few', 'several', 'many', 'some', 'couple'])

export function spanAt(atoms: readonly Atom[], at: number, led: boolean): Span | undefined {
  const bare = timeUnits.get(lowerAt(atoms, at))
  if (bare && /s$/.test(lowerAt(atoms, at))) {
    if (!led && !bareMeant(atoms, at)) return isLong(atoms, at) ? { count: 'X', unit: bare, next: at + 3 } : undefined
    // "weeks and months", "days or weeks": one span.
    const and = /^(?:and|or)$/.test(lowerAt(atoms, at + 1)) && timeUnits.has(lowerAt(atoms, at + 2))
    return { count: 'X', unit: bare, next: and && /s$/.test(lowerAt(atoms, at + 2)) ? at + 3 : at + 1 }
  }
  if (bare && isLong(atoms, at)) return { count: 1, unit: bare, next: at + 3 }
  return vagueSpan(atoms, at) ?? articleSpan(atoms, at) ?? countedSpan(atoms, at)
}

/** "a day-long meeting", "the decades-long fight". */
const isLong = (atoms: readonly Atom[], at: number): boolean =>
  lowerAt(atoms, at + 1) === '-' && lowerAt(atoms, at + 2) === 'long' && lowerAt(atoms, at - 1) !== '-'

/** "for years", "weeks of talks", "days later". */
const bareMeant = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.pos === 'NOUN' &&
  (/^(?:for|in|within|over|after|of|took|taken|take|lasted|last|spent|spend|hours|days|weeks|months|or|and)$/.test(
    lowerAt(atoms, at - 1),
  ) ||
    /^(?:ago|later|earlier|before|after|ahead)$/.test(lowerAt(atoms, at + 1)) ||
    (lowerAt(atoms, at + 1) === 'of' && /^(?:NOUN|ADJ)$/.test(atoms[at + 2]?.pos ?? '')))

function vagueSpan(atoms: readonly Atom[], at: number): Span | undefined {
  let next = at
  if (lowerAt(atoms, next) === 'a') next++
  const word = lowerAt(atoms, next)
  if (!vagueCounts.has(word)) return undefined
  next++
  if (lowerAt(atoms, next) === 'of') next++
  if (/^(?:more|other|short|long|hundred|thousand|dozen)$/.test(lowerAt(atoms, next))) next++
  const unit = timeUnits.get(lowerAt(atoms, next))
  return unit && /s$/.test(lowerAt(atoms, next))
    ? { count: word === 'couple' ? 2 : 'X', unit, next: next + 1 }
    : undefined
}

/** "a year", "an hour", "half an hour", "a year and a half". */
function articleSpan(atoms: readonly Atom[], at: number): Span | undefined {
  const extra = /^(?:additional|extra|entire|whole|full)$/.test(lowerAt(atoms, at + 1)) ? 1 : 0
  if (extra && /^an?$/.test(lowerAt(atoms, at))) {
    const whole = timeUnits.get(lowerAt(atoms, at + 2))
    return whole && !/s$/.test(lowerAt(atoms, at + 2)) ? { count: 1, unit: whole, next: at + 3 } : undefined
  }
  const half = lowerAt(atoms, at) === 'half' ? 1 : 0
  if (!/^an?$/.test(lowerAt(atoms, at + half))) return undefined
  const unit = timeUnits.get(lowerAt(atoms, at + half + 1))
  if (!unit || /s$/.test(lowerAt(atoms, at + half + 1)) || unit.granularity === 'second') return undefined
  if (unit.granularity === 'quarter') return undefined
  if (lowerAt(atoms, at + half + 2) === '-' && /^(?:earlier|ago|end|old|long)$/.test(lowerAt(atoms, at + half + 3)))
    return undefined
  const next = at + half + 2
  const more = lowerAt(atoms, next) === 'and' && lowerAt(atoms, next + 1) === 'a' && lowerAt(atoms, next + 2) === 'half'
  return { count: half ? 0.5 : more ? 1.5 : 1, unit, next: more ? next + 3 : next }
}

export function countedSpan(atoms: readonly Atom[], at: number): Span | undefined {
  const atom = atoms[at]
  if (atom?.kind === 'number' && !atom.spaced && atoms[at - 1]?.kind === 'word') return undefined
  const quarters = threeQuarters(atoms, at)
  if (quarters) return quarters
  const numeral = numeralAt(atoms, at)
  if (!numeral || numeral.manner === 'fraction') return undefined
  let next = numeral.next
  const to = /^(?:to|-|or)$/.test(lowerAt(atoms, next)) ? numeralAt(atoms, next + 1) : undefined
  if (to) next = to.next
  const hyphen = lowerAt(atoms, next) === '-' && !atoms[next + 1]?.spaced ? 1 : 0
  if (
    /^(?:more|straight|consecutive|full|long|additional|further|trading|business|working|calendar|whole|other)$/.test(
      lowerAt(atoms, next),
    )
  )
    next++
  const unit = timeUnits.get(lowerAt(atoms, next + hyphen))
  if (!unit) return undefined
  if (unit.granularity === 'quarter' && numeral.manner !== 'words') return undefined
  if (
    numeral.value === 1 &&
    unit.granularity === 'day' &&
    lowerAt(atoms, next) === 'day' &&
    /^[,.]$/.test(lowerAt(atoms, next + 1)) &&
    at === 0
  )
    return undefined
  return { count: to ? to.value : numeral.value, unit, next: next + hyphen + 1 }
}

/** "the past two quarters" are six months, and no half. */
function threeQuarters(atoms: readonly Atom[], at: number): Span | undefined {
  const count = units.get(lowerAt(atoms, at))
  const unit = timeUnits.get('quarter')
  const led = /^(?:next|past|last|first|previous|following|recent)$/.test(lowerAt(atoms, at - 1))
  return led && count && unit && lowerAt(atoms, at + 1) === 'quarters' ? { count, unit, next: at + 2 } : undefined
}

export function durationValue({ count, unit }: Span): string {
  const t = unit.clock ? 'T' : ''
  if (count === 'X') {
    const letter =
      unit.granularity === 'decade'
        ? 'E'
        : unit.granularity === 'century'
          ? 'C'
          : unit.granularity === 'quarter'
            ? 'Q'
            : unit.letter
    return `P${t}X${letter}`
  }
  const whole = Math.floor(count)
  const half = count - whole === 0.5
  if (half && unit.granularity === 'minute') return whole ? `PT${whole}M30S` : 'PT30S'
  if (half && unit.letter === 'H') return whole ? `PT${whole}H30M` : 'PT30M'
  if (half && unit.letter === 'Y' && unit.times === 1) return whole ? `P${whole}Y6M` : 'P6M'
  return `P${t}${Number((count * unit.times).toPrecision(12))}${unit.letter}`
}
