import type { Aspect } from '../../model/finding.ts'
import { apart, comparable, type Weigher } from '../../provenance/claims/similarity.ts'
import { retells } from '../drift/counterparts.ts'
import type { Told } from '../told.ts'
import { denies } from './clash.ts'
import type { Pair } from './conflict.ts'

/** How alike a rejection and what it rejects must be, their number included. */
const alike = 0.3
/** Statements with one number that a rejection is held against. */
const most = 50

/**
 * Somebody rejects a number that others print ("a figure of 61 that has circulated"), though the rejection says too little
 * of what was counted to stand in their claim. By the claim of those who print it.
 */
export function rejectedFigures(told: readonly Told[], weigh: Weigher): ReadonlyMap<string, ReadonlyMap<Aspect, Pair>> {
  const printed = new Map<number, Told[]>()
  for (const one of told)
    if (!denies(one) && !one.content.headline)
      for (const number of numbersOf(one)) printed.set(number, [...(printed.get(number) ?? []), one])
  const found = new Map<string, ReadonlyMap<Aspect, Pair>>()
  for (const a of told) {
    if (!denies(a) || a.body === null) continue
    for (const b of numbersOf(a).flatMap((number) => (printed.get(number) ?? []).slice(0, most))) {
      if (b.document === a.document || b.body === a.body || !ofOneThing(a, b)) continue
      const likeness = retells(a, b, weigh)
      if (likeness >= alike && likeness > (found.get(b.claim)?.get('polarity')?.likeness ?? 0))
        found.set(b.claim, new Map([['polarity', { a, b, likeness }]]))
    }
  }
  return found
}

/** Numbers that mean something by themselves: small ones stand everywhere. */
const numbersOf = ({ content }: Told): readonly number[] =>
  content.measures.flatMap(({ quantity: { low, high } }) => {
    const number = low ?? high
    return number !== null && number > 20 ? [number] : []
  })

const ofOneThing = (a: Told, b: Told): boolean =>
  a.content.measures.some((x) => b.content.measures.some((y) => comparable(x, y) !== apart))
