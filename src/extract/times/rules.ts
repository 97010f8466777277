import { clock } from './clock.ts'
import type { TimeRule } from './context.ts'
import { monthDate, numericDate, secondDay } from './dates.ts'
import { centuryAlone, decade } from './decades.ts'
import { duration } from './durations.ts'
import { halfYear } from './halves.ts'
import { oneDay } from './one-day.ts'
import { fiscalYear, quarter } from './quarters.ts'
import { deicticDay, ledUnit } from './relative.ts'
import { holiday, season } from './seasons.ts'
import { set } from './sets.ts'
import { weekOf } from './week-of.ts'
import { weekday } from './weekdays.ts'
import { wholeUnit } from './whole-units.ts'
import { yearAlone } from './years.ts'

/** Every way that a time is told, in the order in which they are asked. A new one may need its first words in `openers.ts`. */
export const rules: readonly TimeRule[] = [
  numericDate,
  clock,
  monthDate,
  secondDay,
  weekday,
  weekOf,
  halfYear,
  quarter,
  fiscalYear,
  decade,
  centuryAlone,
  season,
  holiday,
  deicticDay,
  ledUnit,
  wholeUnit,
  set,
  oneDay,
  duration,
  yearAlone,
]
