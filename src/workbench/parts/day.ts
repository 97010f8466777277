import { dayWords, hourOf } from '../../export/view/day-words.ts'
import { plain } from '../../export/view/plain.ts'

/** A day in words. What is no date is shown as it stands, but for marks that nobody can see: it came from an article. */
export const dayOf = (when: string): string => plain(dayWords(when)).slice(0, 60)

/** "6 April 2025, 21:30"; the hour only where it is known. */
export const dayAndHour = (when: string): string => [dayOf(when), hourOf(when)].filter(Boolean).join(', ')
