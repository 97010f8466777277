import type { Content } from './content.ts'
import { bestLinks, type Link, openGroups } from './linking.ts'

/**
 * What two groups must have in common to become one, as the mean of all pairs between them; a pair without a link counts as nothing.
 * Set on the public retold stories (.05 to .35 tried).
 */
const tied = 0.1

/**
 * Chains statements as `chained` does, surest links first, but joins no two groups by one link that has nothing beside it: forty
 * statements about the injured and the exits are two questions although one sentence names both. Copies always join.
 */
export function knit(
  contents: readonly Content[],
  among: readonly number[],
  links: readonly Link[],
  sure: number,
): readonly (readonly number[])[] {
  const groups = openGroups(among)
  const ties = openTies(among, links)
  const ordered = [...bestLinks(contents, among, links, sure)].sort(
    (x, y) => y.score - x.score || x.a - y.a || x.b - y.b,
  )
  for (const { a, b, score } of ordered) {
    const [one, other] = [groups.headOf(a), groups.headOf(b)]
    if (one === other || (score < 1 && ties.mean(one, other) < tied)) continue
    groups.join(one, other)
    ties.join(one, other, groups.headOf(one))
  }
  return groups.all()
}

/** How strongly groups are tied to each other, by the members that stand for them. */
interface Ties {
  mean(one: number, other: number): number
  join(one: number, other: number, head: number): void
}

function openTies(among: readonly number[], links: readonly Link[]): Ties {
  const sums = new Map(among.map((i) => [i, new Map<number, number>()]))
  const sizes = new Map(among.map((i) => [i, 1]))
  /** Under which key the ties of a group are kept, by the member that stands for it. */
  const keys = new Map<number, number>()
  for (const { a, b, score } of links) {
    const [ofA, ofB] = [sums.get(a), sums.get(b)]
    if (!ofA || !ofB) continue
    const known = Math.max(score, ofA.get(b) ?? 0)
    ofA.set(b, known)
    ofB.set(a, known)
  }
  const keyOf = (head: number): number => keys.get(head) ?? head
  const tiesOf = (key: number): Map<number, number> => sums.get(key) ?? new Map()
  const sizeOf = (key: number): number => sizes.get(key) ?? 1
  return {
    mean(one, other) {
      const [x, y] = [keyOf(one), keyOf(other)]
      return (tiesOf(x).get(y) ?? 0) / (sizeOf(x) * sizeOf(y))
    },
    join(one, other, head) {
      const [x, y] = [keyOf(one), keyOf(other)]
      // The shorter list is poured into the longer one, so that all joins together cost little.
      const [kept, poured] = tiesOf(x).size >= tiesOf(y).size ? [x, y] : [y, x]
      const ties = tiesOf(kept)
      ties.delete(poured)
      for (const [third, sum] of tiesOf(poured)) {
        if (third === kept) continue
        const both = sum + (ties.get(third) ?? 0)
        ties.set(third, both)
        tiesOf(third).delete(poured)
        tiesOf(third).set(kept, both)
      }
      sums.delete(poured)
      sizes.set(kept, sizeOf(x) + sizeOf(y))
      keys.set(head, kept)
    },
  }
}
