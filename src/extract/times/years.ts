import { yearCues } from '../../language/en/calendar.ts'
import { tens, units } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import type { Context, Reading, TimeRule } from './context.ts'
import { goesOn } from './day-numeral.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

const hundredsInWords: ReadonlyMap<string, number> = new Map([
  ['eighteen', 1800],
  ['nineteen', 1900],
])

/** "in 1999", "the 2024 budget", "(2016)", "nineteen ninety-six", "490 BC". */
export const yearAlone: TimeRule = (atoms, at, context) => {
  const spoken = spokenYear(atoms, at)
  if (spoken) return yearReading(spoken.year, spoken.next)
  const shortAfter = shortYear(atoms, at)
  if (shortAfter) return yearReading(shortAfter, at + 1)
  if (atoms[at]?.lower === "'" && !(lowerAt(atoms, at - 1) === 'of' || lowerAt(atoms, at - 1) === 'in'))
    return undefined
  const found = yearAt(atoms, at) ?? yearBeforeChrist(atoms, at)
  if (!found) return undefined
  if (found.year < 0) return yearReading(found.year, found.next)
  if (besideYear(atoms, at, found.next)) return yearReading(found.year, found.next)
  return yearMeant(atoms, at, found.next, context) ? yearReading(found.year, found.next) : undefined
}

/** A year of four digits that may end a date; "BC" makes it negative. */
export function yearAt(
  atoms: readonly Atom[],
  at: number,
): { readonly year: number; readonly next: number } | undefined {
  const atom = atoms[at]
  if (atom?.kind !== 'number') {
    const short = atom?.lower === "'" ? atoms[at + 1] : undefined
    if (short?.kind === 'number' && /^\d\d$/.test(short.text) && !short.spaced)
      return { year: century(short.value), next: at + 2 }
    return spokenYear(atoms, at)
  }
  const era = /^(?:bc|b\.c\.?|bce|b\.c\.e\.?)$/.test(lowerAt(atoms, at + 1))
  if (era && /^\d{1,4}$/.test(atom.text)) return { year: -atom.value, next: at + 2 }
  if (!/^(?:1\d{3}|20\d\d|21\d\d)$/.test(atom.text)) return undefined
  const after = atoms[at + 1]
  if (after && !after.spaced && (after.kind === 'word' || goesOn(atoms, at + 1))) return undefined
  return { year: atom.value, next: at + 1 }
}

export const century = (year: number): number => (year < 40 ? 2000 + year : 1900 + year)

function yearReading(year: number, next: number): Reading {
  return { next, type: 'DATE', value: written.year(year), rule: 'times/year', point: { year } }
}

/** The 45 of "1939-45". */
function shortYear(atoms: readonly Atom[], at: number): number | undefined {
  const atom = atoms[at]
  const joint = atoms[at - 1]
  const first = atoms[at - 2]
  if (atom?.kind !== 'number' || !/^\d\d$/.test(atom.text) || atom.spaced || !/^[-/]$/.test(joint?.lower ?? ''))
    return undefined
  if (first?.kind !== 'number' || !/^(?:1[5-9]|20)\d\d$/.test(first.text) || atom.value <= first.value % 100)
    return undefined
  return Math.floor(first.value / 100) * 100 + atom.value
}

/** One end of "1775-1780". */
function besideYear(atoms: readonly Atom[], at: number, next: number): boolean {
  const before = lowerAt(atoms, at - 1) === '-' ? yearAt(atoms, at - 2) : undefined
  const after = lowerAt(atoms, next) === '-' ? yearAt(atoms, next + 1) : undefined
  const year = atoms[at]?.value ?? 0
  if (before && lowerAt(atoms, at - 3) !== '-') return before.year > 0 && before.year < year && year - before.year < 500
  return after !== undefined && after.year > year && after.year - year < 500 && lowerAt(atoms, at - 1) !== '-'
}

/** The 499 of "499-493 BC" and "from 499 to 493 BC". */
function yearBeforeChrist(
  atoms: readonly Atom[],
  at: number,
): { readonly year: number; readonly next: number } | undefined {
  const atom = atoms[at]
  if (atom?.kind !== 'number' || !/^\d{2,4}$/.test(atom.text) || !/^(?:-|to|and|or)$/.test(lowerAt(atoms, at + 1)))
    return undefined
  const other = yearAt(atoms, at + 2)
  return other && other.year < 0 && -other.year < atom.value ? { year: -atom.value, next: at + 1 } : undefined
}

function spokenYear(atoms: readonly Atom[], at: number): { readonly year: number; readonly next: number } | undefined {
  if (lowerAt(atoms, at) === 'the' && lowerAt(atoms, at + 1) === 'year' && lowerAt(atoms, at + 2) === 'two') {
    return lowerAt(atoms, at + 3) === 'thousand' ? { year: 2000, next: at + 4 } : undefined
  }
  const hundreds = hundredsInWords.get(lowerAt(atoms, at))
  const ten = hundreds && tens.get(lowerAt(atoms, at + 1))
  if (!hundreds || !ten) return undefined
  const hyphen = lowerAt(atoms, at + 2) === '-' ? 1 : 0
  const one = units.get(lowerAt(atoms, at + 2 + hyphen))
  return one && one < 10
    ? { year: hundreds + ten + one, next: at + 3 + hyphen }
    : { year: hundreds + ten, next: at + 2 }
}

const amountCues: ReadonlySet<string> = new Set('of about around for and to than or between'.split(' '))

function yearMeant(atoms: readonly Atom[], at: number, next: number, { narrative }: Context): boolean {
  const atom = atoms[at]
  const before = atoms[at - 1]
  const after = atoms[next]
  if (!atom || /^[$€£¥#]$/.test(before?.lower ?? '')) return false
  if (before && !atom.spaced && before.kind !== 'mark') return false
  if (before?.lower === '-' && !atom.spaced && atoms[at - 2]?.kind === 'word' && lowerAt(atoms, at - 2) !== 'mid')
    return false
  const plural = after?.spaced && after.pos === 'NOUN' && /[^s]s$|people$|men$|women$|children$/.test(after.lower)
  const measured = after?.spaced && /^(?:percent|per|km|miles|metres|meters|hours|feet|tonnes|tons)$/.test(after.lower)
  if (measured) return false
  // "about 2000 calories", "an average of 1500": round or early numbers after such words are amounts.
  if (
    before &&
    amountCues.has(before.lower) &&
    (atom.value < 1700 || (/^(?:about|around|than)$/.test(before.lower) && atom.value % 50 === 0))
  )
    return narrative
  if (
    before?.lower === 'of' &&
    /^(?:average|total|maximum|minimum|record|some|loss|profit|price)$/.test(lowerAt(atoms, at - 2))
  )
    return false
  if (before && yearCues.has(before.lower)) return !(plural && amountCues.has(before.lower)) || narrative
  // "its 2018 sales" dates them; "2018 people" counts them.
  if (plural) return /^(?:its|his|her|their|our|the|'s)$/.test(before?.lower ?? '') || before?.pos === 'PROPN'
  return atom.value >= 1800 && atom.value < 2100
}
