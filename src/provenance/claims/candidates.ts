import { byNumber } from '../../text/order.ts'
import { rarity } from '../../text/rarity.ts'
import type { Content } from './content.ts'
import { pointOf, rangeOf } from './figures.ts'
import type { Link } from './linking.ts'

/** A word in more statements than this leads to no candidates by itself. */
const common = 400
/** How many of its most telling words a statement is looked up by. */
const lookups = 16

/** In a collection of more statements than this, each is compared only with so many that share most with it. */
const many = 1500
const most = 16
/** Surety below which a pair is no link. */
const least = 0.01

/**
 * Pairs worth comparing: statements that share a telling word, or a number of the same thing, in documents that belong
 * to one story. Never all pairs.
 *
 * @param among the statements to link, by index
 */
export function linksOf(
  contents: readonly Content[],
  among: readonly number[],
  related: (a: string, b: string) => boolean,
  judge: (a: number, b: number) => number,
): readonly Link[] {
  const anchors = new Map(among.map((i) => [i, anchorsOf(contents[i])]))
  const index = new Map<string, number[]>()
  for (const [i, found] of anchors) for (const anchor of found) push(index, anchor, i)
  const links: Link[] = []
  for (const [a, found] of anchors) {
    const others = new Map<number, number>()
    for (const anchor of found) {
      const holders = index.get(anchor) ?? []
      if (holders.length > common) continue
      for (const b of holders) if (b > a) others.set(b, (others.get(b) ?? 0) + 1 / holders.length)
    }
    const akin = new Map([...others].filter(([b]) => ofOneStory(contents[a], contents[b], related)))
    for (const b of nearest(akin, among.length > many ? most : akin.size)) {
      const score = judge(a, b)
      if (score >= least) links.push({ a, b, score })
    }
  }
  return links
}

/** The statements that share most, and rarest, in the order of their indices. */
function nearest(others: ReadonlyMap<number, number>, wanted: number): readonly number[] {
  const ranked =
    others.size > wanted ? [...others].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, wanted) : [...others]
  return ranked.map(([b]) => b).sort(byNumber)
}

function push(index: Map<string, number[]>, anchor: string, i: number): void {
  const holders = index.get(anchor)
  if (holders) holders.push(i)
  else index.set(anchor, [i])
}

function anchorsOf(content: Content | undefined): readonly string[] {
  if (!content) return []
  const words = [...content.terms.keys()].sort((x, y) => rarity(y) - rarity(x) || (x < y ? -1 : 1)).slice(0, lookups)
  const figures = content.measures.flatMap(({ quantity, head, fate }) => [
    `= ${pointOf(rangeOf(quantity))} ${quantity.unit ?? ''}`,
    ...(fate ? [`fate ${fate}`] : []),
    ...(head && head !== 'people' ? [`of ${head}`] : []),
  ])
  return [...new Set([...words, ...figures])]
}

const ofOneStory = (
  a: Content | undefined,
  b: Content | undefined,
  related: (a: string, b: string) => boolean,
): boolean => a !== undefined && b !== undefined && (a.document === b.document || related(a.document, b.document))
