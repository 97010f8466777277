import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import { excerpt, type NonEmpty, type Span } from '../../model/span.ts'
import { remembered, rememberedOfPairs } from '../../text/remembered.ts'
import type { Reuse } from '../copying/reuse.ts'
import { type Ruling, undecided } from './ruling.ts'
import { isOriginal, isUpstream } from './upstream.ts'

/** A document and the one it took passages from, with the passages on both sides. */
export interface Taking {
  readonly from: string
  readonly to: string
  /** Share of the later document's words that stand in the shared passages, 0..1. */
  readonly share: number
  readonly manner: 'copies' | 'rewrites'
  readonly passages: readonly { readonly from: Span; readonly to: Span }[]
}

/** Words that a later text must owe to one earlier text alone before that text counts as something it was made from. */
const fewestWords = 25
/** From this share on a text is a copy with some words of its own; below it, a text that takes passages. */
export const copyShare = 0.7
/** From this share on the marks of a desk tell the original before the dates do. */
const halfCopied = 0.4

/**
 * Who took passages from whom. A copied text has one parent: the earlier text that covers most of it. Another parent
 * counts only for what the first ones do not cover. What a person decided comes before all else.
 */
export function takings(
  readings: readonly Reading[],
  reuse: readonly Reuse[],
  ruling: Ruling = undecided,
): readonly Taking[] {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  const into = new Map<string, Taking[]>()
  for (const pair of reuse) {
    const taking = directed(pair, byId, ruling)
    if (!taking || ruling.isRejected(taking.from, taking.to)) continue
    const list = into.get(taking.to)
    if (list) list.push(taking)
    else into.set(taking.to, [taking])
  }
  return [...into.values()].flatMap((candidates) => explaining(candidates, byId, ruling))
}

function directed(pair: Reuse, readings: ReadonlyMap<string, Reading>, ruling: Ruling): Taking | undefined {
  const [a, b] = [readings.get(pair.a), readings.get(pair.b)]
  const passages = tellingOf(pair)
  if (!a || !b || passages.fromA.length === 0) return undefined
  const mostly = Math.max(pair.containmentA, pair.containmentB) >= halfCopied
  const isFirst = mostly ? isOriginal(a, b) : isUpstream(a, b)
  return ruling.isMade(pair.a, pair.b) || (isFirst && !ruling.isMade(pair.b, pair.a))
    ? {
        from: pair.a,
        to: pair.b,
        share: pair.containmentB,
        manner: pair.manner,
        passages: passages.fromA,
      }
    : {
        from: pair.b,
        to: pair.a,
        share: pair.containmentA,
        manner: pair.manner,
        passages: passages.fromB,
      }
}

/** The passages of a pair that are no quotations, as the one took them from the other and the other way round. */
const tellingOf = remembered(({ passages }: Reuse) => {
  const telling = passages.filter(({ quotation }) => !quotation)
  return { fromA: telling.map((p) => ({ from: p.a, to: p.b })), fromB: telling.map((p) => ({ from: p.b, to: p.a })) }
})

/** Greedy cover of the later text's words; among equals the most upstream one wins. */
function explaining(
  candidates: readonly Taking[],
  readings: ReadonlyMap<string, Reading>,
  ruling: Ruling,
): readonly Taking[] {
  const isMade = ({ from, to }: Taking): boolean => ruling.isMade(from, to)
  const chosen = candidates.filter(isMade)
  // By where words begin: a text that went round has hundreds of candidates, and each is counted again for each parent.
  const covered = new Uint8Array(readings.get(candidates[0]?.to ?? '')?.document.text.length ?? 0)
  const cover = (words: readonly number[]): void => {
    for (const word of words) covered[word] = 1
  }
  for (const taking of chosen) cover(wordsIn(taking, readings))
  let left = candidates
    .filter((one) => !isMade(one))
    .sort((x, y) => upstreamFirst(x, y, readings))
    .map((taking) => ({ taking, words: wordsIn(taking, readings), gain: 0 }))
  for (;;) {
    // What there is to gain of a parent only shrinks: one that gives too little now is never taken.
    left = left
      .map(({ taking, words }) => ({ taking, words, gain: uncovered(words, covered) }))
      .filter(({ gain }) => gain >= fewestWords)
    const [first, ...others] = left
    if (!first) return chosen
    const best = others.reduce((most, one) => (one.gain > most.gain ? one : most), first)
    chosen.push(best.taking)
    cover(best.words)
    left = left.filter((one) => one !== best)
  }
}

function uncovered(words: readonly number[], covered: Uint8Array): number {
  let count = 0
  for (const word of words) if (covered[word] === 0) count++
  return count
}

function upstreamFirst(x: Taking, y: Taking, readings: ReadonlyMap<string, Reading>): number {
  const [a, b] = [readings.get(x.from), readings.get(y.from)]
  if (!a || !b) return 0
  return isOriginal(a, b) ? -1 : 1
}

/** Where the words of the later text that stand in shared passages begin. */
function wordsIn({ to, passages }: Taking, readings: ReadonlyMap<string, Reading>): readonly number[] {
  const reading = readings.get(to)
  return reading ? wordsInside(reading, passages) : []
}

/** One walk over words and passages, which are in order. */
const wordsInside = rememberedOfPairs((reading: Reading, passages: Taking['passages']): readonly number[] => {
  const spans = passages.map((passage) => passage.to).sort((a, b) => a.start - b.start || a.end - b.end)
  const found: number[] = []
  let next = 0
  let end = -1
  for (const word of reading.tokens) {
    for (let span = spans[next]; span && span.start <= word.start; span = spans[++next]) end = Math.max(end, span.end)
    if (word.end <= end && word.pos !== 'PUNCT') found.push(word.start)
  }
  return found
})

/** The derivation that a taking amounts to, with the longest shared passage quoted on both sides. */
export function copied(taking: Taking, readings: ReadonlyMap<string, Reading>): Derivation | undefined {
  const [from, to] = [readings.get(taking.from), readings.get(taking.to)]
  const [longest] = [...taking.passages].sort((x, y) => y.to.end - y.to.start - (x.to.end - x.to.start))
  if (!from || !to || !longest) return undefined
  const words = (reading: Reading, { start, end }: Span): Evidence => ({
    document: reading.document.id,
    ...excerpt(reading.document.text, start, end),
  })
  const evidence: NonEmpty<Evidence> = [words(to, longest.to), words(from, longest.from)]
  return {
    from: taking.from,
    to: taking.to,
    manner: taking.share >= 0.5 ? taking.manner : 'rewrites',
    basis: 'inferred',
    confidence: Math.min(0.99, 0.6 + 0.4 * taking.share),
    evidence,
    rule: 'copying/shared-passages',
  }
}
