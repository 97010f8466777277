import { byCodeUnit } from '../../text/order.ts'
import { linksOf } from '../claims/candidates.ts'
import { copyLinks } from '../claims/copies.ts'
import { type Link, openGroups } from '../claims/linking.ts'
import { pairJudge } from '../claims/pair-judge.ts'
import type { StatementRef } from '../claims/statement-ref.ts'
import { refKey } from '../graph/claim-graph.ts'
import type { StatementPair } from './constraints.ts'
import type { Found } from './derivations.ts'

/**
 * Forms the statements of one claim anew so that none of the pairs stands together that a person parted: what a person said is one first,
 * then the surest pairs, none of which may bring two together again (Kruskal's forest with forbidden pairs). What is like none of them
 * stays with the widest part.
 */
export function parted(
  found: Found,
  members: readonly StatementRef[],
  same: readonly StatementPair[],
  apart: readonly StatementPair[],
): readonly (readonly StatementRef[])[] {
  const at = new Map(members.map((ref, i) => [refKey(ref), i]))
  const indices = (pairs: readonly StatementPair[]): readonly (readonly [number, number])[] =>
    pairs.flatMap(({ a, b }) => {
      const [i, j] = [at.get(refKey(a)), at.get(refKey(b))]
      return i === undefined || j === undefined ? [] : [[i, j] as const]
    })
  const forbidden = indices(apart)
  const groups = openGroups([...members.keys()])
  const join = (i: number, j: number): void => {
    const [a, b] = [groups.headOf(i), groups.headOf(j)]
    const isForbidden = forbidden.some(([x, y]) => {
      const [one, other] = [groups.headOf(x), groups.headOf(y)]
      return (one === a && other === b) || (one === b && other === a)
    })
    if (a !== b && !isForbidden) groups.join(a, b)
  }
  for (const [i, j] of indices(same)) join(i, j)
  for (const { a, b } of [...tiesAmong(found, at)].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b))
    join(a, b)

  const seeds = new Set(forbidden.flat().map(groups.headOf))
  const parts = groups.all()
  const seeded = parts.filter(([i]) => i !== undefined && seeds.has(groups.headOf(i)))
  const [widest] = [...seeded].sort((x, y) => y.length - x.length)
  for (const part of parts) if (!seeded.includes(part)) join(part[0] ?? 0, widest?.[0] ?? 0)
  return groups.all().map((part) => part.flatMap((i) => members[i] ?? []))
}

/** How sure the pairs among some statements are, by their places in the list. */
function tiesAmong({ readings, voices, reuse }: Found, at: ReadonlyMap<string, number>): readonly Link[] {
  const ordered = [...readings].sort((a, b) => byCodeUnit(a.document.id, b.document.id))
  const { contents, surety } = pairJudge(ordered, voices)
  const among = [...contents.keys()].filter((i) => at.has(refKey(contents[i] ?? nowhere)))
  const judged = linksOf(contents, among, () => true, surety)
  const place = (i: number): number => at.get(refKey(contents[i] ?? nowhere)) ?? 0
  return [...judged, ...copyLinks(contents, among, reuse)].map(({ a, b, score }) => ({
    a: Math.min(place(a), place(b)),
    b: Math.max(place(a), place(b)),
    score,
  }))
}

const nowhere: StatementRef = { document: '', statement: -1 }
