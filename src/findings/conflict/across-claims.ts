import type { Weigher } from '../../provenance/claims/similarity.ts'
import { addTo } from '../../text/listed.ts'
import { retells } from '../drift/counterparts.ts'
import type { Told } from '../told.ts'
import { clash } from './clash.ts'
import type { Pair } from './conflict.ts'

/** How alike two statements of different claims must be before their figures are held against each other. Set on the public retold stories. */
const alike = 0.3

/** Figures of one thing that are compared; more of them are repetition. */
const most = 60

/**
 * Figures for one thing that cannot both hold, though the reports word the question so differently that they stand in two claims. One
 * finding for each such pair of claims, by the one that more reports make.
 */
export function clashesAcrossClaims(sides: readonly Told[], weigh: Weigher): ReadonlyMap<string, readonly Pair[]> {
  const byThing = new Map<string, Told[]>()
  const size = new Map<string, number>()
  for (const one of sides) {
    size.set(one.claim, (size.get(one.claim) ?? 0) + 1)
    if (one.answer?.head) addTo(byThing, `${one.answer.head} ${one.answer.fate} ${one.answer.quantity.unit}`, one)
  }
  const best = new Map<string, Pair>()
  for (const all of byThing.values()) {
    const compared = all.slice(0, most)
    for (const [i, a] of compared.entries()) {
      for (const b of compared.slice(i + 1)) {
        if (a.claim === b.claim || a.body === null || b.body === null || a.body === b.body) continue
        const likeness = retells(a, b, weigh)
        const key = [a.claim, b.claim].sort().join(' ')
        if (likeness < alike || likeness <= (best.get(key)?.likeness ?? 0)) continue
        if (clash(a, b, likeness) === 'figure') best.set(key, { a, b, likeness })
      }
    }
  }
  const found = new Map<string, Pair[]>()
  for (const pair of best.values()) {
    const { a, b } = pair
    addTo(found, (size.get(a.claim) ?? 0) >= (size.get(b.claim) ?? 0) ? a.claim : b.claim, pair)
  }
  return found
}
