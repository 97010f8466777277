import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import { excerpt } from '../../model/span.ts'
import type { Time } from '../../model/time.ts'
import { type Atom, atomsOf } from '../numerals/atoms.ts'
import { defineStage } from '../stage.ts'
import { type Bounded, boundsOf } from './bounds.ts'
import { type Counted, countedAfter, countedBefore } from './counted.ts'
import { type Expression, expressionAt } from './expression.ts'
import { isNoCount } from './not-counts.ts'
import { rateAt } from './rate.ts'

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
      const atoms = atomsOf(document.text, sentence, tokens)
      const before = found.at(-1)
      const near = before && sentence.start - before.end < 400 ? before : undefined
      found.push(...inSentence(document.text, atoms, datesOf(dates, nextDate, sentence), near))
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
  earlier: Quantity | undefined,
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
    if (inDate && expression.kind !== 'time') {
      at = expression.numberEnd - 1
      continue
    }
    if (isTimeAdjective(atoms, expression) || isNoCount(atoms, expression)) {
      at = expression.numberEnd - 1
      continue
    }
    const quantity = quantityOf(text, atoms, expression, found.at(-1) ?? earlier)
    if (quantity) found.push(quantity)
    at = expression.next - 1
    while (quantity && (atoms[at + 1]?.start ?? quantity.end) < quantity.end) at++
  }
  return found
}

/** "a nine-day strike": the word describes the strike and counts no days. */
const isTimeAdjective = (atoms: readonly Atom[], { kind, numberEnd }: Expression): boolean =>
  kind === 'time' && atoms[numberEnd]?.lower === '-' && !atoms[numberEnd]?.spaced

function quantityOf(
  text: string,
  atoms: readonly Atom[],
  expression: Expression,
  earlier: Quantity | undefined,
): Quantity | undefined {
  const bounded = boundsOf(atoms, expression)
  const rate = rateAt(atoms, bounded.next)
  const many = !(expression.low === 1 && expression.high === 1)
  const counted = whatIsCounted(atoms, expression, bounded, rate?.next ?? bounded.next, many, earlier)
  if (!counted && expression.kind === 'count' && !expression.unit && isBare(atoms, expression)) return undefined
  const next = rate?.next ?? bounded.next
  const start = atoms[bounded.first]?.start ?? 0
  const end = atoms[next - 1]?.end ?? start
  const lateRate = rate ?? (counted?.span && counted.next > bounded.next ? rateAt(atoms, counted.next) : undefined)
  const elided = expression.unit === null && counted && counted.span === earlier?.ofSpan ? earlier : undefined
  return {
    ...excerpt(text, start, end),
    low: bounded.low,
    high: bounded.high,
    approximate: bounded.approximate,
    vague: expression.vague,
    unit: expression.unit ?? elided?.unit ?? null,
    of: counted?.phrase ?? null,
    ofSpan: counted?.span ?? null,
    per: lateRate?.per ?? null,
    change: bounded.change,
    rule: bounded.rule ?? expression.rule,
  }
}

/** A single small digit with nothing to count is no amount. */
const isBare = (atoms: readonly Atom[], { first, low, high, manner }: Expression): boolean => {
  if (manner === 'magnitude' || low !== high) return false
  const alone = atoms[first]
  return alone?.kind === 'number' && /^\d$/.test(alone.text)
}

function whatIsCounted(
  atoms: readonly Atom[],
  { kind, numberEnd, manner }: Expression,
  { first }: Bounded,
  next: number,
  many: boolean,
  earlier: Quantity | undefined,
): Counted | undefined {
  if (kind === 'age') return undefined
  if (kind === 'time') return undefined
  if (kind === 'count') {
    const after = countedAfter(atoms, Math.max(next, numberEnd), many)
    if (after) return after
    return countedBefore(atoms, first, false) ?? inherited(atoms, next, earlier)
  }
  const after =
    atoms[next]?.lower === 'of' || kind === 'share' || kind === 'money' || manner === 'fraction'
      ? countedAfter(atoms, next, many)
      : undefined
  return after ?? countedBefore(atoms, first, kind === 'share')
}

/** "compared with about 340 on Monday": the noun of the count before is meant. */
function inherited(atoms: readonly Atom[], next: number, earlier: Quantity | undefined): Counted | undefined {
  if (!earlier?.of || earlier.unit === 'percentage') return undefined
  return { phrase: earlier.of, span: earlier.ofSpan, next: Math.min(atoms.length, next) }
}
