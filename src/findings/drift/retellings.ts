import { addTo } from '../../text/listed.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldByDocument, toldIn, upstreamOf, weigherIn } from '../told.ts'
import type { Compared } from './changes.ts'
import { counterpartsIn, retells } from './counterparts.ts'

/** A statement of one document and the one upstream that it most likely goes back to. */
export interface Retelling extends Compared {
  /** All that the upstream documents say about the matter. */
  readonly earlier: readonly Told[]
  /** All that this document says about it. */
  readonly later: readonly Told[]
}

/** Alike enough to be one matter although the statements stand in different claims. Set on the public "retold" stories. */
const alike = 0.45
/** A claim also holds what is said beside the point: two statements with hardly a word in common are no retelling. */
const alikeInClaim = 0.1
/** Alike enough, within a claim, to be set against each other: claims also hold what is said beside the point. */
const akin = 0.35
/** What one document says of one claim, as far as it is looked at. */
const most = 50

/**
 * Every statement beside its counterpart in the nearest upstream document that has one. A retelling that was changed beyond
 * its claim (another figure, other words) is still found, by the words and numbers that it kept.
 */
export function retellings(context: FindingContext): readonly Retelling[] {
  const byPlace = new Map<string, Told[]>()
  for (const one of [...toldIn(context).values()].flat()) addTo(byPlace, `${one.document} ${one.claim}`, one)
  const weigh = weigherIn(context)
  const candidates = counterpartsIn(context)
  const upstream = upstreamOf(context)
  return [...toldByDocument(context)].flatMap(([document, own]) => {
    const levels = upstream(document)
    const pairs = own.flatMap((to) => {
      for (const level of levels) {
        const found = counterpart(to, level)
        if (found) return [{ ...found, to, level }]
      }
      return []
    })
    return pairs.map(({ from, to, likeness, level }) => {
      const akinTo = (one: Told): boolean =>
        one === from || one === to || retells(to, one, weigh) >= akin || retells(from, one, weigh) >= akin
      const ofMatter = (id: string): readonly Told[] =>
        [...new Set([from.claim, to.claim])].flatMap((claim) => (byPlace.get(`${id} ${claim}`) ?? []).slice(0, most))
      return {
        from,
        to,
        likeness,
        earlier: [...new Set([from, ...level.flatMap(ofMatter).filter(akinTo)])],
        later: [...new Set([to, ...ofMatter(document).filter(akinTo)])],
      }
    })
  })

  function counterpart(to: Told, level: readonly string[]): { readonly from: Told; readonly likeness: number } | null {
    let best: { readonly from: Told; readonly likeness: number; readonly rank: number } | null = null
    for (const document of level) {
      for (const from of candidates(to, document)) {
        const likeness = retells(from, to, weigh)
        if (likeness < (from.claim === to.claim ? alikeInClaim : alike)) continue
        const rank = likeness + (from.claim === to.claim ? 0.5 : 0) - (from.content.headline ? 0.1 : 0)
        if (best === null || rank > best.rank) best = { from, likeness, rank }
      }
    }
    return best
  }
}
