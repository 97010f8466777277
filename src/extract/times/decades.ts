import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import type { Reading, TimeRule } from './context.ts'
import { dayNumeral } from './day-numeral.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

const decades: ReadonlyMap<string, number> = new Map([
  ['twenties', 1920],
  ['thirties', 1930],
  ['forties', 1940],
  ['fifties', 1950],
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
])

/** "the 1990s", "the '90s", "the late 1970s", "the nineties". TIMEX3 writes a decade with three digits. */
export const decade: TimeRule = (atoms, at) => {
  let next = at
  if (lowerAt(atoms, next) === 'the') next++
  const word = decades.get(lowerAt(atoms, next))
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
