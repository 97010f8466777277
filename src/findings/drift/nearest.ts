import { likeness, type Weigher } from '../../provenance/claims/similarity.ts'
import type { Told } from '../told.ts'

/** The telling that a later one most likely goes back to: the most alike, body text before headlines. */
export function nearestOf(to: Told, earlier: readonly Told[], weigh: Weigher): Told | null {
  let best: { readonly from: Told; readonly score: number } | null = null
  for (const from of earlier) {
    const voice = from.body !== null && from.body === to.body ? 0.3 : 0
    const score = likeness(from.content, to.content, weigh) + voice - (from.content.headline ? 0.1 : 0)
    if (best === null || score > best.score) best = { from, score }
  }
  return best?.from ?? null
}
