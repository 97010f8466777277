import { grouped, type Link } from './linking.ts'

/** How sure one pair must be for a bare statement to join the claim of a spoken one. Set on the public retold stories (.4, .5, .6 tried). */
const joins = 0.4

/**
 * Groups statements so that no report, by vanishing, can give a claim an origin it did not have.
 *
 * Statements that somebody is named for are grouped among themselves. Each bare one joins the group of the single spoken statement that
 * it is most like, if that one pair is sure enough: the best of fewer pairs is never better. What is left over is grouped among itself.
 *
 * @param spoken by index: does the statement's own text name somebody that a trail can end in?
 * @returns groups of indices
 */
export function inTwoTiers(spoken: readonly boolean[], links: readonly Link[]): readonly (readonly number[])[] {
  const among = (chosen: (i: number) => boolean): readonly (readonly number[])[] =>
    grouped(
      spoken.length,
      links.filter(({ a, b }) => chosen(a) && chosen(b)),
    ).filter(([first]) => first !== undefined && chosen(first))
  const groups = among((i) => spoken[i] === true).map((members) => [...members])
  const groupOf = new Map(groups.flatMap((members) => members.map((i) => [i, members] as const)))
  const joined = bestPartners(spoken, links)
  for (const [bare, partner] of joined) groupOf.get(partner)?.push(bare)
  return [...groups, ...among((i) => spoken[i] === false && !joined.has(i))]
}

/** For each bare statement that is like a spoken one, the one it is most like. */
function bestPartners(spoken: readonly boolean[], links: readonly Link[]): ReadonlyMap<number, number> {
  const best = new Map<number, Link>()
  for (const link of links) {
    if (spoken[link.a] === spoken[link.b] || link.score < joins) continue
    const bare = spoken[link.a] ? link.b : link.a
    const known = best.get(bare)
    if (!known || link.score > known.score) best.set(bare, link)
  }
  return new Map([...best].map(([bare, { a, b }]) => [bare, bare === a ? b : a]))
}
