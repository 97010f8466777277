import { months } from '../../language/months.ts'
import type { Atom } from '../numerals/atoms.ts'
import { written } from './civil.ts'
import { type Reading, type TimeRule, today } from './context.ts'
import { dayReading } from './dates.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/**
 * Calendar dates of a text that is not in English: "3 mai 2025", "3. Mai 2025", "3 de mayo de 2025", "3 мая 2025 года",
 * "2025년 5월 3일". No sentence of such a text is understood, but its dates are read, so that they are not counted as amounts.
 */
export function datesIn(language: string): TimeRule {
  const named = new Map(
    (months[language.slice(0, 2)] ?? []).flatMap((words, i) => words.map((word) => [word, i + 1] as const)),
  )
  return (atoms, at, context) => {
    const numbers = eastAsian(atoms, at) ?? dayFirst(atoms, at)
    if (numbers) return numbers
    const day = digitsAt(atoms, at, 1, 31)
    if (day === undefined) return undefined
    const stop = lowerAt(atoms, at + 1) === '.' || /^(?:er|º|°)$/.test(lowerAt(atoms, at + 1)) ? 1 : 0
    const of = /^(?:de|d|of)$/.test(lowerAt(atoms, at + 1 + stop)) ? 1 : 0
    const monthAt = at + 1 + stop + of
    const month = named.get(lowerAt(atoms, monthAt))
    if (month === undefined) return undefined
    const joint = /^(?:de|del|,|\.)$/.test(lowerAt(atoms, monthAt + 1)) ? 1 : 0
    const stated = digitsAt(atoms, monthAt + 1 + joint, 1000, 2199)
    const year = stated ?? today(context)?.year
    const next = stated === undefined ? monthAt + 1 : yearWord(atoms, monthAt + 2 + joint)
    return year === undefined ? undefined : dayReading(next, { year, month, day }, 'times/other-language')
  }
}

/** "2025 года", "2025 року": the word for year belongs to the date. */
const yearWord = (atoms: readonly Atom[], at: number): number =>
  /^(?:года|году|г|року|р)$/.test(lowerAt(atoms, at)) ? at + 1 : at

function digitsAt(atoms: readonly Atom[], at: number, least: number, most: number): number | undefined {
  const atom = atoms[at]
  return atom?.kind === 'number' && /^\d+$/.test(atom.text) && atom.value >= least && atom.value <= most
    ? atom.value
    : undefined
}

/** "04/05/2025": the fourth of May nearly everywhere but in America. */
function dayFirst(atoms: readonly Atom[], at: number): Reading | undefined {
  const [slash, again] = [atoms[at + 1], atoms[at + 3]]
  if (slash?.text !== '/' || again?.text !== '/' || atoms[at + 2]?.spaced || atoms[at + 4]?.spaced) return undefined
  const [day, month, year] = [
    digitsAt(atoms, at, 1, 31),
    digitsAt(atoms, at + 2, 1, 12),
    digitsAt(atoms, at + 4, 1000, 2199),
  ]
  if (day === undefined || month === undefined || year === undefined) return undefined
  return dayReading(at + 5, { year, month, day }, 'times/other-language')
}

/** "2025년 5월 3일", "2025年5月3日", "5月3日". Particles hang on the last word, so the date may end before it. */
function eastAsian(atoms: readonly Atom[], at: number): Reading | undefined {
  const year = digitsAt(atoms, at, 1000, 2199)
  if (year === undefined || !/^[年년]/.test(lowerAt(atoms, at + 1))) return undefined
  const month = digitsAt(atoms, at + 2, 1, 12)
  if (month === undefined || !/^[月월]/.test(lowerAt(atoms, at + 3))) return undefined
  const day = digitsAt(atoms, at + 4, 1, 31)
  const last = day === undefined ? at + 3 : at + 5
  const whole = lowerAt(atoms, last).length === 1 ? last + 1 : last
  if (day !== undefined && /^[日일]/.test(lowerAt(atoms, at + 5)))
    return dayReading(whole, { year, month, day }, 'times/other-language')
  const next = lowerAt(atoms, at + 3).length === 1 ? at + 4 : at + 3
  return { next, type: 'DATE', value: written.month(year, month), rule: 'times/other-language', point: { year, month } }
}
