import { often, timeUnits } from '../../language/en/calendar.ts'
import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import type { Reading, TimeRule } from './context.ts'
import { monthAt } from './dates.ts'
import { countedSpan, durationValue } from './spans.ts'
import { weekdayAt } from './weekdays.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "every day", "each month", "every two weeks", "daily", "every Monday", "Mondays", "twice a week". */
export const set: TimeRule = (atoms, at) => {
  const word = lowerAt(atoms, at)
  const adverb = often.get(word)
  // "the party daily Granma" is a paper.
  if (adverb && atoms[at + 1]?.pos === 'PROPN' && /^\p{Lu}/u.test(atoms[at + 1]?.text ?? '')) return undefined
  if (adverb) return { next: at + 1, type: 'SET', value: adverb, rule: 'times/set' }
  // "15 million instructions per second" is a speed.
  if (word === 'per' && timeUnits.get(lowerAt(atoms, at + 1))?.clock === false) {
    const unit = timeUnits.get(lowerAt(atoms, at + 1))
    return unit && { next: at + 2, type: 'SET', value: durationValue({ count: 1, unit, next: at }), rule: 'times/set' }
  }
  if (word === 'a') return rateSpan(atoms, at)
  if (word !== 'every' && word !== 'each') return undefined
  const day = weekdayAt(atoms, at + 1)
  if (day) return { next: at + 2, type: 'SET', value: `XXXX-WXX-${day}`, rule: 'times/set' }
  const month = monthAt(atoms, at + 1, true)
  if (month) return { next: month.next, type: 'SET', value: `XXXX-${written.two(month.month)}`, rule: 'times/set' }
  const unit = timeUnits.get(lowerAt(atoms, at + 1))
  if (unit) return { next: at + 2, type: 'SET', value: durationValue({ count: 1, unit, next: at }), rule: 'times/set' }
  const span = countedSpan(atoms, at + 1)
  return span && word === 'every'
    ? { next: span.next, type: 'SET', value: durationValue(span), rule: 'times/set' }
    : undefined
}

/** "four flights a week", "$1.76 a year", "20 % a month": how often, and not how long. */
function rateSpan(atoms: readonly Atom[], at: number): Reading | undefined {
  const unit = timeUnits.get(lowerAt(atoms, at + 1))
  const before = atoms[at - 1]
  if (!unit || unit.clock || /s$/.test(lowerAt(atoms, at + 1)) || unit.granularity === 'weekend') return undefined
  const counted = before?.kind === 'number' || before?.lower === '%' || /^(?:NOUN|NUM)$/.test(before?.pos ?? '')
  if (!counted || /^(?:after|before|since|from|and|or|in|that|when|until|-|into)$/.test(lowerAt(atoms, at + 2)))
    return undefined
  if (!hasNumber(atoms, at)) return undefined
  return { next: at + 2, type: 'SET', value: durationValue({ count: 1, unit, next: at }), rule: 'times/rate' }
}

const hasNumber = (atoms: readonly Atom[], at: number): boolean =>
  [1, 2, 3, 4].some((back) => atoms[at - back]?.kind === 'number' || atoms[at - back]?.pos === 'NUM')
