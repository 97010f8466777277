import type { PartOfSpeech, Sentence, Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'

/**
 * A number, a word or a mark: finer than a token, so that "15kHz", "€3m", "mid-2025" and "6-million-tonne" come apart the
 * same way wherever they stand. The part of speech is that of the token it belongs to.
 */
export interface Atom extends Span {
  readonly kind: 'number' | 'word' | 'mark'
  readonly text: string
  /** Lower case with straight quotation marks and plain hyphens; never used for offsets. */
  readonly lower: string
  /** Value of a number in digits; NaN otherwise. */
  readonly value: number
  readonly pos: PartOfSpeech
  readonly lemma: string
  /** White space stands before it. */
  readonly spaced: boolean
}

// A number, a word, or any other mark. Groups of digits are bounded, so that no run of digits and commas can be tried over and over.
const pattern = new RegExp(
  [
    String.raw`(\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,6}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d\p{L}])\.\d+)`,
    String.raw`(\p{L}(?:\.\p{L}){1,6}\.?(?!\p{L})|['’](?:s|d|m|re|ve|ll|t)(?!\p{L})|[\p{L}\p{M}]+)`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
)

/** The atoms of one sentence, in order. */
export function atomsOf(text: string, sentence: Sentence, tokens: readonly Token[]): readonly Atom[] {
  const words = text.slice(sentence.start, sentence.end)
  const atoms: Atom[] = []
  let at = sentence.first
  let last = sentence.start
  for (const match of words.matchAll(pattern)) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    while (at < sentence.last - 1 && (tokens[at]?.end ?? end) <= start) at++
    const token = tokens[at]
    const kind = match[1] ? 'number' : match[2] ? 'word' : 'mark'
    const lower = plain(match[0])
    atoms.push({
      start,
      end,
      kind,
      text: match[0],
      lower,
      value: kind === 'number' ? Number(match[0].replace(/[^\d.]/g, '')) : Number.NaN,
      pos: token && token.start < end && start < token.end ? token.pos : 'X',
      lemma: token && token.start === start && token.end === end ? token.lemma : lower,
      spaced: start > last,
    })
    last = end
  }
  return atoms
}

function plain(word: string): string {
  const lower = word.toLowerCase()
  return marks.test(lower) ? lower.replace(/[‘’‛`´]/g, "'").replace(/[‐‑‒–—−]/g, '-') : lower
}

const marks = /[‘’‛`´‐‑‒–—−]/
