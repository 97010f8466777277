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
 * Statements whose words say who says so are chained among themselves: fewer of them make smaller groups. A bare one that a body stands
 * behind all the same (its own release, its own count) joins the group of a spoken one or is chained with others of its kind. All other bare
 * ones join the group of one such statement that they are sure enough like; a chain through them would join what nobody said together. Of
 * several groups it is that of the statement they are most like, those with a body behind them first, so that no report's end moves them from
 * a group that nobody stands behind to one with an origin. What is left over is chained.
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
  const isBacked = (i: number): boolean => bodiesOf(i).length > 0
  const isRelease = (i: number): boolean => !isSpoken(i) && isBacked(i)

  const spoken = knit(contents, among.filter(isSpoken), links, sure)
  const toSpoken = links.filter(
    ({ a, b, score }) => score >= sureOfRelease && ((isSpoken(a) && isRelease(b)) || (isSpoken(b) && isRelease(a))),
  )
  const answered = joinedBy(spoken, toSpoken, isBacked)
  const apart = among.filter((i) => isRelease(i) && !answered.placed.has(i))

  const isBare = (i: number): boolean => !isSpoken(i) && !isBacked(i)
  const toAny = links.filter(({ a, b, score }) => score >= sure && isBare(a) !== isBare(b))
  const joined = joinedBy([...answered.groups, ...knit(contents, apart, links, sure)], toAny, isBacked)

  const left = among.filter((i) => !joined.placed.has(i))
  return [...joined.groups, ...knit(contents, left, links, sure)]
}

interface Tier {
  readonly groups: readonly (readonly number[])[]
  /** The statements that are in one of them. */
  readonly placed: ReadonlySet<number>
}

/**
 * Adds to groups the statements that are linked to one of their members: each to a group that a body stands behind before any other,
 * and of several to that of the statement it is most like.
 *
 * @param links each between a member and a statement that is none
 */
function joinedBy(
  groups: readonly (readonly number[])[],
  links: readonly Link[],
  isBacked: (i: number) => boolean,
): Tier {
  const joined = groups.map((members) => [...members])
  const groupOf = new Map(joined.flatMap((group) => group.map((i) => [i, group] as const)))
  const founded = new Set(joined.filter((group) => group.some(isBacked)))
  const best = new Map<number, { readonly group: number[]; readonly founded: boolean; readonly score: number }>()
  for (const { a, b, score } of links) {
    const group = groupOf.get(a) ?? groupOf.get(b)
    if (!group) continue
    const joining = groupOf.has(a) ? b : a
    const [known, is] = [best.get(joining), founded.has(group)]
    if (!known || (is && !known.founded) || (is === known.founded && score > known.score))
      best.set(joining, { group, founded: is, score })
  }
  for (const [joining, { group }] of best) group.push(joining)
  return { groups: joined, placed: new Set([...groupOf.keys(), ...best.keys()]) }
}
