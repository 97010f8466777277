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
 * group can grow by it; grouping by the mean of all links groups no better and cannot promise that (docs/decisions).
 */
export function chained(
  contents: readonly Content[],
  among: readonly number[],
  links: readonly Link[],
  sure: number,
): readonly (readonly number[])[] {
  const parent = new Map(among.map((i) => [i, i]))
  const find = (i: number): number => {
    let at = i
    for (let next = parent.get(at) ?? at; next !== at; next = parent.get(at) ?? at) {
      parent.set(at, parent.get(next) ?? next)
      at = next
    }
    return at
  }
  const inside = links.filter(({ a, b }) => parent.has(a) && parent.has(b))
  const documentOf = (i: number): string => contents[i]?.document ?? ''
  const best = bestByDocument(inside, documentOf)
  for (const { a, b, score } of inside) {
    if (score < sure || score < best(a, documentOf(b)) || score < best(b, documentOf(a))) continue
    parent.set(Math.max(find(a), find(b)), Math.min(find(a), find(b)))
  }
  const groups = new Map<number, number[]>()
  for (const i of among) {
    const group = groups.get(find(i))
    if (group) group.push(i)
    else groups.set(find(i), [i])
  }
  return [...groups.values()]
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
