import { byNumber } from '../../text/order.ts'
import { shinglesOf } from '../../text/shingles.ts'

/** A stretch of words in `a` and the stretch of `b` that repeats it, half-open word indices. */
export interface Block {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
  /** Words that are the same. */
  readonly matched: number
  /** Word trigrams that are the same. */
  readonly trigrams: number
  /** Agreeing words less what the words left out between them cost. */
  readonly weight: number
}

/** Words that must agree in a row to start a block. */
export const seedSize = 3
/** Beside a block four times its weight, a lighter one than this is a phrase of the subject, not a passage. */
const fragment = 16
/** The most different words between two agreeing runs of one block: two rewritten sentences or so. */
const gap = 40
/** What a word left out costs, in agreeing words: a gap is crossed only when there is as much to win on both sides. */
const gapCost = 0.25
/** A run of words that stands more often than this in one document starts no block: "a a a" must not cost the square. */
const repeats = 8

/** A document ready to be aligned with others: its words, and where each of its seeds stands. */
export interface Indexed {
  readonly keys: readonly number[]
  readonly places: ReadonlyMap<number, readonly number[]>
}

/** Made once per document, however many others it is compared with. */
export function indexed(keys: readonly number[]): Indexed {
  const places = new Map<number, number[]>()
  shinglesOf(keys, seedSize).forEach((seed, at) => {
    const list = places.get(seed)
    if (list === undefined) places.set(seed, [at])
    else if (list.length <= repeats) list.push(at)
  })
  return { keys, places }
}

/**
 * Seed, chain, and keep the best: runs of equal words are found through an index, joined over small edits in reading
 * order, and the heaviest blocks win where two claim the same words. Moved paragraphs come out as blocks of their own.
 */
export function align(a: Indexed, b: readonly number[], atLeast: number): readonly Block[] {
  const found = best(chains(runs(a, b)).filter((block) => block.weight >= atLeast))
  const heaviest = found.reduce((most, { weight }) => Math.max(most, weight), 0)
  return found.filter(({ weight }) => weight >= fragment || weight * 4 >= heaviest)
}

/** Maximal runs of equal words, ordered by where they stand in `b`, then in `a`. */
function runs(a: Indexed, b: readonly number[]): readonly Block[] {
  const found: Block[] = []
  /** For each diagonal (place in b minus place in a), where in `b` its last run ended. */
  const reached = new Map<number, number>()
  shinglesOf(b, seedSize).forEach((seed, at) => {
    const list = a.places.get(seed)
    if (list === undefined || list.length > repeats) return
    for (const other of list) {
      if ((reached.get(at - other) ?? -1) > at) continue
      const length = agreeing(a.keys, other, b, at)
      reached.set(at - other, at + length)
      found.push({
        aStart: other,
        aEnd: other + length,
        bStart: at,
        bEnd: at + length,
        matched: length,
        trigrams: length - seedSize + 1,
        weight: length,
      })
    }
  })
  return found
}

/** How many words agree from these two places on. */
function agreeing(a: readonly number[], fromA: number, b: readonly number[], fromB: number): number {
  let length = seedSize
  while (fromA + length < a.length && fromB + length < b.length && a[fromA + length] === b[fromB + length]) length++
  return length
}

/** Joins runs that follow each other in both texts with no more than `gap` words between. */
function chains(runs: readonly Block[]): readonly Block[] {
  const closed: Block[] = []
  let open: Block[] = []
  for (const run of runs) {
    if (open.some((chain) => run.bStart - chain.bEnd > gap)) {
      for (const chain of open) if (run.bStart - chain.bEnd > gap) closed.push(chain)
      open = open.filter((chain) => run.bStart - chain.bEnd <= gap)
    }
    const at = nearest(open, run)
    const chain = open[at]
    if (chain === undefined) open.push(run)
    else open[at] = joined(chain, run)
  }
  return [...closed, ...open]
}

/** Index of the chain that the run carries on with the fewest words left out, -1 where there is none. */
function nearest(open: readonly Block[], run: Block): number {
  let found = -1
  let least = gap + 1
  open.forEach((chain, i) => {
    const inB = run.bStart - chain.bEnd
    const inA = run.aStart - chain.aEnd
    // Runs may lap by a few words where a phrase is repeated at an edit.
    if (inB < -seedSize || inA < -seedSize || run.bEnd <= chain.bEnd || run.aEnd <= chain.aEnd) return
    const skipped = Math.max(inA, inB)
    if (skipped < least && skipped * gapCost < Math.min(chain.weight, run.weight)) {
      found = i
      least = skipped
    }
  })
  return found
}

function joined(chain: Block, run: Block): Block {
  const lapped = Math.max(0, chain.aEnd - run.aStart, chain.bEnd - run.bStart)
  const gained = Math.max(0, run.matched - lapped)
  const skipped = Math.max(0, run.aStart - chain.aEnd, run.bStart - chain.bEnd)
  return {
    ...chain,
    aEnd: run.aEnd,
    bEnd: run.bEnd,
    matched: chain.matched + gained,
    trigrams: chain.trigrams + Math.max(0, run.trigrams - lapped),
    weight: chain.weight + gained - gapCost * skipped,
  }
}

/** The heaviest first; a block most of whose words are already taken on either side is dropped. Ordered as in `a`. */
function best(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = []
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  const heaviestFirst = [...blocks].sort(
    (x, y) => y.weight - x.weight || x.aStart - y.aStart || byNumber(x.bStart, y.bStart),
  )
  for (const block of heaviestFirst) {
    if (lapped(block.aStart, block.aEnd, takenA) > 0.5 || lapped(block.bStart, block.bEnd, takenB) > 0.5) continue
    for (let at = block.aStart; at < block.aEnd; at++) takenA.add(at)
    for (let at = block.bStart; at < block.bEnd; at++) takenB.add(at)
    kept.push(block)
  }
  return kept.sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart)
}

/** Share of a stretch of words that is taken. */
function lapped(start: number, end: number, taken: ReadonlySet<number>): number {
  let count = 0
  for (let at = start; at < end; at++) if (taken.has(at)) count++
  return count / (end - start)
}
