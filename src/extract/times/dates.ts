import { dayParts, holidays, months, seasons, weekdays, yearCues } from '../../language/en/calendar.ts'
import { ordinals, tens, units } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'
import { phrasesOf } from '../numerals/phrases.ts'
import { addDays, type Day, daysIn, weekdayOf, written } from './civil.ts'
import { type Context, type Reading, type Tense, type TimeRule, tenseAt, today } from './context.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** `2025-06-19`, `19/06/2025`, `6/19/25`. */
export const numericDate: TimeRule = (atoms, at) => {
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

const century = (year: number): number => (year < 40 ? 2000 + year : 1900 + year)

function dayReading(next: number, day: Day, rule: Reading['rule']): Reading | undefined {
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

/** "14", "14th", "third", "twenty-first". */
function dayNumeral(
  atoms: readonly Atom[],
  at: number,
): { readonly day: number; readonly next: number; readonly ordinal: boolean } | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (atom.kind === 'number') {
    if (!/^\d{1,2}$/.test(atom.text) || atom.value < 1 || atom.value > 31) return undefined
    const suffix = atoms[at + 1]
    if (suffix && !suffix.spaced && /^(?:st|nd|rd|th)$/.test(suffix.lower))
      return { day: atom.value, next: at + 2, ordinal: true }
    if (suffix && !suffix.spaced && (suffix.kind === 'word' || /^[:/%]$/.test(suffix.lower))) return undefined
    return { day: atom.value, next: at + 1, ordinal: false }
  }
  const ordinal = ordinals.get(atom.lower)
  if (ordinal) return { day: ordinal, next: at + 1, ordinal: true }
  const ten = tens.get(atom.lower)
  const hyphen = lowerAt(atoms, at + 1) === '-' ? 1 : 0
  const one = ten && ten <= 30 ? ordinals.get(lowerAt(atoms, at + 1 + hyphen)) : undefined
  return ten && one && one < 10 ? { day: ten + one, next: at + 2 + hyphen, ordinal: true } : undefined
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
  const year = yearAt(atoms, at + comma + of) ?? relativeYear(atoms, at + of, context)
  const next = year?.next ?? at
  const known = year?.year ?? nearestYear(month, day, context, tenseAt(atoms, first))
  if (day !== undefined) {
    if (known === undefined) {
      return { next, type: 'DATE', value: `XXXX-${written.two(month)}-${written.two(day)}`, rule: 'times/month-day' }
    }
    return dayReading(next, { year: known, month, day }, 'times/month-day')
  }
  if (known === undefined) return { next, type: 'DATE', value: `XXXX-${written.two(month)}`, rule: 'times/month' }
  return { next, type: 'DATE', value: written.month(known, month), rule: 'times/month', point: { year: known, month } }
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
    return undefined
  }
  const era = /^(?:bc|b\.c\.?|bce|b\.c\.e\.?)$/.test(lowerAt(atoms, at + 1))
  if (era && /^\d{1,4}$/.test(atom.text)) return { year: -atom.value, next: at + 2 }
  if (!/^(?:1\d{3}|20\d\d|21\d\d)$/.test(atom.text)) return undefined
  const after = atoms[at + 1]
  if (after && !after.spaced && (after.kind === 'word' || /^[%:/]$/.test(after.lower))) return undefined
  return { year: atom.value, next: at + 1 }
}

/** "June of this year", "July last year", "August of that year". */
function relativeYear(
  atoms: readonly Atom[],
  at: number,
  context: Context,
): { readonly year: number; readonly next: number } | undefined {
  if (lowerAt(atoms, at + 1) !== 'year') return undefined
  const step = { last: -1, this: 0, next: 1, that: 0, same: 0 }[lowerAt(atoms, at)]
  const base = lowerAt(atoms, at) === 'that' ? context.lastYear : today(context)?.year
  return step === undefined || base === undefined ? undefined : { year: base + step, next: at + 2 }
}

/** The year of a month without one: the year told of in a history, else the nearest in the direction of the verb. */
function nearestYear(month: number, day: number | undefined, context: Context, tense: Tense): number | undefined {
  if (context.narrative) return yearTold(month, context)
  const base = context.published
  if (!base) return undefined
  // Days from publication to that date in the same year; the nearest year, unless the verb points well the other way.
  const ahead = (month - base.month) * 30.4 + (day === undefined ? 0 : day - base.day)
  const nearest = ahead > 183 ? -1 : ahead < -183 ? 1 : 0
  const distance = ahead + 365 * nearest
  if (tense === 'past' && distance > 60) return base.year + nearest - 1
  if (tense === 'future' && distance < -60) return base.year + nearest + 1
  return base.year + nearest
}

