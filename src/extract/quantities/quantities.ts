import { isRead } from '../../language/read-languages.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import type { Time } from '../../model/time.ts'
import { type Atom, atomsOf } from '../numerals/atoms.ts'
import { numbersIn } from '../numerals/other-languages.ts'
import { defineStage } from '../stage.ts'
import { boundsOf } from './bounds.ts'
import { type Expression, expressionAt } from './expression.ts'
import { isNoCount } from './not-counts.ts'
import { isAge, noun } from './noun.ts'
import { type Rate, rateAt } from './rate.ts'

/** Amounts with their doubt kept: how many or how much, of what, per what. Dates and names with numbers are no amounts. */
export const quantities = defineStage({
  ref: 'quantities@1',
  needs: ['sentences', 'tokens', 'times'],
  gives: ['quantities'],
  run(document, { sentences, tokens, times }) {
    const found: Quantity[] = []
    const dates = times.filter(({ type }) => type !== 'DURATION')
    let nextDate = 0
    for (const sentence of sentences) {
      while (nextDate < dates.length && (dates[nextDate]?.end ?? 0) <= sentence.start) nextDate++
      const atoms = numbersIn(atomsOf(document.text, sentence, tokens), document.language)
      const recent = found.slice(-8)
      for (const quantity of inSentence(document.text, atoms, datesOf(dates, nextDate, sentence), recent))
        found.push(isRead(document.language) ? quantity : { ...quantity, of: null, ofSpan: null })
    }
    return { quantities: found }
  },
})

function datesOf(dates: readonly Time[], from: number, sentence: Span): readonly Time[] {
  let to = from
  while ((dates[to]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) to++
  return dates.slice(from, to)
}

function inSentence(
  text: string,
  atoms: readonly Atom[],
  dates: readonly Time[],
  earlier: readonly Quantity[],
): readonly Quantity[] {
  const found: Quantity[] = []
  let date = 0
  for (let at = 0; at < atoms.length; at++) {
    const expression = expressionAt(atoms, at)
    if (!expression) continue
    const start = atoms[expression.first]?.start ?? 0
    while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= start) date++
    const dated = dates[date]
    const inDate =
      dated !== undefined && dated.start < (atoms[expression.numberEnd - 1]?.end ?? 0) && dated.start <= start
    if (inDate && expression.kind !== 'time') continue
    if (isTimeAdjective(atoms, expression) || isNoCount(atoms, expression)) {
      if (expression.manner !== 'digits') at = expression.numberEnd - 1
      continue
    }
    const quantity = quantityOf(text, atoms, expression, latest(earlier, found))
    if (quantity) found.push(quantity)
    at = expression.next - 1
    while (quantity && (atoms[at + 1]?.start ?? quantity.end) < quantity.end) at++
  }
  return found
}

/** What was counted last, in this sentence and before it. */
const latest = (earlier: readonly Quantity[], found: readonly Quantity[]): readonly Quantity[] =>
  found.length >= 8 ? found.slice(-8) : [...earlier, ...found].slice(-8)

/** "a nine-day strike": the word describes the strike and counts no days. */
const isTimeAdjective = (atoms: readonly Atom[], { kind, numberEnd }: Expression): boolean =>
  kind === 'time' && atoms[numberEnd]?.lower === '-' && !atoms[numberEnd]?.spaced

function quantityOf(
  text: string,
  atoms: readonly Atom[],
  expression: Expression,
  recent: readonly Quantity[],
): Quantity | undefined {
  const bounded = boundsOf(atoms, expression)
  const rate = rateAt(atoms, bounded.next)
  const { counted, unit, change } = noun(text, atoms, expression, bounded, rate?.next ?? bounded.next, recent)
  if (!counted && expression.kind === 'count' && !expression.unit && isBare(atoms, expression)) return undefined
  const next = rate?.next ?? bounded.next
  const start = atoms[bounded.first]?.start ?? 0
  const end = atoms[next - 1]?.end ?? start
  const lateRate =
    rate ??
    (counted?.span && counted.next > bounded.next ? rateAt(atoms, counted.next) : undefined) ??
    rateBehindBrackets(atoms, bounded.next)
  const age = isAge(atoms, expression)
  return {
    start,
    end,
    quote: text.slice(start, end),
    low: bounded.low,
    high: bounded.high,
    approximate: bounded.approximate,
    vague: expression.vague,
    unit: age ? 'year of age' : unit,
    of: age ? null : (counted?.phrase ?? null),
    ofSpan: age ? null : (counted?.span ?? null),
    per: lateRate?.per ?? null,
    change: change ?? bounded.change,
    rule: bounded.rule ?? expression.rule,
  }
}

/** "9 billion shekels ($2.4 billion) a year": the same sum in other money stands between. */
function rateBehindBrackets(atoms: readonly Atom[], at: number): Rate | undefined {
  if (atoms[at]?.lower !== '(') return undefined
  for (let next = at + 2; next < at + 8; next++) if (atoms[next]?.lower === ')') return rateAt(atoms, next + 1)
  return undefined
}

/** A single small digit with nothing to count is no amount. */
const isBare = (atoms: readonly Atom[], { first, low, high, manner }: Expression): boolean => {
  if (manner === 'magnitude' || low !== high) return false
  const alone = atoms[first]
  return alone?.kind === 'number' && /^\d$/.test(alone.text)
}
