import { futureCues, pastCues, planCues } from '../../language/en/calendar.ts'
import type { RuleId } from '../../model/rule.ts'
import type { TimeType } from '../../model/time.ts'
import type { Atom } from '../numerals/atoms.ts'
import { type Day, daysIn } from './civil.ts'

/** What a date is counted from: when the report was published, and the last date that it told of. */
export interface Context {
  /** Unknown publication: relative expressions keep `XXXX`. */
  readonly published: Day | undefined
  /** A text that tells of a distant past in order (a history): "March" is that of the year told of, not of publication. */
  readonly narrative: boolean
  readonly last: Point | undefined
  /** The last day that it told of: a month or year named after it is no other day, so an hour is still of this one. */
  readonly lastDay: Day | undefined
  readonly lastYear: number | undefined
  readonly lastQuarter: { readonly year: number; readonly quarter: number } | undefined
  /** Whether the last accounting period told of was a quarter: what "a year earlier" is then meant as. */
  readonly comparesQuarters: boolean
}

/** A date as finely as it was given. */
export interface Point {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/** One time expression as a rule reads it: up to the atom `next`. */
export interface Reading {
  readonly next: number
  readonly type: TimeType
  readonly value: string
  readonly rule: RuleId
  /** Where it begins, when words before the place it was recognised at belong to it. */
  readonly first?: number
  /** The date to count on from. */
  readonly point?: Point | undefined
  readonly quarter?: { readonly year: number; readonly quarter: number } | undefined
}

/** Reads what stands at an atom, if it is a time. */
export type TimeRule = (atoms: readonly Atom[], at: number, context: Context) => Reading | undefined

/** The day that "this", "last" and "next" are counted from. */
export const today = ({ published, narrative, last }: Context): Day | undefined =>
  narrative ? (last ? asDay(last) : undefined) : published

/** The day that "later", "the next day" and "that year" are counted from: the last date told of. */
export const toldOf = (context: Context): Day | undefined =>
  context.last ? asDay(context.last) : context.narrative ? undefined : context.published

const asDay = ({ year, month, day }: Point): Day => ({
  year,
  month: month ?? 1,
  day: Math.min(day ?? 1, daysIn(year, month ?? 1)),
})

/** The day that an hour belongs to which is told without one. */
export const dayOfHours = (context: Context): Day | undefined => context.lastDay ?? today(context) ?? toldOf(context)

/** The context behind an expression. */
export function told(context: Context, { point, quarter, value }: Reading): Context {
  // "the nine months": what is compared with "a year earlier" from here on is no quarter.
  if (/^P(?:[69]M|1Y)$/.test(value)) return { ...context, comparesQuarters: false }
  if (!point && !quarter) return context
  return {
    ...context,
    last: point ?? context.last,
    lastDay: (point && dayIn(point)) ?? context.lastDay,
    lastYear: point?.year ?? context.lastYear,
    lastQuarter: quarter ?? context.lastQuarter,
    comparesQuarters: quarter ? true : context.comparesQuarters,
  }
}

const dayIn = ({ year, month, day }: Point): Day | undefined => (month && day ? { year, month, day } : undefined)

export type Tense = 'past' | 'present' | 'future' | 'unknown'

/** Is the clause around an atom about what was or what will be? The verb nearest before it decides, else the first after it. */
export function tenseAt(atoms: readonly Atom[], at: number): Tense {
  if (atoms[at + 1]?.lower === "'s") return 'past'
  for (let i = at - 1; i >= Math.max(0, at - 16); i--) {
    const tense = tenseOf(atoms, i)
    if (tense) return tense
    if (atoms[i]?.lower === ';') break
  }
  for (let i = at + 1; i < Math.min(atoms.length, at + 14); i++) {
    const tense = tenseOf(atoms, i)
    if (tense) return tense
  }
  return 'unknown'
}

const lowerOf = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

function tenseOf(atoms: readonly Atom[], at: number): Tense | undefined {
  const atom = atoms[at]
  if (atom?.kind !== 'word') return undefined
  if (futureCues.has(atom.lower) && looksAhead(atoms, at)) return lowerOf(atoms, at - 2) === 'had' ? 'past' : 'future'
  if (pastCues.has(atom.lower)) return 'past'
  if (/^(?:is|are)$/.test(atom.lower) && atoms[at + 1]?.lower !== 'to') return 'present'
  // "is to open", "are to vote"
  if (atom.lower === 'to' && /^(?:is|are)$/.test(atoms[at - 1]?.lower ?? '') && atoms[at + 1]?.pos === 'VERB')
    return 'future'
  // "agreed to buy it in January": what is agreed, planned or promised is still to come.
  if (atom.lower === 'to' && planCues.has(lowerOf(atoms, at - 1)) && atoms[at + 1]?.pos === 'VERB') return 'future'
  // "is heard in May", "to be paid in January"
  if (/^(?:is|are|be|being)$/.test(lowerOf(atoms, at - 1))) return undefined
  return atom.pos === 'VERB' && isPast(atom) ? 'past' : undefined
}

/** "is set to open", "plans to open"; not "set a record", "set aside her plans". */
const looksAhead = (atoms: readonly Atom[], at: number): boolean => {
  const word = lowerOf(atoms, at)
  if (word === 'set') return /^(?:to|for)$/.test(lowerOf(atoms, at + 1))
  return word !== 'plans' || atoms[at]?.pos === 'VERB' || lowerOf(atoms, at + 1) === 'to'
}

/** "brought", "opened": a form that is neither the lemma nor its present or participle; "hit" and "cut" are told by a list. */
const isPast = ({ lower, lemma }: Atom): boolean =>
  /(?:[^e]ed|told|hit|set|put)$/.test(lower) || (lemma !== lower && !/(?:s|ing)$/.test(lower))

/**
 * A history names many years, most of them far from its publication, and hardly a weekday or a "yesterday".
 * `pointing` is how many such words it has.
 */
export function isNarrative(years: readonly number[], pointing: number, published: Day | undefined): boolean {
  if (years.length < 5 || pointing * 6 > years.length) return false
  const near = years.filter((year) => published !== undefined && Math.abs(year - published.year) <= 2).length
  return near * 4 < years.length || (pointing === 0 && years.length >= 12)
}
