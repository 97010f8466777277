import { addTo } from '../../text/listed.ts'
import type { Content } from './content.ts'

/** Two statements by index, a < b, and how sure it is that they answer one question, 0..1. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly score: number
}

/**
 * Groups statements that are joined by a chain of sure links. A link counts where neither of its statements has a better one in the
 * other's document: a document answers a question in one place.
 *
 * Whether a link counts depends on its two documents alone. So a report that is taken away takes links with it and makes none, and no
 * group can grow by it; grouping by the mean of all links cannot promise that (docs/decisions).
 */
export function chained(
  contents: readonly Content[],
  among: readonly number[],
  links: readonly Link[],
  sure: number,
): readonly (readonly number[])[] {
  const groups = openGroups(among)
  for (const { a, b } of bestLinks(contents, among, links, sure)) groups.join(a, b)
  return groups.all()
}

/** The sure links among some statements of which neither has a better one in the other's document. */
export function bestLinks(
  contents: readonly Content[],
  among: readonly number[],
  links: readonly Link[],
  sure: number,
): readonly Link[] {
  const wanted = new Set(among)
  const inside = links.filter(({ a, b }) => wanted.has(a) && wanted.has(b))
  const documentOf = (i: number): string => contents[i]?.document ?? ''
  const best = bestByDocument(inside, documentOf)
  return inside.filter(
    ({ a, b, score }) => score >= sure && score >= best(a, documentOf(b)) && score >= best(b, documentOf(a)),
  )
}

/** Groups that grow together: every member begins as a group of its own. */
export interface Groups {
  /** The member that stands for the group of this one. */
  headOf(i: number): number
  /** Makes one group of two; the lower head stands for it. */
  join(a: number, b: number): void
  /** All groups, by their first members in the order given. */
  all(): readonly (readonly number[])[]
}

/** Every member as a group of its own. */
export function openGroups(among: readonly number[]): Groups {
  const parent = new Map(among.map((i) => [i, i]))
  const headOf = (i: number): number => {
    let at = i
    for (let next = parent.get(at) ?? at; next !== at; next = parent.get(at) ?? at) {
      parent.set(at, parent.get(next) ?? next)
      at = next
    }
    return at
  }
  return {
    headOf,
    join: (a, b) => void parent.set(Math.max(headOf(a), headOf(b)), Math.min(headOf(a), headOf(b))),
    all() {
      const groups = new Map<number, number[]>()
      for (const i of among) addTo(groups, headOf(i), i)
      return [...groups.values()]
    },
  }
}

/** The best score that a statement reaches in a document. */
function bestByDocument(
  links: readonly Link[],
  documentOf: (i: number) => string,
): (i: number, document: string) => number {
  const best = new Map<string, number>()
  const key = (i: number, document: string): string => `${i} ${document}`
  for (const { a, b, score } of links) {
    for (const at of [key(a, documentOf(b)), key(b, documentOf(a))]) best.set(at, Math.max(best.get(at) ?? 0, score))
  }
  return (i, document) => best.get(key(i, document)) ?? 0
}
