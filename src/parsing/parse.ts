import { closedWords } from '../language/en/closed-words.ts'
import { endings } from '../language/en/lemma-endings.data.ts'
import { tags as tagNames, weights } from '../language/en/parser-weights.data.ts'
import type { PartOfSpeech } from '../model/sentence.ts'
import { detached } from '../text/detached.ts'
import { longestSentence } from './encoder.ts'
import { type EndingTable, lemmaOf, readEndings } from './lemmatiser.ts'
import { longestPiece, type Network, readNetwork } from './network.ts'
import { type Relation, relations } from './relations.ts'

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

/** No sentence has more words, and nothing is learned from reading what has. */
const longestRow = 5000

/** Tags and lemmas of the words of one English sentence, cut as the treebanks cut them. Linear in their number. */
export function tagSentence(words: readonly string[]): readonly TaggedWord[] {
  if (words.length > longestRow) return words.map(bySpelling)
  const reader = openReader()
  const found: TaggedWord[] = []
  for (let from = 0; from < words.length; from += longestSentence) {
    const part = words.slice(from, from + longestSentence)
    reader.network.read(part)
    part.forEach((word, i) => {
      found.push(tagged(reader, word, i))
    })
  }
  return found
}

/**
 * Tags, lemmas and the tree of the words of one English sentence. Linear in their number: one of more than 120 words is put together from
 * trees of its pieces, whose roots stand beside the first one.
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
  const reader = openReader()
  const { network } = reader
  network.read(words)
  const found = words.map((word, i) => tagged(reader, word, i))
  const heads = new Int32Array(words.length)
  for (const { from, to } of piecesOf(found)) heads.set(network.heads(from, to), from)
  const kinds = network.relations(heads)
  const root = heads.indexOf(-1)
  return found.map(({ pos, fine, lemma }, i) => {
    const head = heads[i] ?? -1
    if (head === -1 && i !== root) return { pos, fine, lemma, head: root, relation: 'parataxis' }
    return { pos, fine, lemma, head, relation: relationOf(pos, relations[kinds[i] ?? 0] ?? 'dep') }
  })
}

/** A noun is no article, whatever it was taken for. */
const relationOf = (pos: PartOfSpeech, relation: Relation): Relation =>
  relation === 'det' && pos === 'NOUN' ? 'compound' : relation

/** What can be told of a word without its sentence: digits, letters or marks. */
function bySpelling(word: string): TaggedWord {
  const lemma = word.toLowerCase()
  if (/^\p{N}/u.test(word)) return { pos: 'NUM', fine: 'CD', lemma }
  return /^\p{L}/u.test(word) ? { pos: 'PROPN', fine: 'NNP', lemma } : { pos: 'PUNCT', fine: '.', lemma }
}

/** Cuts a long sentence behind the last mark, or where there is none, at the most words that make one piece. */
function piecesOf(words: readonly TaggedWord[]): readonly { readonly from: number; readonly to: number }[] {
  const pieces: { readonly from: number; readonly to: number }[] = []
  for (let from = 0; from < words.length; ) {
    let to = Math.min(words.length, from + longestPiece)
    if (to < words.length) {
      const marks = words.slice(from, to).findLastIndex(({ pos }) => pos === 'PUNCT')
      if (marks > longestPiece / 4) to = from + marks + 1
    }
    pieces.push({ from, to })
    from = to
  }
  return pieces
}

interface Reader {
  readonly network: Network
  readonly tags: readonly Tag[]
  readonly endings: EndingTable
}

let reader: Reader | undefined

function openReader(): Reader {
  reader ??= {
    network: readNetwork(weights, relations.indexOf('root')),
    tags: tagNames.split('|').map((name) => ({
      pos: name.replace(/ .*/, '') as PartOfSpeech,
      fine: name.replace(/.* /, ''),
      name,
    })),
    endings: readEndings(endings),
  }
  return reader
}

/** The `i`th word of the sentence read last. Few words have many tags, so what a word is with a tag is found once. */
function tagged({ network, tags, endings }: Reader, word: string, i: number): TaggedWord {
  const place = network.tag(i)
  const words = taggedBefore[place] ?? new Map<string, TaggedWord>()
  taggedBefore[place] = words
  const known = words.get(word)
  if (known) return known
  const own = detached(word)
  const tag = mended(own, tags[place])
  const found = { pos: tag?.pos ?? 'X', fine: tag?.fine ?? 'FW', lemma: lemmaOf(endings, own, tag?.name ?? '') }
  if (words.size >= mostTagged) words.clear()
  if (word.length <= longestTagged) words.set(own, found)
  return found
}

/** By the place of the tag. */
const taggedBefore: Map<string, TaggedWord>[] = []
const mostTagged = 2000
const longestTagged = 40

interface Tag {
  readonly pos: PartOfSpeech
  readonly fine: string
  readonly name: string
}

const noun: Tag = { pos: 'NOUN', fine: 'NN', name: 'NOUN NN' }
const name: Tag = { pos: 'PROPN', fine: 'NNP', name: 'PROPN NNP' }
const preposition: Tag = { pos: 'ADP', fine: 'IN', name: 'ADP IN' }

/** The kinds of words that English makes no new ones of are known; "per" is seldom met in the treebank. */
function mended(word: string, tag: Tag | undefined): Tag | undefined {
  if (word === 'per') return preposition
  if (!tag || !closed.has(tag.pos) || !/^\p{L}{4,}$/u.test(word) || closedWords.has(word.toLowerCase())) return tag
  return /^\p{Lu}/u.test(word) ? name : noun
}

const closed: ReadonlySet<PartOfSpeech> = new Set(['DET', 'PRON', 'CCONJ', 'AUX'])
