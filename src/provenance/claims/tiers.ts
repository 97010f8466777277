import type { Content } from './content.ts'
import { knit } from './knitting.ts'
import type { Link } from './linking.ts'

/** How sure a pair must be to chain two statements, and for a bare statement to join the claim of a spoken one. Set on the public retold stories (.5 to .8 tried). */
const sure = 0.55
/** The same for a bare statement that a body stands behind: what it says in its own name is mostly an answer to what others ask. */
const sureOfRelease = 0.4

/**
 * Groups statements so that a report, by vanishing, hardly ever gives a claim an origin it did not have.
 *
 * Statements whose words say who says so are chained among themselves: fewer of them make smaller groups. A bare one joins the group of
 * one spoken statement that it is sure enough like; a chain through it would join what nobody said together. Of several such
 * groups it joins that of the statement it is most like, those with a body behind them first, so that no report's end moves it from a
 * group that nobody stands behind to one with an origin. Bare statements left over are
 * chained among themselves, those that a body stands behind all the same (its own release) apart from the others.
 *
 * @param among the statements to group, by index
 * @param bodiesOf the bodies that stand behind a statement
 * @returns groups of indices
 */
export function inTwoTiers(
  contents: readonly Content[],
  among: readonly number[],
  links: readonly Link[],
  bodiesOf: (i: number) => readonly string[],
): readonly (readonly number[])[] {
  const isSpoken = (i: number): boolean => contents[i]?.attributed === true
  const spoken = knit(contents, among.filter(isSpoken), links, sure)
  const groupOf = new Map(spoken.flatMap((members, at) => members.map((i) => [i, at] as const)))
  const founded = spoken.map((members) => members.some((i) => bodiesOf(i).length > 0))
  const backed = (i: number): boolean => bodiesOf(i).length > 0
  const joining = bareJoining(
    links.filter(({ a, b, score }) => score >= sure || (score >= sureOfRelease && backed(isSpoken(a) ? b : a))),
    isSpoken,
    (i) => founded[groupOf.get(i) ?? -1] === true,
  )
  const joined = spoken.map((members) => [...members])
  for (const [bare, partner] of joining) joined[groupOf.get(partner) ?? -1]?.push(bare)
  const left = among.filter((i) => !isSpoken(i) && !joining.has(i))
  const bare = [left.filter(backed), left.filter((i) => !backed(i))].flatMap((list) =>
    knit(contents, list, links, sure),
  )
  return [...joined, ...bare]
}

/** For each bare statement with a sure enough link to a spoken one: that in a founded group, then the one it is most like. */
function bareJoining(
  links: readonly Link[],
  isSpoken: (i: number) => boolean,
  isFounded: (spoken: number) => boolean,
): ReadonlyMap<number, number> {
  const best = new Map<number, { readonly partner: number; readonly founded: boolean; readonly score: number }>()
  for (const { a, b, score } of links) {
    if (isSpoken(a) === isSpoken(b)) continue
    const [bare, partner] = isSpoken(a) ? [b, a] : [a, b]
    const [known, founded] = [best.get(bare), isFounded(partner)]
    if (!known || (founded && !known.founded) || (founded === known.founded && score > known.score))
      best.set(bare, { partner, founded, score })
  }
  return new Map([...best].map(([bare, { partner }]) => [bare, partner]))
}
