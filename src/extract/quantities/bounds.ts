import { type Bound, boundsAfter, boundsBefore, upVerbs } from '../../language/en/bounds.ts'
import { changeFillers, downward, downwardBy, upward, upwardBy } from '../../language/en/changes.ts'
import type { QuantityChange } from '../../model/quantity.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Atom } from '../numerals/atoms.ts'
import { numeralAt } from '../numerals/numeral.ts'
import { phrasesOf } from '../numerals/phrases.ts'
import type { Expression } from './expression.ts'

/** An expression together with what the words around it make of it. */
export interface Bounded {
  readonly first: number
  readonly next: number
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  readonly change: QuantityChange
  readonly rule: RuleId | undefined
}

const before = phrasesOf(boundsBefore.map((bound) => [bound.words, bound] as const))
const after = phrasesOf(boundsAfter.map((bound) => [bound.words, bound] as const))

/** Reads the words before and after an expression: "more than", "nearly", "or so", "give or take 2,000". */
export function boundsOf(atoms: readonly Atom[], found: Expression): Bounded {
  const { first, bounds } = wordsBefore(atoms, found)
  const behind = wordsAfter(atoms, found)
  const all = behind.bound ? [...bounds, behind.bound] : bounds
  const bound = all.find(({ takes }) => takes === 'floor' || takes === 'ceiling') ?? all[0]
  const approximate = found.about || all.some(({ near }) => near)
  const range = { low: found.low, high: found.high, ...spread(atoms, found, behind.next) }
  const limits = bound && !found.vague ? limited(range, bound) : range
  return {
    first,
    next: range.next ?? behind.next,
    low: limits.low,
    high: limits.high,
    approximate: approximate || range.next !== undefined,
    change: changeOf(atoms, first, bound, approximate && !found.about),
    rule: bound?.takes === 'exact' ? undefined : bound?.rule,
  }
}

function wordsBefore(
  atoms: readonly Atom[],
  found: Expression,
): { readonly first: number; readonly bounds: readonly Bound[] } {
  let first = found.first
  const bounds: Bound[] = []
  for (let words = 0; words < 3; words++) {
    const hyphen = atoms[first - 1]?.lower === '-' && atoms[first - 2]?.lower === 'sub' ? 1 : 0
    const match = before.before(atoms, first - hyphen)
    if (!match || !applies(atoms, match.entry, match.first, found)) break
    bounds.unshift(match.entry)
    first = match.first
  }
  // "a record 400" and "another 300" say nothing of the number's size; they stay outside the span.
  while (bounds[0]?.takes === 'exact') {
    first += bounds[0].words.split(' ').length
    bounds.shift()
  }
  return { first, bounds }
}

/** "over" after a verb of motion, "some" before a whole and "c" as a letter are no bounds. */
function applies(atoms: readonly Atom[], bound: Bound, at: number, found: Expression): boolean {
  if (bound.words === 'c' || bound.words === 'ca')
    return atoms[found.first]?.kind === 'number' && atoms[at + 1]?.lower === '.'
  if (bound.words === 'above' || bound.words === 'below')
    return atoms[at - 1]?.kind !== 'number' && atoms[at - 1]?.lower !== 'percent'
  if (bound.words === 'over')
    return found.kind !== 'time' || !/^(?:spread|over|held|stretched)$/.test(atoms[at - 1]?.lower ?? '')
  if (bound.words === 'up to') return !isParticle(atoms, at)
  if (bound.words === 'minimum' || bound.words === 'exceeds') return true
  return true
}

/** "scale up to 5,000", "ramp output up to 5,000": the verb's own "up", and "to". */
function isParticle(atoms: readonly Atom[], up: number): boolean {
  for (let at = up - 1; at >= Math.max(0, up - 4); at--) {
    const { lower, kind } = atoms[at] ?? {}
    if (lower === undefined || kind === 'number' || /^[,.;:]$/.test(lower)) return false
    if (upVerbs.has(lower)) return true
  }
  return false
}

function wordsAfter(
  atoms: readonly Atom[],
  found: Expression,
): { readonly bound: Bound | undefined; readonly next: number } {
  const match = after.from(atoms, found.next) ?? after.from(atoms, found.numberEnd)
  if (!match) return { bound: undefined, next: found.next }
  if (match.entry.words === 'plus' && atoms[match.next]?.kind === 'number')
    return { bound: undefined, next: found.next }
  return { bound: match.entry, next: Math.max(match.next, found.next) }
}

/** "46,100 hectares, give or take 2,000". */
function spread(
  atoms: readonly Atom[],
  found: Expression,
  at: number,
): { readonly low?: number; readonly high?: number; readonly next?: number } {
  let next = at
  if (atoms[next]?.lower === ',') next++
  if (atoms[next]?.lower === '±' || atoms[next]?.lower === '+') return {}
  const words = atoms[next]?.lower === 'give' && atoms[next + 1]?.lower === 'or' && atoms[next + 2]?.lower === 'take'
  const numeral = words || atoms[next - 1]?.lower === 'take' ? numeralAt(atoms, words ? next + 3 : next) : undefined
  if (!numeral || numeral.manner === 'fraction') return {}
  return { low: found.low - numeral.value, high: found.high + numeral.value, next: numeral.next }
}

function limited(
  range: { readonly low: number; readonly high: number },
  bound: Bound,
): { readonly low: number | null; readonly high: number | null } {
  if (bound.takes === 'floor') return { low: range.low, high: null }
  if (bound.takes === 'ceiling') return { low: null, high: range.high }
  return range
}

/** The direction of a change outweighs its doubt: "rose about 5 %" is up. */
function changeOf(
  atoms: readonly Atom[],
  first: number,
  bound: Bound | undefined,
  approximate: boolean,
): QuantityChange {
  for (let at = first - 1; at >= Math.max(0, first - 5); at--) {
    const word = atoms[at]?.lower ?? ''
    if (upward.has(word)) return 'up'
    if (downward.has(word)) return 'down'
    if (word === 'by') {
      const moved = changeBefore(atoms, at)
      if (moved) return moved
    }
    if (!changeFillers.has(word)) break
  }
  return bound?.change ?? (approximate ? '~' : '=')
}

/** "grow sales by 35 per cent": the verb before what changes. */
function changeBefore(atoms: readonly Atom[], by: number): QuantityChange | undefined {
  for (let at = by - 1; at >= Math.max(0, by - 8); at--) {
    const { lower = '', kind, pos } = atoms[at] ?? {}
    if (upward.has(lower) || upwardBy.has(lower)) return 'up'
    if (downward.has(lower) || downwardBy.has(lower)) return 'down'
    if (kind !== 'word' || !/^(?:NOUN|ADJ|DET|PRON|PROPN|ADP|PART)$/.test(pos ?? '')) return undefined
  }
  return undefined
}
