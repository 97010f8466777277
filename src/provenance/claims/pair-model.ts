import type { Comparison } from './comparison.ts'
import { features } from './features.ts'

/** A learned judge of pairs: logistic regression. One weight per feature, by its name. */
export interface PairModel {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/** How sure it is that two statements answer the same question, 0..1. */
export function probability(pair: Comparison, { bias, weights }: PairModel): number {
  const sum = features.reduce((total, { name, of }) => total + (weights[name] ?? 0) * of(pair), bias)
  // Machines may differ in the last digits of exp and log; comparisons must not.
  return Math.round(1e6 / (1 + Math.exp(-sum))) / 1e6
}
