import { type Numbered, numberIn, numberOf, openNumbered } from '../../text/numbered.ts'
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
  readonly keys: Uint32Array
  /** The seed that begins at each word. */
  readonly seeds: Float64Array
  readonly numbers: Numbered
  /** By the number of a seed its first place, and at each place the next one of the same seed; -1 behind the last. */
  readonly first: Int32Array
  readonly next: Int32Array
  /** By the number of a seed how often it stands here, as far as that matters. */
  readonly times: Uint8Array
}

/** Made once per document, however many others it is compared with. */
export function indexed(words: readonly number[]): Indexed {
  const seeds = Float64Array.from(shinglesOf(words, seedSize))
  const numbers = openNumbered(seeds.length)
  const first = new Int32Array(seeds.length).fill(-1)
  const next = new Int32Array(seeds.length)
  const times = new Uint8Array(seeds.length)
  for (let at = seeds.length - 1; at >= 0; at--) {
    const number = numberOf(numbers, seeds[at] ?? 0)
    next[at] = first[number] ?? -1
    first[number] = at
    times[number] = Math.min(repeats, times[number] ?? 0) + 1
  }
  return { keys: Uint32Array.from(words), seeds, numbers, first, next, times }
}

/**
 * Seed, chain, and keep the best: runs of equal words are found through an index, joined over small edits in reading
 * order, and the heaviest blocks win where two claim the same words. Moved paragraphs come out as blocks of their own.
 */
export function align(a: Indexed, b: Indexed, atLeast: number): readonly Block[] {
  const found = best(chains(runs(a, b)).filter((block) => block.weight >= atLeast))
  const heaviest = found.reduce((most, { weight }) => Math.max(most, weight), 0)
  return found.filter(({ weight }) => weight >= fragment || weight * 4 >= heaviest)
}

/** Maximal runs of equal words, ordered by where they stand in `b`, then in `a`. */
function runs(a: Indexed, b: Indexed): readonly Block[] {
  const found: Block[] = []
  /** For each diagonal (place in b minus place in a), where in `b` its last run ended. */
  const reached = new Map<number, number>()
  // Most words of a copy carry on the run of the word before.
  let [lastDiagonal, lastReached] = [0, -1]
  for (let at = 0; at < b.seeds.length; at++) {
    const number = numberIn(a.numbers, b.seeds[at] ?? 0)
    if (number < 0 || (a.times[number] ?? 0) > repeats) continue
    for (let other = a.first[number] ?? -1; other >= 0; other = a.next[other] ?? -1) {
      const diagonal = at - other
      if ((diagonal === lastDiagonal ? lastReached : (reached.get(diagonal) ?? -1)) > at) continue
      const length = agreeing(a.keys, other, b.keys, at)
      reached.set(diagonal, at + length)
      ;[lastDiagonal, lastReached] = [diagonal, at + length]
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
  }
  return found
}

/** How many words agree from these two places on. */
function agreeing(a: Uint32Array, fromA: number, b: Uint32Array, fromB: number): number {
  const most = Math.min(a.length - fromA, b.length - fromB)
  let length = seedSize
  while (length < most && a[fromA + length] === b[fromB + length]) length++
  return length
}

/** Joins runs that follow each other in both texts with no more than `gap` words between. */
function chains(runs: readonly Block[]): readonly Block[] {
  if (runs.length < 2) return runs
  const closed: Block[] = []
  const open: Block[] = []
  for (const run of runs) {
    let kept = 0
    for (const chain of open) {
      if (run.bStart - chain.bEnd > gap) closed.push(chain)
      else open[kept++] = chain
    }
    if (kept < open.length) open.length = kept
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
  for (const [i, chain] of open.entries()) {
    const inB = run.bStart - chain.bEnd
    const inA = run.aStart - chain.aEnd
    // Runs may lap by a few words where a phrase is repeated at an edit.
    if (inB < -seedSize || inA < -seedSize || run.bEnd <= chain.bEnd || run.aEnd <= chain.aEnd) continue
    const skipped = Math.max(inA, inB)
    if (skipped < least && skipped * gapCost < Math.min(chain.weight, run.weight)) {
      found = i
      least = skipped
    }
  }
  return found
}

function joined(chain: Block, run: Block): Block {
  const lapped = Math.max(0, chain.aEnd - run.aStart, chain.bEnd - run.bStart)
  const gained = Math.max(0, run.matched - lapped)
  const skipped = Math.max(0, run.aStart - chain.aEnd, run.bStart - chain.bEnd)
  return {
    aStart: chain.aStart,
    aEnd: run.aEnd,
    bStart: chain.bStart,
    bEnd: run.bEnd,
    matched: chain.matched + gained,
    trigrams: chain.trigrams + Math.max(0, run.trigrams - lapped),
    weight: chain.weight + gained - gapCost * skipped,
  }
}

/** The heaviest first; a block most of whose words are already taken on either side is dropped. Ordered as in `a`. */
function best(blocks: readonly Block[]): readonly Block[] {
  if (blocks.length < 2) return blocks
  const kept: Block[] = []
  const takenA = new Uint8Array(blocks.reduce((most, { aEnd }) => Math.max(most, aEnd), 0))
  const takenB = new Uint8Array(blocks.reduce((most, { bEnd }) => Math.max(most, bEnd), 0))
  const heaviestFirst = [...blocks].sort(
    (x, y) => y.weight - x.weight || x.aStart - y.aStart || byNumber(x.bStart, y.bStart),
  )
  for (const block of heaviestFirst) {
    if (lapped(block.aStart, block.aEnd, takenA) > 0.5 || lapped(block.bStart, block.bEnd, takenB) > 0.5) continue
    takenA.fill(1, block.aStart, block.aEnd)
    takenB.fill(1, block.bStart, block.bEnd)
    kept.push(block)
  }
  return kept.sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart)
}

/** Share of a stretch of words that is taken. */
function lapped(start: number, end: number, taken: Uint8Array): number {
  let count = 0
  for (let at = start; at < end; at++) count += taken[at] ?? 0
  return count / (end - start)
}