/** In a history January follows December: a month of early spring after one of late autumn is next year's. */
function yearTold(month: number, { last, lastYear }: Context): number | undefined {
  if (lastYear === undefined) return undefined
  return last?.month !== undefined && last.month >= 10 && month <= 3 ? lastYear + 1 : lastYear
}

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
  const hundreds = { eighteen: 1800, nineteen: 1900 }[lowerAt(atoms, at)]
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

/** "the 1990s", "the '90s", "the late 1970s", "the nineties". TIMEX3 writes a decade with three digits. */
export const decade: TimeRule = (atoms, at) => {
  let next = at
  if (lowerAt(atoms, next) === 'the') next++
  const word = {
    twenties: 1920,
    thirties: 1930,
    forties: 1940,
    fifties: 1950,
    sixties: 1960,
    seventies: 1970,
    eighties: 1980,
    nineties: 1990,
  }[lowerAt(atoms, next)]
  if (word && next > at) return decadeReading(word, next + 1)
  const quoted = lowerAt(atoms, next) === "'" ? 1 : 0
  const number = atoms[next + quoted]
  const suffix = atoms[next + quoted + 1]
  const quote = suffix?.lower === "'" && !suffix.spaced ? 1 : 0
  const s = atoms[next + quoted + 1 + quote]
  if (number?.kind !== 'number' || !s || s.spaced || !(s.lower === 's' || s.lower === "'s")) return undefined
  if (/^(?:1[0-9]|20)\d0$/.test(number.text)) return decadeReading(number.value, next + quoted + 2 + quote)
  if (/^[2-9]0$/.test(number.text) && (quoted || next > at))
    return decadeReading(1900 + number.value, next + quoted + 2 + quote)
  return undefined
}

const decadeReading = (year: number, next: number): Reading => ({
  next,
  type: 'DATE',
  value: String(Math.floor(year / 10)),
  rule: 'times/decade',
  point: { year },
})

/** "the 19th century", "the twentieth century": 18, 19. */
export const centuryAlone: TimeRule = (atoms, at) => {
  const start = lowerAt(atoms, at) === 'the' ? at + 1 : at
  const number = atoms[start]
  const ordinal = number?.kind === 'number' && /^(?:st|nd|rd|th)$/.test(lowerAt(atoms, start + 1))
  const spoken = dayNumeral(atoms, start)
  const count = ordinal ? number.value : spoken?.ordinal ? spoken.day : undefined
  let next = ordinal ? start + 2 : (spoken?.next ?? start)
  if (lowerAt(atoms, next) === '-') next++
  if (count === undefined || !/^centur(?:y|ies)$/.test(lowerAt(atoms, next))) return undefined
  const era = /^(?:bc|b\.c\.?|bce)$/.test(lowerAt(atoms, next + 1)) ? 1 : 0
  const value = era ? `BC${written.two(count - 1)}` : written.two(count - 1)
  return { next: next + 1 + era, type: 'DATE', value, rule: 'times/century' }
}

/** "Tuesday", "last Friday", "Saturday, April 18", "Friday morning", "next Monday night". */
export const weekday: TimeRule = (atoms, at, context) => {
  const lead = /^(?:last|next|this|past|coming|earlier|late|early)$/.test(lowerAt(atoms, at))
    ? lowerAt(atoms, at)
    : undefined
  const start = lead ? at + 1 + (lead === 'this' && /^(?:past|coming)$/.test(lowerAt(atoms, at + 1)) ? 1 : 0) : at
  const number = weekdayAt(atoms, start)
  if (!number) return undefined
  const after = start + 1 + (lowerAt(atoms, start + 1) === '.' && lowerAt(atoms, start).length < 5 ? 1 : 0)
  const comma = lowerAt(atoms, after) === ',' ? 1 : 0
  const dated = monthDate(atoms, after + comma, context)
  const day = dated?.point?.day !== undefined ? (dated.point as Day) : dayOnWeekday(atoms, at, number, lead, context)
  const next = dated && /\d\d-\d\d$/.test(dated.value) ? dated.next : after
  const part = dayParts.get(lowerAt(atoms, next))
  const end = part ? next + 1 : next
  if (!day)
    return {
      next: end,
      type: part ? 'TIME' : 'DATE',
      value: `XXXX-WXX-${number}${part ? `T${part}` : ''}`,
      rule: 'times/weekday',
    }
  return {
    next: end,
    type: part ? 'TIME' : 'DATE',
    value: written.day(day) + (part ? `T${part}` : ''),
    rule: 'times/weekday',
    point: day,
  }
}

