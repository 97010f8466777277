import type { Atom } from '../numerals/atoms.ts'
import { type Context, type Tense, today } from './context.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

const yearsAway: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
  ['that', 0],
  ['same', 0],
])

/** "June of this year", "July last year", "August of that year". */
export function relativeYear(
  atoms: readonly Atom[],
  at: number,
  context: Context,
): { readonly year: number; readonly next: number } | undefined {
  if (lowerAt(atoms, at + 1) !== 'year') return undefined
  const step = yearsAway.get(lowerAt(atoms, at))
  const base = lowerAt(atoms, at) === 'that' ? context.lastYear : today(context)?.year
  return step === undefined || base === undefined ? undefined : { year: base + step, next: at + 2 }
}

/** The year of a month without one: the year told of in a history, else the nearest in the direction of the verb. */
export function nearestYear(
  month: number,
  day: number | undefined,
  context: Context,
  tense: Tense,
): number | undefined {
  if (context.narrative) return yearTold(month, context)
  const base = context.published
  if (!base) return undefined
  // Days from publication to that date in the same year; the nearest year, unless the verb points well the other way.
  const ahead = (month - base.month) * 30.4 + (day === undefined ? 0 : day - base.day)
  const nearest = ahead > 183 ? -1 : ahead < -183 ? 1 : 0
  const distance = ahead + 365 * nearest
  // News tells more of what was: without a verb that points, five months ahead and seven back.
  if (distance > (tense === 'past' ? 60 : tense === 'unknown' ? 150 : 365)) return base.year + nearest - 1
  if (tense === 'future' && distance < -60) return base.year + nearest + 1
  return base.year + nearest
}

/** In a history January follows December: a month of early spring after one of late autumn is next year's. */
function yearTold(month: number, { last, lastYear }: Context): number | undefined {
  if (lastYear === undefined) return undefined
  return last?.month !== undefined && last.month >= 10 && month <= 3 ? lastYear + 1 : lastYear
}
