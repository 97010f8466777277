import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech } from '../../model/sentence.ts'

/** One token as the tagger sees it, with offsets into the string it was given. */
export interface TaggedToken {
  readonly start: number
  readonly end: number
  readonly lemma: string
  readonly pos: PartOfSpeech
}

let loaded: ReturnType<typeof winkNLP> | undefined

/** Tokens, universal part-of-speech tags and lemmas of one sentence (wink-nlp, English lite model; 89 % UPOS on UD-EWT). */
export function tag(sentence: string): readonly TaggedToken[] {
  loaded ??= winkNLP(model, ['pos'])
  const { its } = loaded
  const tokens = loaded.readDoc(sentence).tokens()
  const words = tokens.out() as string[]
  const tags = tokens.out(its.pos) as unknown as PartOfSpeech[]
  // The package's types declare `its.lemma` for another overload than the one it documents.
  const lemmas = tokens.out(its.lemma as never) as string[]
  const found: TaggedToken[] = []
  let from = 0
  words.forEach((word, i) => {
    const start = sentence.indexOf(word, from)
    if (start < 0 || word.trim() === '') return
    from = start + word.length
    found.push({ start, end: from, lemma: lemmas[i] ?? word.toLowerCase(), pos: tags[i] ?? 'X' })
  })
  return found
}
