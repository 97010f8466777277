import type { Comparison } from './comparison.ts'
import { exclusiveFates, unlikeThings } from './features.ts'
import { probability } from './pair-model.ts'
import { pairWeights } from './pair-weights.ts'
import { apart } from './similarity.ts'

/** What is left of the surety when one counts drones and the other builders, or one the dead and the other the missing. */
const ofUnlike = 0.5

/**
 * How sure it is that two statements answer the same question, 0..1; `apart` when they certainly do not: metres and per
 * cent are never one answer. All else is weighed.
 */
export function judge(pair: Comparison): number {
  if (pair.figures.otherDimension) return apart
  return probability(pair, pairWeights) * (unlikeThings(pair) || exclusiveFates(pair) ? ofUnlike : 1)
}
