import { weights as packed, scale } from '../language/en/sentence-weights.data.ts'
import type { Span } from '../model/span.ts'
import { signedBytesOf } from './packed-bytes.ts'
import {
  isUncased,
  type Paragraph,
  paragraphOf,
  placeFeatures,
  type SentenceState,
  stateAfter,
} from './sentence-places.ts'

/**
 * Splits one paragraph into sentences. Offsets are those of `text`; white space at the ends is left out.
 *
 * Each place where a sentence might end is judged by the words and marks around it, with weights learned from a treebank
 * (`scripts/train-sentences.ts`): "Lt. Gen. Kyrylo Budanov" and "the U.S. Navy" carry on, "in the U.S. The others" does not, and the
 * "Hi all" of a mail ends where no mark tells it. One walk over the text.
 */
export function splitSentences(text: string, paragraph: Span): readonly Span[] {
  const parts = paragraphOf(text, paragraph)
  const found: Span[] = []
  let first = 0
  walkPlaces(text, parts, (at, state) => {
    if (!isCertain(parts, at) && score(parts, at, state) <= 0) return false
    found.push({ start: parts.chains[first]?.start ?? 0, end: parts.places[at]?.end ?? 0 })
    first = (parts.places[at]?.chain ?? 0) + 1
    return true
  })
  const last = parts.chains[parts.chains.length - 1]
  if (last) found.push({ start: parts.chains[first]?.start ?? 0, end: last.end })
  return found
}

/** The weights know English alone: where letters know no capitals, the marks decide that were looked at before. */
function isCertain({ chains, places }: Paragraph, at: number): boolean {
  const [own, next] = [chains[places[at]?.chain ?? -1], chains[(places[at]?.chain ?? -1) + 1]]
  return own !== undefined && next !== undefined && isUncased(own) && isUncased(next)
}

/** Asks at each place whether a sentence ends there, with what is open; what is open begins anew behind an end. */
export function walkPlaces(
  text: string,
  { chains, places }: Paragraph,
  ends: (place: number, state: SentenceState) => boolean,
): void {
  let state: SentenceState = { first: 0, brackets: 0, quoted: false }
  let read = 0
  places.forEach(({ chain }, at) => {
    for (; read <= chain; read++) {
      const own = chains[read]
      if (own) state = stateAfter(state, text, own)
    }
    if (ends(at, state)) state = { first: chain + 1, brackets: 0, quoted: state.quoted }
  })
}

let weights: Int8Array | undefined

function score(paragraph: Paragraph, at: number, state: SentenceState): number {
  weights ??= signedBytesOf(packed)
  const table = weights
  const place = paragraph.places[at]
  let sum = 0
  if (place)
    placeFeatures(paragraph, place, state, (key) => {
      sum += table[key & (table.length - 1)] ?? 0
    })
  return sum * scale
}
