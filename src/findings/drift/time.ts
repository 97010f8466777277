import type { RuleId } from '../../model/rule.ts'
import type { Told } from '../told.ts'
import type { Compared } from './changes.ts'

/** Another date: each telling gives one, and neither can be the other told more roughly. */
export function timeChange({ from, to, earlier, likeness }: Compared): RuleId | null {
  if (likeness < alike) return null
  const [before, after] = [datesOf(from), datesOf(to)]
  const [was, now] = [before[0], after[0]]
  if (before.length !== 1 || after.length !== 1 || was === undefined || now === undefined) return null
  if (earlier.some((one) => datesOf(one).some((date) => compatible(date, now)))) return null
  return compatible(was, now) ? null : 'drift/other-date'
}

/** The dates of a statement to the month or the day. */
function datesOf({ reading, content }: Told): readonly string[] {
  const times = reading.statements[content.statement]?.times ?? []
  return times.flatMap((at) => {
    const time = reading.times[at]
    return time?.type === 'DATE' && isCalendarDate(time.quote) && /^\d{4}-\d\d(?:-\d\d)?$/.test(time.value)
      ? [time.value]
      : []
  })
}

/** "20 June", "the end of July": not "on Tuesday" or "a day earlier", which move with the day of publication. */
const isCalendarDate = (words: string): boolean =>
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(words)

const compatible = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

/** So alike that the dates are of one thing. */
const alike = 0.45
