import type { Content } from './content.ts'
import { chained, type Link } from './linking.ts'

/** How sure the pairs are that chain a core. Set on the public retold stories (.6 to .95 tried). */
const surely = 0.78

/**
 * The parts of a claim in which statements surely answer one question. Two cores of one claim are tied by doubtful pairs only: they are
 * shown together, and their origins are not counted together.
 *
 * Cores are chains of pairs of two documents, as `chained` makes them: a report that is taken away makes none larger. A bare statement
 * goes with the spoken one of its claim that it is most like, since it brings no voice of its own. A claim of bare statements is one core.
 *
 * @param group the statements of one claim, by index
 * @param links the links within it
 */
export function coresOf(
  contents: readonly Content[],
  group: readonly number[],
  links: readonly Link[],
): readonly (readonly number[])[] {
  const isSpoken = (i: number): boolean => contents[i]?.attributed === true
  const spoken = group.filter(isSpoken)
  if (spoken.length === 0) return [group]
  const cores = chained(contents, spoken, links, surely).map((members) => [...members])
  const coreOf = new Map(cores.flatMap((core) => core.map((i) => [i, core] as const)))
  const nearest = nearestSpoken(links, isSpoken)
  for (const i of group) if (!isSpoken(i)) (coreOf.get(nearest.get(i) ?? -1) ?? cores[0])?.push(i)
  return cores
}

/** The spoken statement that each bare one is most like; of two the earlier. */
function nearestSpoken(links: readonly Link[], isSpoken: (i: number) => boolean): ReadonlyMap<number, number> {
  const best = new Map<number, { readonly spoken: number; readonly score: number }>()
  for (const { a, b, score } of links) {
    if (isSpoken(a) === isSpoken(b)) continue
    const [bare, spoken] = isSpoken(a) ? [b, a] : [a, b]
    const known = best.get(bare)
    if (!known || score > known.score || (score === known.score && spoken < known.spoken))
      best.set(bare, { spoken, score })
  }
  return new Map([...best].map(([bare, { spoken }]) => [bare, spoken]))
}
