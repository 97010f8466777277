import type { Trail } from '../../model/report.ts'
import { addTo } from '../../text/listed.ts'
import type { Lookup } from './lookup.ts'
import { trailWords } from './trail-words.ts'

/** One way that trails of a claim take: all that take it, the one that is told among them first. */
export interface Way {
  /** In one line, which no other way is told in. */
  readonly told: string
  readonly trail: Trail
  readonly same: readonly Trail[]
}

/** The ways of trails, in the order in which they are first taken. */
export function waysOf(held: Lookup, trails: readonly Trail[]): readonly Way[] {
  const ways = new Map<string, Trail[]>()
  for (const trail of trails) addTo(ways, trailWords(held, trail), trail)
  return [...ways].flatMap(([told, same]) => (same[0] ? [{ told, trail: same[0], same }] : []))
}

/**
 * For who sees only the first of many: one way to each origin that counts, one to every other end, then the others; among like ways those that
 * most trails take.
 */
export function tellingFirst(ways: readonly Way[]): readonly Way[] {
  const byUse = [...ways].sort((a, b) => b.same.length - a.same.length)
  const seen = new Set<string>()
  const [ends, others]: [Way[], Way[]] = [[], []]
  for (const way of byUse) {
    const end = `${way.trail.end} ${way.trail.hops.at(-1)?.node ?? ''}`
    ;(seen.has(end) ? others : ends).push(way)
    seen.add(end)
  }
  const counts = ends.filter(({ trail }) => trail.end === 'origin')
  return [...counts, ...ends.filter(({ trail }) => trail.end !== 'origin'), ...others]
}
