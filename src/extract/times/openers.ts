import {
  dayParts,
  holidays,
  months,
  often,
  partWords,
  references,
  seasons,
  timeUnits,
  weekdays,
} from '../../language/en/calendar.ts'
import { fractionSigns, ordinals, tens, units } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'

/** Can a time begin with this? Two words in three open none, and no rule need look at what stands there. */
export const mayOpen = ({ kind, lower, text }: Atom): boolean =>
  kind === 'number' || openers.has(lower) || fractionSigns.has(text)

/** Words of the calendar and of numbers, and those that lead to them: "the past two days", "its last year", "every day", "the '90s". */
const openers: ReadonlySet<string> = new Set([
  ...[months, weekdays, seasons, dayParts, timeUnits, often, units, tens, ordinals].flatMap((words) => [
    ...words.keys(),
  ]),
  ...[...references, ...holidays].map(({ words }) => words.split(/ |'/)[0] ?? ''),
  ...partWords,
  ...(
    "the that this these those his her its their our a an every each per last past previous preceding same current present ' " +
    'next coming following upcoming final recent latest another additional latter early earlier late later mid few several ' +
    'many some couple half quarter one-half twenties thirties forties fifties sixties seventies eighties nineties fiscal ' +
    'financial calendar fy q corresponding comparable equivalent like period most noon midday midnight today yesterday ' +
    'tomorrow tonight overnight'
  ).split(' '),
])
