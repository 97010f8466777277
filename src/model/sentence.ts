import type { Span } from './span.ts'

/** One sentence of headline or body. `first` and `last` are indices into the token layer, half-open. */
export interface Sentence extends Span {
  readonly headline: boolean
  readonly paragraph: number
  readonly first: number
  readonly last: number
}

/** Universal part-of-speech tags (Universal Dependencies v2). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** One word or mark. `lower` is the text in lower case with straight quotation marks; offsets always come from the text itself. */
export interface Token extends Span {
  readonly text: string
  readonly lower: string
  readonly lemma: string
  readonly pos: PartOfSpeech
  /** Index of the sentence it stands in. */
  readonly sentence: number
}
