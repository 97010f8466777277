import type { Content } from './content.ts'
import { chained, type Link } from './linking.ts'

/** How sure the pairs are that chain a core. Set on the public retold stories (.6 to .95 tried). */
const surely = 0.78

/**
 * The parts of a claim in which statements surely answer one question. Two cores of one claim are tied by doubtful pairs only: they are
 * shown together, and their origins are not counted together.
 *
 * Cores are chains of pairs of two documents, as `chained` makes them, of statements whose words say who says so. Any other one goes with the
 * spoken one of its claim that it is most like, however doubtful: also where a body stands behind it (its own release, its own count), since
 * a release hardly ever repeats the words it is reported in (held to the same bar, second origins were lost on the public stories).
 * A report that is taken away takes links with it; by a statement that then goes elsewhere it may still make a core larger. A claim without a
 * spoken statement is one core.
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
  for (const i of group) {
    if (isSpoken(i)) continue
    const core = coreOf.get(nearest.get(i) ?? -1)
    if (core) core.push(i)
    else cores.push([i])
  }
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
