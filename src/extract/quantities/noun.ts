import type { Quantity, QuantityChange } from '../../model/quantity.ts'
import type { Atom } from '../numerals/atoms.ts'
import type { Bounded } from './bounds.ts'
import { type Counted, countedAfter, countedPeople, phraseFrom } from './counted.ts'
import type { Expression } from './expression.ts'
import { governor } from './governor.ts'

/** What an expression counts, and what it takes over from a quantity told before. */
export interface Noun {
  readonly counted: Counted | undefined
  readonly unit: string | null
  readonly change: QuantityChange | undefined
}

/** Looks after the number, then before it, then among the quantities told before. */
export function noun(
  text: string,
  atoms: readonly Atom[],
  found: Expression,
  bounded: Bounded,
  next: number,
  recent: readonly Quantity[],
): Noun {
  const { kind, unit } = found
  const twin = secondWording(text, atoms, bounded, recent)
  const change = twin && bounded.change === '=' ? twin.change : undefined
  if (kind === 'age' || kind === 'time') return { counted: undefined, unit, change: undefined }
  if (kind === 'count') return { ...count(atoms, found, bounded, next, recent), change: undefined }
  const after = measuredAfter(atoms, found, next)
  const counted = after ?? (twin && takenFrom(twin, next)) ?? governor(atoms, bounded.first, true)
  return { counted: counted ?? toldBefore(found, next, recent), unit, change }
}

/** "he was 10", "she will be 35 by the end of the year". */
export function isAge(atoms: readonly Atom[], { first, next }: Expression): boolean {
  const words = [3, 2, 1].map((back) => atoms[first - back]?.lower ?? '')
  const verb = /^(?:was|is|be|turned|turns|turning|aged)$/.test(words[2] ?? '')
  const person =
    words[2] === 'aged' ||
    /^(?:he|she|who)$/.test(words[1] ?? '') ||
    (/^(?:he|she|who)$/.test(words[0] ?? '') && words[1] === 'will')
  const after = atoms[next]
  return verb && person && (!after || after.kind === 'mark' || /^(?:by|when|and|at|in|this|next|on)$/.test(after.lower))
}

function count(
  atoms: readonly Atom[],
  { low, high, numberEnd }: Expression,
  { first }: Bounded,
  next: number,
  recent: readonly Quantity[],
): { readonly counted: Counted | undefined; readonly unit: string | null } {
  const many = !(low === 1 && high === 1)
  const tied = tiedNoun(atoms, numberEnd)
  if (tied) return { counted: tied, unit: null }
  const plain =
    countedAfter(atoms, Math.max(next, numberEnd), many) ?? countedPeople(atoms, first) ?? governor(atoms, first, false)
  if (plain) return { counted: plain, unit: null }
  const before = alike(low, recent)
  return before ? { counted: takenFrom(before, next), unit: before.unit } : { counted: undefined, unit: null }
}

/** "a 120-seat ferry" counts seats, and no ferries. */
function tiedNoun(atoms: readonly Atom[], at: number): Counted | undefined {
  const word = atoms[at + 1]
  if (atoms[at]?.lower !== '-' || atoms[at]?.spaced || word?.spaced !== false || word.kind !== 'word') return undefined
  return { phrase: word.text, span: { start: word.start, end: word.end }, next: at + 2 }
}

/** "compared with about 340 on Monday", "against 16.8 million in 2024": of the counts before, the one of like size is meant. */
function alike(value: number, recent: readonly Quantity[]): Quantity | undefined {
  const counts = recent.filter(({ of, unit }) => of !== null && unit !== 'percentage').reverse()
  const near = counts.find(({ low, high }) => {
    const other = high ?? low ?? 0
    return other > 0 && value / other <= 10 && other / value <= 10
  })
  return near ?? counts.find(({ unit }) => unit === null)
}

const takenFrom = ({ of, ofSpan }: Quantity, next: number): Counted | undefined =>
  of === null ? undefined : { phrase: of, span: ofSpan, next }

/** "61 percent of the cells", "a $340 million relief package", "40 billion tenge in aid", "the 31-metre dam". */
function measuredAfter(
  atoms: readonly Atom[],
  { kind, numberEnd, manner }: Expression,
  next: number,
): Counted | undefined {
  const first = atoms[next]?.lower ?? ''
  const tied = atoms[numberEnd]?.lower === '-'
  if (kind === 'money' && /^(?:in|into)$/.test(first) && ['NOUN', 'ADJ', 'VERB'].includes(atoms[next + 1]?.pos ?? '')) {
    const spent = phraseFrom(atoms, next + 1, false)
    if (spent) return spent
  }
  if (kind === 'share' && /^(?:less|more|fewer)$/.test(first) && atoms[next + 1]?.pos === 'NOUN')
    return phraseFrom(atoms, next + 1, true)
  if (first === 'of' || kind === 'share' || kind === 'money' || manner === 'fraction' || tied) {
    return countedAfter(atoms, next, false)
  }
  return undefined
}

/** The quantity that this one only says again: "48 million pesos ($830,000)", "190 points, or 0.6%". */
function secondWording(
  text: string,
  atoms: readonly Atom[],
  { first }: Bounded,
  recent: readonly Quantity[],
): Quantity | undefined {
  const last = recent.at(-1)
  const start = atoms[first]?.start
  if (!last || start === undefined || start <= last.end || start - last.end > 6) return undefined
  return /^\s*\(|^, or\s/.test(text.slice(last.end, start)) ? last : undefined
}

/** A share or sum whose noun is not said has been told of before: the same value, else the last of its unit. */
function toldBefore(found: Expression, next: number, recent: readonly Quantity[]): Counted | undefined {
  const same = recent.filter(({ of, unit }) => of !== null && unit === found.unit).reverse()
  const before =
    same.find(({ low, high }) => low === found.low || high === found.high) ??
    (found.kind === 'money' ? undefined : same[0])
  return before && takenFrom(before, next)
}
