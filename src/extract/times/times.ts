import { dayParts, partWords, references, timeUnits, weekdays } from '../../language/en/calendar.ts'
import { isRead } from '../../language/read-languages.ts'
import { excerpt } from '../../model/span.ts'
import type { Time } from '../../model/time.ts'
import { type Atom, atomsOf } from '../numerals/atoms.ts'
import { phrasesOf } from '../numerals/phrases.ts'
import { defineStage } from '../stage.ts'
import { parseDay } from './civil.ts'
import { type Context, isNarrative, type Reading, told } from './context.ts'
import { duration } from './durations.ts'
import { mayOpen } from './openers.ts'
import { datesIn } from './other-languages.ts'
import { rules } from './rules.ts'
import { set } from './sets.ts'

/** Dates, times of day, durations and repeated times, with their TIMEX3 values counted from the day of publication. */
export const times = defineStage({
  ref: 'times@1',
  needs: ['sentences', 'tokens'],
  gives: ['times'],
  run(document, { sentences, tokens }) {
    const read = sentences.map((sentence) => atomsOf(document.text, sentence, tokens))
    const published = parseDay(document.published)
    const foreign = isRead(document.language) ? undefined : datesIn(document.language)
    let context: Context = {
      published,
      narrative: isNarrative(read.flatMap(yearsOf), read.flatMap(pointingIn).length, published),
      last: undefined,
      lastDay: undefined,
      lastYear: undefined,
      lastQuarter: undefined,
      comparesQuarters: false,
    }
    const times: Time[] = []
    for (const atoms of read) {
      for (let at = 0; at < atoms.length; at++) {
        const found = foreign?.(atoms, at, context) ?? readAt(atoms, at, context)
        if (!found) continue
        const { first, next, type, value, rule } = withBounds(atoms, at, found)
        times.push({
          ...excerpt(document.text, atoms[first]?.start ?? 0, atoms[next - 1]?.end ?? 0),
          type,
          value,
          rule,
        })
        // The date of a paper is when it was written: what is told next did not happen on it.
        if (lowerAt(atoms, first - 1) !== 'dated') context = told(context, found)
        at = next - 1
      }
    }
    return { times }
  },
})

const yearsOf = (atoms: readonly Atom[]): readonly number[] =>
  atoms.filter(({ kind, text }) => kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(text)).map(({ value }) => value)

const pointingIn = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.filter(
    ({ lower, text }, at) =>
      pointing.has(lower) ||
      (weekdays.has(lower) && lower.length > 5 && /^\p{Lu}/u.test(text)) ||
      (/^(?:week|month|year)$/.test(lower) && /^(?:this|last|next)$/.test(lowerAt(atoms, at - 1))),
  )
const pointing: ReadonlySet<string> = new Set(['yesterday', 'today', 'tomorrow', 'tonight'])

/** Of the rules that fit, the one that reads furthest is taken, the earlier one where two read as far. */
function readAt(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const first = atoms[at]
  if (!first || !mayOpen(first)) return undefined
  let best = referenceAt(atoms, at, context)
  for (const rule of rules) {
    const found = rule(atoms, at, context)
    if (found && (!best || found.next > best.next)) best = found
  }
  if (isTitle(atoms, at)) return undefined
  const part = partAt(atoms, at, context)
  return part && (!best || part.next > best.next) ? part : best
}

/** "USA Today", "Radio Tonight", ABC's "This Week", "60 Minutes": capitals inside a sentence make a name of it. */
function isTitle(atoms: readonly Atom[], at: number): boolean {
  const capital = (index: number): boolean => /^\p{Lu}/u.test(atoms[index]?.text ?? '')
  if (atoms[at]?.kind === 'number') return timeUnits.has(lowerAt(atoms, at + 1)) && capital(at + 1) && !shouted(atoms)
  if (!capital(at)) return false
  const before = atoms[at - 1]
  if (pointing.has(lowerAt(atoms, at))) return before?.kind === 'word' && capital(at - 1) && before.pos === 'PROPN'
  return lowerAt(atoms, at) === 'this' && timeUnits.has(lowerAt(atoms, at + 1)) && capital(at + 1)
}

