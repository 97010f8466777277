import type { Passage } from '../../model/derivation.ts'
import type { Document } from '../../model/document.ts'
import { contains } from '../../model/span.ts'
import { byCodeUnit } from '../../text/order.ts'
import { quotedSpans } from '../../text/quoted.ts'
import { remembered, rememberedOfPairs } from '../../text/remembered.ts'
import { shinglesOf } from '../../text/shingles.ts'
import { type Words, wordsOf } from '../../text/words.ts'
import { align, type Block, indexed, seedSize } from './alignment.ts'
import { candidatesOf } from './candidates.ts'

/** Two documents that share passages. `a` and `b` are ids with a < b, so the order of the input never matters; it says nothing of who was first. */
export interface Reuse {
  readonly a: string
  readonly b: string
  /** 0..1: the larger of the two containments. */
  readonly score: number
  /**
   * Share of the word trigrams of `a` that agree inside shared passages (Broder's containment). Shared quotations are
   * left out of both sides of the division.
   */
  readonly containmentA: number
  readonly containmentB: number
  /** `copies`: a paragraph or more is word for word, but for single words. `rewrites`: it is edited throughout, or little is shared. */
  readonly manner: 'copies' | 'rewrites'
  readonly passages: readonly SharedPassage[]
}

/** The same words in two documents. */
export interface SharedPassage extends Passage {
  /** It stands between quotation marks in both: two reports of one speech share it without copying each other. */
  readonly quotation: boolean
  /** Share of its words that are the same on both sides, 0..1. */
  readonly likeness: number
}

/** Words of a shingle. Five in a row by chance are rare outside fixed phrases (passim, SuperFastMatch use 4 to 6). */
const shingleSize = 5
/** Rare shingles two documents must share before they are compared at all: a rewritten passage may keep a single one. */
const fewest = 1
/** Agreeing words that a passage needs. */
const shortest = 7

/**
 * Finds which documents share passages: candidates from an index of rare word shingles, then alignment of each candidate
 * pair. Only headlines and bodies are compared; credits, captions and clutter are not.
 */
export function findReuse(documents: readonly Document[]): readonly Reuse[] {
  const sorted = [...documents].sort(earliestFirst)
  const shingles = sorted.map((document) => foldedOf(document).shingles)
  const found: Reuse[] = []
  for (const { a, b } of candidatesOf(shingles, fewest)) {
    const [one, other] = [sorted[a], sorted[b]]
    const reuse = one && other && reuseOf(one, other)
    if (reuse !== undefined) found.push(reuse)
  }
  return found.sort((x, y) => byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b))
}

/** What two documents share, the earlier one first. It depends on nothing else, and is worked out once. */
const reuseOf = rememberedOfPairs((one: Document, other: Document): Reuse | undefined => {
  const [a, b] = [foldedOf(one), foldedOf(other)]
  return toReuse(a, b, align(indexOf(one), indexOf(other), shortest))
})

/** Undated documents come last; what was first stands first in every index. */
const earliestFirst = (x: Document, y: Document): number =>
  byCodeUnit(x.published ?? '~', y.published ?? '~') || byCodeUnit(x.id, y.id)

/** A document as reuse sees it. */
interface Folded {
  readonly id: string
  readonly words: Words
  readonly shingles: readonly number[]
  /** For each word, and behind the last, how many before it stand between quotation marks. */
  readonly quoted: Uint32Array
}

const foldedOf = remembered((document: Document): Folded => {
  const read = document.regions.filter(({ kind }) => kind === 'headline' || kind === 'body')
  const words = wordsOf(document.text, read)
  const shingles = shinglesOf(words.keys, shingleSize)
  return { id: document.id, words, shingles, quoted: quotedWords(document, words) }
})

const indexOf = remembered((document: Document) => indexed(foldedOf(document).words.keys))

function quotedWords({ text }: Document, { starts, ends }: Words): Uint32Array {
  const spans = quotedSpans(text)
  const before = new Uint32Array(starts.length + 1)
  let next = 0
  for (const [i, start] of starts.entries()) {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    const span = spans[next]
    const isQuoted = span !== undefined && contains(span, { start, end: ends[i] ?? start })
    before[i + 1] = (before[i] ?? 0) + (isQuoted ? 1 : 0)
  }
  return before
}

/** What the blocks of two documents come to; undefined when there are none. */
function toReuse(a: Folded, b: Folded, blocks: readonly Block[]): Reuse | undefined {
  if (blocks.length === 0) return undefined
  const shared = blocks.map((block) => ({ block, quotation: isQuotation(block, a, b) }))
  const telling = shared.filter(({ quotation }) => !quotation).map(({ block }) => block)
  const repeated = trigramsOf(blocks) - trigramsOf(telling)
  const containmentA = share(trigramsOf(telling), a.words.keys.length - seedSize + 1 - repeated)
  const containmentB = share(trigramsOf(telling), b.words.keys.length - seedSize + 1 - repeated)
  const reuse: Reuse = {
    a: a.id,
    b: b.id,
    score: Math.max(containmentA, containmentB),
    containmentA,
    containmentB,
    manner: mannerOf(telling, Math.max(containmentA, containmentB)),
    passages: shared.map(({ block, quotation }) => ({
      a: { start: a.words.starts[block.aStart] ?? 0, end: a.words.ends[block.aEnd - 1] ?? 0 },
      b: { start: b.words.starts[block.bStart] ?? 0, end: b.words.ends[block.bEnd - 1] ?? 0 },
      quotation,
      likeness: likeness(block),
    })),
  }
  return a.id < b.id ? reuse : turned(reuse)
}

/** The same pair, named the other way round. */
const turned = (reuse: Reuse): Reuse => ({
  ...reuse,
  a: reuse.b,
  b: reuse.a,
  containmentA: reuse.containmentB,
  containmentB: reuse.containmentA,
  passages: reuse.passages
    .map((passage) => ({ ...passage, a: passage.b, b: passage.a }))
    .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start),
})

/** Nine words in ten stand between quotation marks, in both. */
function isQuotation(block: Block, a: Folded, b: Folded): boolean {
  const inA = quotedIn(a, block.aStart, block.aEnd)
  const inB = quotedIn(b, block.bStart, block.bEnd)
  return inA >= 0.9 * (block.aEnd - block.aStart) && inB >= 0.9 * (block.bEnd - block.bStart)
}

const quotedIn = ({ quoted }: Folded, start: number, end: number): number => (quoted[end] ?? 0) - (quoted[start] ?? 0)

const likeness = (block: Block): number =>
  block.matched / Math.max(block.aEnd - block.aStart, block.bEnd - block.bStart)

const trigramsOf = (blocks: readonly Block[]): number => blocks.reduce((total, { trigrams }) => total + trigrams, 0)

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole))

/** A copy keeps nine words in ten of what it takes, and takes more than a phrase. */
function mannerOf(blocks: readonly Block[], score: number): 'copies' | 'rewrites' {
  const matched = blocks.reduce((total, block) => total + block.matched, 0)
  const covered = blocks.reduce(
    (total, block) => total + Math.max(block.aEnd - block.aStart, block.bEnd - block.bStart),
    0,
  )
  return matched >= 0.9 * covered && (score >= 0.25 || matched >= paragraph) ? 'copies' : 'rewrites'
}

/** Words of a short paragraph: taken word for word it is copied, however long the rest. */
const paragraph = 40
