import { months } from '../../language/en/calendar.ts'
import type { Atom } from '../numerals/atoms.ts'
import { type Day, daysIn, written } from './civil.ts'
import { type Context, type Reading, type Tense, type TimeRule, tenseAt } from './context.ts'
import { dayNumeral } from './day-numeral.ts'
import { nearestYear, relativeYear } from './near-year.ts'
import { century, yearAt } from './years.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** `2025-06-19`, `19/06/2025`, `6/19/25`, `19.06.2025`. */
export const numericDate: TimeRule = (atoms, at) => {
  const dotted = dottedDate(atoms, at)
  if (dotted) return dotted
  const [a, mark, b, again, c] = [0, 1, 2, 3, 4].map((step) => atoms[at + step])
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number' || mark?.lower !== again?.lower)
    return undefined
  if (mark?.spaced || b.spaced || c.spaced || !/^[-/.]$/.test(mark?.lower ?? '')) return undefined
  const iso = a.text.length === 4
  const year = iso ? a.value : c.text.length === 4 ? c.value : c.text.length === 2 ? century(c.value) : Number.NaN
  const [first, second] = iso ? [b.value, c.value] : [a.value, b.value]
  // 3/4/2025 is March in America and April elsewhere: the American reading, unless only the other is a date.
  const [month, day] = first > 12 ? [second, first] : [first, second]
  return dayReading(at + 5, { year, month, day }, 'times/numeric-date')
}

/** "19.06.2025": the atoms take day and month for a decimal. Who writes dots puts the day first. */
function dottedDate(atoms: readonly Atom[], at: number): Reading | undefined {
  const [front, dot, year] = [atoms[at], atoms[at + 1], atoms[at + 2]]
  const parts = /^(\d{1,2})\.(\d{1,2})$/.exec(front?.kind === 'number' ? front.text : '')
  if (!parts || dot?.lower !== '.' || dot.spaced || year?.spaced !== false || !/^(?:19|20)\d\d$/.test(year.text))
    return undefined
  return dayReading(at + 3, { year: year.value, month: Number(parts[2]), day: Number(parts[1]) }, 'times/numeric-date')
}

export function dayReading(next: number, day: Day, rule: Reading['rule']): Reading | undefined {
  if (!(day.year >= 1000 && day.month >= 1 && day.month <= 12 && day.day >= 1)) return undefined
  if (day.day > daysIn(day.year, day.month)) return undefined
  return { next, type: 'DATE', value: written.day(day), rule, point: day }
}

/** "Sept. 14", "September 1, 1939", "June of this year", "14 September 1939", "the 3rd of May", "March 2025". */
export const monthDate: TimeRule = (atoms, at, context) => {
  const the = lowerAt(atoms, at) === 'the' ? 1 : 0
  const dayFirst = dayNumeral(atoms, at + the)
  if (dayFirst) {
    const of = lowerAt(atoms, dayFirst.next) === 'of' ? 1 : 0
    const month = monthAt(atoms, dayFirst.next + of, true)
    if (!month || (the && !of && !dayFirst.ordinal && !month)) return undefined
    return withYear(atoms, month.next, month.month, dayFirst.day, context, at)
  }
  if (the) return undefined
  const month = monthAt(atoms, at, false)
  if (!month) return undefined
  const day =
    dayNumeral(atoms, month.next) ??
    (lowerAt(atoms, month.next) === 'the' ? dayNumeral(atoms, month.next + 1) : undefined)
  return withYear(atoms, day?.next ?? month.next, month.month, day?.day, context, at)
}

/** A month, if a month is meant: "may" and "march" are also verbs. */
export function monthAt(
  atoms: readonly Atom[],
  at: number,
  afterDay: boolean,
): { readonly month: number; readonly next: number } | undefined {
  const atom = atoms[at]
  const month = atom && months.get(atom.lower)
  if (!atom || !month || !/^\p{Lu}/u.test(atom.text)) return undefined
  const cut = atom.text.length < 5 && !['may', 'june', 'july'].includes(atom.lower)
  const dot = lowerAt(atoms, at + 1) === '.' && cut && !atoms[at + 1]?.spaced ? 1 : 0
  const next = at + 1 + dot
  if (cut && !dot && !afterDay && !dayNumeral(atoms, next) && !yearAt(atoms, next)) return undefined
  if (!afterDay && /^(?:may|march|april|august|june)$/.test(atom.lower) && !monthMeant(atoms, at, next))
    return undefined
  return { month, next }
}

