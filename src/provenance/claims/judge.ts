import type { Comparison } from './comparison.ts'
import {
  exclusiveFates,
  otherRoles,
  otherwiseSaid,
  sameCountBySameVoice,
  sharedAside,
  unlikeThings,
} from './features.ts'
import { probability } from './pair-model.ts'
import { pairWeights } from './pair-weights.ts'

/** What is left of the surety when what they mainly count is not one thing (drones and builders, the dead and the missing), or when they agree only in a figure mentioned aside. */
const ofUnlike = 0.5

/** What is left of it where the figures stand for different things (those aboard, those allowed), and where different things are said of what is counted. */
const ofOtherRoles = 0.5
const ofOtherwiseSaid = 0.75

/** How sure it is when one voice gives one number of people in two reports, however they are called there. */
const retold = 0.8

/**
 * How sure it is that two statements answer the same question, 0..1. Metres and per cent are never one answer, and one
 * voice's number of people is one answer in two reports; all else is weighed.
 */
export function judge(pair: Comparison): number {
  if (pair.figures.otherDimension) return 0
  if (sameCountBySameVoice(pair)) return retold
  const unlike = unlikeThings(pair) || exclusiveFates(pair) || sharedAside(pair)
  return (
    probability(pair, pairWeights) *
    (unlike ? ofUnlike : 1) *
    (otherRoles(pair) ? ofOtherRoles : 1) *
    (otherwiseSaid(pair) ? ofOtherwiseSaid : 1)
  )
}