/** Full names, or short ones with their stop or comma: "Sat" and "Sun" alone are other words. */
export function weekdayAt(atoms: readonly Atom[], at: number): number | undefined {
  const atom = atoms[at]
  const number = atom && weekdays.get(atom.lower)
  if (!atom || !number || !/^\p{Lu}/u.test(atom.text) || /days$/.test(atom.lower)) return undefined
  if (atom.lower.length > 5) return number
  return /^[.,]$/.test(lowerAt(atoms, at + 1)) && !atoms[at + 1]?.spaced && monthAt(atoms, at + 2, false)
    ? number
    : undefined
}

/** News says "on Tuesday" of the Tuesday just gone, unless the verb looks ahead. */
function dayOnWeekday(
  atoms: readonly Atom[],
  at: number,
  number: number,
  lead: string | undefined,
  context: Context,
): Day | undefined {
  const base = today(context)
  if (!base) return undefined
  const back = (weekdayOf(base) - number + 7) % 7
  const ahead = (7 - back) % 7
  if (lead === 'last' || lead === 'past') return addDays(base, -(back || 7))
  if (lead === 'next') return addDays(base, ahead || 7)
  if (lead === 'coming') return addDays(base, ahead)
  if (context.narrative) return addDays(base, ahead)
  // A deadline lies ahead, "by Wednesday", unless it is told of as past: "had answered by Wednesday".
  const verb = tenseAt(atoms, at)
  const tense = /^(?:by|until|till)$/.test(lowerAt(atoms, at - 1)) && verb !== 'past' ? 'future' : verb
  return tense === 'future' ? addDays(base, ahead) : addDays(base, -back)
}

/** "the summer of 1944", "last fall", "spring 2024", "this winter"; alone only in a history or after "the". */
export const season: TimeRule = (atoms, at, context) => {
  const lead = lowerAt(atoms, at)
  const led = /^(?:last|this|next|the|that|early|late)$/.test(lead)
  const past = led && /^(?:past|coming|following|previous|early|late)$/.test(lowerAt(atoms, at + 1)) ? 1 : 0
  const start = led ? at + 1 + past : at
  const found = seasons.get(lowerAt(atoms, start))
  if (!found || !['NOUN', 'PROPN', 'ADJ'].includes(atoms[start]?.pos ?? '')) return undefined
  const of = lowerAt(atoms, start + 1) === 'of' ? 1 : 0
  const stated = yearAt(atoms, start + 1 + of) ?? relativeYear(atoms, start + 1 + of, context)
  if (!led && !stated && !/^(?:in|since|by|until|during|of)$/.test(lowerAt(atoms, at - 1))) return undefined
  if (lowerAt(atoms, start) === 'fall' && !stated && !/^(?:last|this|next)$/.test(lead)) return undefined
  const base = context.narrative ? context.last : context.published
  const year =
    stated?.year ?? (base && seasonYear(lead, found.month, { year: base.year, month: base.month ?? 6 }, context))
  const value = `${year === undefined ? 'XXXX' : written.year(year)}-${found.code}`
  const point = year === undefined ? undefined : { year, month: found.month }
  return { next: stated?.next ?? start + 1, type: 'DATE', value, rule: 'times/season', point }
}

function seasonYear(
  lead: string,
  month: number,
  base: { readonly year: number; readonly month: number },
  context: Context,
): number {
  if (context.narrative) return base.year
  if (lead === 'last') return month < base.month - 1 ? base.year : base.year - 1
  if (lead === 'next') return month > base.month ? base.year : base.year + 1
  return month - base.month > 6 ? base.year - 1 : base.year
}

const namedDays = phrasesOf(holidays.map((holiday) => [holiday.words.replace(/'s\b/g, " 's"), holiday] as const))

/** "Christmas 1914", "Thanksgiving Day". */
export const holiday: TimeRule = (atoms, at, context) => {
  const found = namedDays.from(atoms, at)
  if (!found || !/^\p{Lu}/u.test(atoms[at]?.text ?? '')) return undefined
  const stated = yearAt(atoms, found.next)
  const { month, day, weekday: wanted, nth } = found.entry
  const year = stated?.year ?? nearestYear(month, day ?? 20, context, tenseAt(atoms, at))
  const next = stated?.next ?? found.next
  if (year === undefined) {
    return {
      next,
      type: 'DATE',
      value: `XXXX-${written.two(month)}-${day ? written.two(day) : 'XX'}`,
      rule: 'times/holiday',
    }
  }
  return dayReading(next, { year, month, day: day ?? nthWeekday(year, month, wanted ?? 1, nth ?? 1) }, 'times/holiday')
}

function nthWeekday(year: number, month: number, wanted: number, nth: number): number {
  if (nth < 0) {
    const last = daysIn(year, month)
    return last - ((weekdayOf({ year, month, day: last }) - wanted + 7) % 7)
  }
  return 1 + ((wanted - weekdayOf({ year, month, day: 1 }) + 7) % 7) + 7 * (nth - 1)
}