/** A person (April Jones, August Wilson), a verb (May I …) or the month? */
function monthMeant(atoms: readonly Atom[], at: number, next: number): boolean {
  if (dayNumeral(atoms, next) || yearAt(atoms, next)) return true
  const before = lowerAt(atoms, at - 1)
  if (
    /^(?:in|of|since|by|until|till|from|to|during|through|last|this|next|early|late|mid|-|between|and|before|after|each|every|for|until|and|a|the|on)$/.test(
      before,
    )
  ) {
    return !(atoms[next]?.pos === 'PROPN' && /^\p{Lu}/u.test(atoms[next]?.text ?? ''))
  }
  return false
}

/** Puts the year to a month and day: stated, or the one that the text is in. */
function withYear(
  atoms: readonly Atom[],
  at: number,
  month: number,
  day: number | undefined,
  context: Context,
  first: number,
): Reading | undefined {
  const comma = lowerAt(atoms, at) === ',' && (day !== undefined || atoms[at + 1]?.kind === 'number') ? 1 : 0
  const of = lowerAt(atoms, at) === 'of' ? 1 : 0
  const year =
    yearAt(atoms, at + comma + of) ?? relativeYear(atoms, at + of, context) ?? yearBehindNext(atoms, at, month)
  const next = year?.next ?? at
  const known = year?.year ?? nearestYear(month, day, context, tenseOfDate(atoms, first))
  if (day !== undefined) {
    if (known === undefined) {
      return { next, type: 'DATE', value: `XXXX-${written.two(month)}-${written.two(day)}`, rule: 'times/month-day' }
    }
    return dayReading(next, { year: known, month, day }, 'times/month-day')
  }
  if (known === undefined) return { next, type: 'DATE', value: `XXXX-${written.two(month)}`, rule: 'times/month' }
  return { next, type: 'DATE', value: written.month(known, month), rule: 'times/month', point: { year: known, month } }
}

/** "was extended through January": the verb is past, the end of the stretch need not be. */
function tenseOfDate(atoms: readonly Atom[], first: number): Tense {
  const tense = tenseAt(atoms, first)
  return tense === 'past' && /^(?:through|until|till)$/.test(lowerAt(atoms, first - 1)) ? 'unknown' : tense
}

/** "July-November 1954", "26 June to 4 August 1952", "April and June 1955": the year behind the second is meant for both. */
function yearBehindNext(
  atoms: readonly Atom[],
  at: number,
  month: number,
): { readonly year: number; readonly next: number } | undefined {
  if (!/^(?:-|to|and|or|through|until|till)$/.test(lowerAt(atoms, at))) return undefined
  const first = dayNumeral(atoms, at + 1)
  const second = monthAt(atoms, first?.next ?? at + 1, true)
  const close = first && !second ? yearAt(atoms, first.next + (lowerAt(atoms, first.next) === ',' ? 1 : 0)) : undefined
  if (close) return { year: close.year, next: at }
  if (!second) return undefined
  const last = first ?? dayNumeral(atoms, second.next)
  const behind = first ? second.next : (last?.next ?? second.next)
  const stated = yearAt(atoms, lowerAt(atoms, behind) === ',' ? behind + 1 : behind)
  return stated && { year: second.month < month ? stated.year - 1 : stated.year, next: at }
}

/** The 25 of "April 24 and 25", the 7 of "May 6-7": a second day of the month just named. */
export const secondDay: TimeRule = (atoms, at, context) => {
  const joint = lowerAt(atoms, at - 1)
  const { year, month, day } = context.last ?? {}
  if (!/^(?:-|and|or|to)$/.test(joint) || atoms[at - 2]?.value !== day || !months.has(namedMonth(atoms, at - 3)))
    return undefined
  const found = dayNumeral(atoms, at)
  if (!found || year === undefined || month === undefined || day === undefined || found.day <= day) return undefined
  if (atoms[found.next]?.spaced && /^(?:NOUN|ADJ|PROPN)$/.test(atoms[found.next]?.pos ?? '')) return undefined
  const stated = yearAt(atoms, found.next + (lowerAt(atoms, found.next) === ',' ? 1 : 0))
  return dayReading(
    stated?.next ?? found.next,
    { year: stated?.year ?? year, month, day: found.day },
    'times/second-day',
  )
}

const namedMonth = (atoms: readonly Atom[], at: number): string =>
  lowerAt(atoms, at) === '.' ? lowerAt(atoms, at - 1) : lowerAt(atoms, at)
