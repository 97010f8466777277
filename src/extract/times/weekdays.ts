import { dayParts, openModals, perceived, tellingVerbs, weekdays } from '../../language/en/calendar.ts'
import type { Atom } from '../numerals/atoms.ts'
import { addDays, type Day, weekdayOf, written } from './civil.ts'
import { type Context, type Reading, type TimeRule, tenseAt, today, toldOf } from './context.ts'
import { monthAt, monthDate } from './dates.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "Tuesday", "last Friday", "Saturday, April 18", "Friday morning", "next Monday night". */
export const weekday: TimeRule = (atoms, at, context) => {
  const lead = /^(?:last|next|this|past|coming|earlier|late|early)$/.test(lowerAt(atoms, at))
    ? lowerAt(atoms, at)
    : undefined
  const toldFrom = /^(?:previous|following)$/.test(lowerAt(atoms, at + 1)) && lowerAt(atoms, at) === 'the'
  if (toldFrom) return besideTold(atoms, at, context)
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
  // "Tuesday nights": every Tuesday.
  if (part && !lead && /s$/.test(lowerAt(atoms, next)))
    return { next: end, type: 'SET', value: `XXXX-WXX-${number}T${part}`, rule: 'times/set' }
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

/** "the previous Friday", "the following Monday": counted from the date told of. */
function besideTold(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const number = weekdayAt(atoms, at + 2)
  const base = toldOf(context)
  if (!number || !base) return undefined
  const back = (weekdayOf(base) - number + 7) % 7
  const point = addDays(base, lowerAt(atoms, at + 1) === 'previous' ? -(back || 7) : 7 - back)
  return { next: at + 3, type: 'DATE', value: written.day(point), rule: 'times/weekday', point }
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
  const deadline = deadlineBefore(atoms, at)
  const tense = deadline === 'sure' || (deadline && verb !== 'past') ? 'future' : verb
  const leftOpen = tense === 'future' ? 'ahead' : leftOpenBy(atoms, at)
  return leftOpen === 'ahead' || (leftOpen === 'either' && ahead < back) ? addDays(base, ahead) : addDays(base, -back)
}

/**
 * "It may rain on Monday" looks ahead. "She said they could go home on Monday" tells what was allowed: the Monday to come where that is the
 * nearer one. "They could see it on Monday" tells what was seen.
 */
function leftOpenBy(atoms: readonly Atom[], weekday: number): 'ahead' | 'either' | undefined {
  for (let at = weekday - 1; at >= Math.max(0, weekday - 9); at--) {
    const word = lowerAt(atoms, at)
    if (/^[;:"“”]$/.test(word)) return undefined
    if (!openModals.has(word)) continue
    const verb = atoms[lowerAt(atoms, at + 1) === 'not' || atoms[at + 1]?.pos === 'ADV' ? at + 2 : at + 1]
    if (verb === undefined || verb.lower === 'have' || perceived.has(verb.lower)) return undefined
    // The month of May, and whatever else no verb follows.
    if (!/^(?:VERB|AUX)$/.test(verb.pos)) return undefined
    if (word !== 'could') return 'ahead'
    const isTold = atoms.slice(0, at).some(({ lower }) => tellingVerbs.has(lower))
    return isTold && lowerAt(atoms, at + 1) !== 'not' ? 'either' : undefined
  }
  return undefined
}

/** "until 9 a.m. Tuesday", "as soon as Tuesday" lie ahead for sure; "by Tuesday" may have passed. */
function deadlineBefore(atoms: readonly Atom[], weekday: number): 'sure' | 'likely' | undefined {
  let at = weekday - 1
  while (at > weekday - 7 && (atoms[at]?.kind === 'number' || clockWords.has(lowerAt(atoms, at)))) at--
  const word = lowerAt(atoms, at)
  if (word === 'until' || word === 'till') return at > 0 ? 'sure' : 'likely'
  if (word === 'as' && /^(?:soon|early|late)$/.test(lowerAt(atoms, at - 1))) return 'sure'
  return word === 'by' ? 'likely' : undefined
}

const clockWords: ReadonlySet<string> = new Set(
  ': a.m. p.m. a.m p.m am pm noon midnight gmt utc est edt et cst cdt pst pdt local time late early on at'.split(' '),
)
