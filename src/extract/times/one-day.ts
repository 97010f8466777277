import type { Atom } from '../numerals/atoms.ts'
import { type TimeRule, tenseAt } from './context.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "will one day be", "One day a stranger came": no length of time, but some day of what is to come or has been. */
export const oneDay: TimeRule = (atoms, at) => {
  if (lowerAt(atoms, at) !== 'one' || lowerAt(atoms, at + 1) !== 'day') return undefined
  if (
    /^(?:in|for|within|after|before|of|than|by|least|about|just|only|to|on|from|every|-|and|or)$/.test(
      lowerAt(atoms, at - 1),
    )
  )
    return undefined
  if (/^(?:-|of|ago|later|earlier|after|before|and|or|per|a|to)$/.test(lowerAt(atoms, at + 2))) return undefined
  const tense = tenseAt(atoms, at)
  const opens = at === 0 || atoms[at - 1]?.kind === 'mark'
  if (tense !== 'future' && !(tense === 'past' && opens)) return undefined
  return { next: at + 2, type: 'DATE', value: tense === 'past' ? 'PAST_REF' : 'FUTURE_REF', rule: 'times/one-day' }
}
