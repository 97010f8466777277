import type { Quantity, QuantityChange } from '../../model/quantity.ts'
import type { Atom } from '../numerals/atoms.ts'
import { numeralAt } from '../numerals/numeral.ts'
import type { Bounded } from './bounds.ts'
import { type Counted, countedAfter, countedPeople, phraseFrom } from './counted.ts'
import type { Expression } from './expression.ts'
import { governor } from './governor.ts'
import { unitNamed } from './unit.ts'

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
  const moves = twin?.change === 'up' || twin?.change === 'down'
  const change = moves && bounded.change === '=' ? twin.change : undefined
  if (kind === 'age' || kind === 'time') return { counted: undefined, unit, change: undefined }
  if (kind === 'count') return { ...count(atoms, found, bounded, next, recent), change: undefined }
  const after = measuredAfter(atoms, found, next)
  const counted = after ?? (twin && takenFrom(twin, next)) ?? governor(atoms, bounded.first, true)
  return { counted: counted ?? toldBefore(found, next, recent), unit, change }
}

/** "he was 10", "she will be 35 by the end of the year", "under the age of 5 years". */
export function isAge(atoms: readonly Atom[], { first, next, kind, unit }: Expression): boolean {
  if (kind !== 'count' && unit !== 'year') return false
  if (atoms[first - 1]?.lower === 'of' && atoms[first - 2]?.lower === 'age') return true
  if (kind !== 'count') return false
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
  const tied =
    tiedNoun(atoms, numberEnd) ?? (many ? (looseNoun(atoms, first, numberEnd) ?? moved(atoms, next)) : undefined)
  if (tied) return { counted: tied, unit: null }
  const scale = onScale(atoms, numberEnd)
  if (scale) return { counted: undefined, unit: scale }
  const plain =
    countedAfter(atoms, Math.max(next, numberEnd), many) ??
    orSo(atoms, first) ??
    countedPeople(atoms, first) ??
    governor(atoms, first, false)
  // "the median age is 38", "a life expectancy of 73": counted in years.
  if (plain)
    return { counted: plain, unit: /(?:^| )(?:age|life expectancy)$/.test(plain.phrase) ? 'year of age' : null }
  const before = alike(low, recent)
  return before ? { counted: takenFrom(before, next), unit: before.unit } : { counted: undefined, unit: null }
}

/** "a 120-seat ferry" counts seats, and no ferries. */
function tiedNoun(atoms: readonly Atom[], at: number): Counted | undefined {
  const word = atoms[at + 1]
  if (atoms[at]?.lower !== '-' || atoms[at]?.spaced || word?.spaced !== false || word.kind !== 'word') return undefined
  return { phrase: word.text, span: { start: word.start, end: word.end }, next: at + 2 }
}

/** "a 12 page document" counts pages: after an article a singular noun belongs to the number, as with a hyphen. */
function looseNoun(atoms: readonly Atom[], first: number, at: number): Counted | undefined {
  const word = atoms[at]
  const after = atoms[at + 1]
  if (!word?.spaced || word.pos !== 'NOUN' || !after?.spaced || after.pos !== 'NOUN') return undefined
  if (!/^(?:a|an|the|its|his|her|their)$/.test(atoms[first - 1]?.lower ?? '')) return undefined
  if (/[^s]s$/.test(word.lower) || /[^s]s$/.test(after.lower) || /^(?:people|men|women)$/.test(after.lower))
    return undefined
  return { phrase: word.text, span: { start: word.start, end: word.end }, next: at + 1 }
}

/** "between 50 and 70 on the GPa scale": the scale's unit. */
const onScale = (atoms: readonly Atom[], at: number): string | undefined => {
  if (atoms[at]?.lower !== 'on' || atoms[at + 1]?.lower !== 'the') return undefined
  const found = unitNamed(atoms, at + 2)
  return found && atoms[found.next]?.lower === 'scale' ? found.unit.name : undefined
}

/** "a mistake or two", "another day or two". */
function orSo(atoms: readonly Atom[], first: number): Counted | undefined {
  const word = atoms[first - 2]
  if (atoms[first - 1]?.lower !== 'or' || word?.pos !== 'NOUN' || /[^s]s$/.test(word.lower)) return undefined
  if (!/^(?:a|an|another)$/.test(atoms[first - 3]?.lower ?? '')) return undefined
  return { phrase: word.text, span: { start: word.start, end: word.end }, next: first }
}

/** "16,369.03, up 58.06 points": the level is counted in what it moved by. */
function moved(atoms: readonly Atom[], at: number): Counted | undefined {
  const to = atoms[at]?.lower === ',' ? at + 1 : at
  if (!/^(?:up|down)$/.test(atoms[to]?.lower ?? '')) return undefined
  const by = numeralAt(atoms, to + 1)
  return by && atoms[by.next]?.pos === 'NOUN' ? countedAfter(atoms, by.next, true) : undefined
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
  if (!last || start === undefined) return undefined
  const end = Math.max(last.end, last.ofSpan?.end ?? 0)
  if (start <= end || start - end > 6) return undefined
  return /^\s*\(|^, or\s/.test(text.slice(end, start)) ? last : undefined
}

/** A share or sum whose noun is not said has been told of before: the same value, else the last of its unit. */
function toldBefore(found: Expression, next: number, recent: readonly Quantity[]): Counted | undefined {
  const same = recent.filter(({ of, unit }) => of !== null && unit === found.unit).reverse()
  const before =
    same.find(({ low, high }) => low === found.low || high === found.high) ??
    (found.kind === 'money' ? undefined : same[0])
  return before && takenFrom(before, next)
}