/** A headline in capitals throughout, or in title case. Looked at once for each sentence. */
function shouted(atoms: readonly Atom[]): boolean {
  const known = shouting.get(atoms)
  if (known !== undefined) return known
  const long = atoms.filter(({ kind, text }) => kind === 'word' && text.length > 3)
  const found = long.filter(({ text }) => /^\p{Lu}/u.test(text)).length * 2 > long.length
  shouting.set(atoms, found)
  return found
}

const shouting = new WeakMap<readonly Atom[], boolean>()

const words = phrasesOf(references.map((reference) => [reference.words, reference] as const))

function referenceAt(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const found = words.from(atoms, at)
  if (!found) return undefined
  // "As soon as", "soon after" tell an order, and no time.
  const word = atoms[at]?.lower
  if (word === 'soon' && (atoms[at - 1]?.lower === 'as' || /^(?:as|after)$/.test(atoms[at + 1]?.lower ?? '')))
    return undefined
  // In a history "soon" and "at this point" count from what was told.
  if (context.narrative && (word === 'soon' || found.entry.words === 'at this point')) return undefined
  return { next: found.next, type: 'DATE', value: found.entry.value, rule: found.entry.rule }
}

/** "early next year", "mid-2025", "the end of 2024", "later this month": the value is that of the whole, as TimeML has it. */
function partAt(atoms: readonly Atom[], at: number, context: Context): Reading | undefined {
  const core = partLength(atoms, at)
  if (!core) return undefined
  let best: Reading | undefined
  for (const rule of rules) {
    const found = rule === set || rule === duration ? undefined : rule(atoms, at + core, context)
    if (found && (!best || found.next > best.next)) best = found
  }
  const night = best && core === 3 ? dayParts.get(lowerAt(atoms, at + 1)) : undefined
  if (best?.type === 'DATE' && night)
    return /^\d{4}-\d\d-\d\d$/.test(best.value) ? { ...best, type: 'TIME', value: `${best.value}T${night}` } : undefined
  return best?.type === 'DATE' || best?.type === 'TIME' ? best : undefined
}

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

function partLength(atoms: readonly Atom[], at: number): number {
  const word = atoms[at]?.lower ?? ''
  const after = atoms[at + 1]?.lower ?? ''
  if (/^(?:early|late|mid|earlier|later)$/.test(word)) return after === '-' || after === 'in' || after === 'on' ? 2 : 1
  const the = word === 'the' ? 1 : 0
  const part = atoms[at + the]?.lower ?? ''
  if (the && /^(?:early|late|mid)$/.test(part)) return atoms[at + 2]?.lower === '-' ? 3 : 2
  if (the && (partWords.has(part) || dayParts.has(part)) && atoms[at + 2]?.lower === 'of') return 3
  return 0
}

/** "nearly two years", "more than four hours", "around 9 p.m.": the words of doubt belong to the expression. */
function withBounds(atoms: readonly Atom[], at: number, found: Reading): Reading & { readonly first: number } {
  const first = found.first ?? at
  const doubtful = found.type === 'DURATION' || found.rule === 'times/clock' || found.rule === 'times/moved'
  if (!doubtful || /^(?:the|past|last|next|first|these|those|this)$/.test(atoms[at]?.lower ?? ''))
    return { ...found, first }
  const bound = doubts.before(atoms, first)
  return { ...found, first: bound ? bound.first : first }
}

const doubts = phrasesOf(
  [
    'nearly',
    'almost',
    'about',
    'around',
    'roughly',
    'approximately',
    'some',
    'over',
    'under',
    'more than',
    'less than',
    'fewer than',
    'at least',
    'up to',
    'no more than',
    'just over',
    'just under',
    'as long as',
    'at most',
  ].map((phrase) => [phrase, phrase] as const),
)
