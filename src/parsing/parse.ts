import { weights as parseWeights } from '../language/en/parser-weights.data.ts'
import { endings, tags as tagNames, weights as tagWeights } from '../language/en/tagger-weights.data.ts'
import type { PartOfSpeech } from '../model/sentence.ts'
import { type EndingTable, lemmaOf, readEndings } from './lemmatiser.ts'
import { type LinearModel, readModel } from './linear-model.ts'
import { parseForms, parserInput, wordKinds } from './parser.ts'
import { type Relation, relations } from './relations.ts'
import { tagForms } from './tagger.ts'
import { wordForm } from './word-forms.ts'

/** What a word is in its sentence. */
export interface TaggedWord {
  readonly pos: PartOfSpeech
  /** The tag of the Penn Treebank, which tells "said" (VBD) from "say" (VB) and "ships" (NNS) from "ship" (NN). */
  readonly fine: string
  /** As a dictionary has it, in lower case. */
  readonly lemma: string
}

/** What a word is and which word it hangs on. */
export interface ParsedWord extends TaggedWord {
  /** Place of the head in the sentence; -1 for the root, of which each sentence has one. */
  readonly head: number
  readonly relation: Relation
}

/** Tags and lemmas of the words of one English sentence, cut as the treebanks cut them. Linear in their number. */
export function tagSentence(words: readonly string[]): readonly TaggedWord[] {
  const model = openTagger()
  const found = tagForms(model.weights, model.tags.length, words.map(wordForm))
  return words.map((word, i) => tagged(model, word, found[i] ?? 0))
}

/**
 * Tags, lemmas and the tree of the words of one English sentence. Linear in their number.
 *
 * A row of more than 400 words is a table or a list and not a sentence: every word of it hangs on the first one.
 */
export function parseSentence(words: readonly string[]): readonly ParsedWord[] {
  if (words.length > longestSentence)
    return tagSentence(words).map((word, i) => ({
      ...word,
      head: i === 0 ? -1 : 0,
      relation: i === 0 ? 'root' : 'dep',
    }))
  const model = openTagger()
  const forms = words.map(wordForm)
  const found = tagForms(model.weights, model.tags.length, forms)
  parser ??= readModel(parseWeights)
  const state = parseForms(parser, relations.length, parserInput(forms, found, model.kinds))
  return words.map((word, i) => {
    const head = state.heads[i + 1] ?? 0
    const relation = relations[(state.relations[i + 1] ?? 1) - 1] ?? 'dep'
    return {
      ...tagged(model, word, found[i] ?? 0),
      head: head > words.length ? -1 : head - 1,
      relation: head > words.length ? 'root' : relation === 'root' ? 'parataxis' : relation,
    }
  })
}

const longestSentence = 400

interface Tagger {
  readonly weights: LinearModel
  readonly tags: readonly { readonly pos: PartOfSpeech; readonly fine: string; readonly name: string }[]
  readonly kinds: ReturnType<typeof wordKinds>
  readonly endings: EndingTable
}

let tagger: Tagger | undefined
let parser: LinearModel | undefined

function openTagger(): Tagger {
  if (tagger) return tagger
  const fineTags = tagNames.split('|')
  tagger = {
    weights: readModel(tagWeights),
    tags: fineTags.map((name) => ({
      pos: name.replace(/ .*/, '') as PartOfSpeech,
      fine: name.replace(/.* /, ''),
      name,
    })),
    kinds: wordKinds(fineTags),
    endings: readEndings(endings),
  }
  return tagger
}

function tagged({ tags, endings }: Tagger, word: string, place: number): TaggedWord {
  const tag = tags[place]
  return { pos: tag?.pos ?? 'X', fine: tag?.fine ?? 'FW', lemma: lemmaOf(endings, word, tag?.name ?? '') }
}
