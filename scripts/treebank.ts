// A treebank in CoNLL-U (https://universaldependencies.org/format.html), and how well a reading of its raw text agrees with it.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** One syntactic word of the treebank. `head` is its place in the sentence, -1 for the root. */
export interface GoldWord {
  readonly form: string
  readonly lemma: string
  readonly pos: string
  readonly fine: string
  readonly head: number
  readonly relation: string
  /** Place in the document, counted without white space, half-open. */
  readonly start: number
  readonly end: number
}

export interface GoldSentence {
  readonly words: readonly GoldWord[]
  /** The sentence as it was written, and whether white space follows it. */
  readonly text: string
  readonly opensDocument: boolean
  readonly opensParagraph: boolean
}

/** What a program found: the same as a gold word, as far as it can tell. */
export interface FoundWord {
  readonly start: number
  readonly end: number
  readonly pos: string
  readonly lemma?: string
  /** Place in the list of all found words, -1 for a root. */
  readonly head?: number
  readonly relation?: string
}

export function readTreebank(path: string): readonly GoldSentence[] {
  const packed = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(packed) : packed).toString('utf8')
  const sentences: GoldSentence[] = []
  let at = 0
  for (const block of text.split('\n\n')) {
    if (block.trim() === '') continue
    const opensDocument = block.includes('# newdoc')
    const words: GoldWord[] = []
    let written = ''
    let joined: { last: number; start: number; end: number; plain: boolean; at: number } | undefined
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const formOf = new Map(lines.map((line) => line.split('\t')).map(([id = '', form = '']) => [id, form]))
    for (const line of lines) {
      const [id = '', form = '', lemma = '', pos = '', fine = '', , head = '0', relation = '', , misc = ''] =
        line.split('\t')
      if (id.includes('.')) continue
      const space = misc.split('|').includes('SpaceAfter=No') ? '' : ' '
      const size = form.replace(/\s/g, '').length
      if (id.includes('-')) {
        const [first = 0, last = 0] = id.split('-').map(Number)
        let parts = ''
        for (let n = first; n <= last; n++) parts += formOf.get(String(n)) ?? ''
        joined = { last, start: at, end: at + size, plain: parts === form, at }
        written += form + space
        continue
      }
      const within = joined && Number(id) <= joined.last ? joined : undefined
      const start = within ? within.at : at
      // A word of a contraction that is not spelled out in it ("du" = "de le") cannot be found by its place.
      const end = within
        ? Number(id) === within.last
          ? within.end
          : Math.min(within.end, within.at + size)
        : at + size
      if (within) within.at = end
      else written += form + space
      at = end
      words.push({ form, lemma, pos, fine, head: Number(head) - 1, relation, start, end })
    }
    sentences.push({ words, text: written, opensDocument, opensParagraph: opensDocument || block.includes('# newpar') })
  }
  return sentences
}

/** The raw text of the treebank as a list of paragraphs, each a list of sentences. */
export function paragraphsOf(sentences: readonly GoldSentence[]): readonly string[] {
  const paragraphs: string[] = []
  for (const { text, opensParagraph } of sentences) {
    if (opensParagraph || paragraphs.length === 0) paragraphs.push(text)
    else paragraphs.push((paragraphs.pop() ?? '') + text)
  }
  return paragraphs.map((paragraph) => paragraph.trimEnd())
}

export interface Agreement {
  readonly words: number
  readonly sentences: number
  readonly upos: number
  readonly lemma: number
  readonly uas: number
  /** Relations without their subtypes, as in the CoNLL 2018 shared task. */
  readonly las: number
  readonly lasFull: number
}

/** F1 in per cent over words that stand at the same place, after the CoNLL 2018 shared task. */
export function agreement(
  gold: readonly GoldSentence[],
  found: readonly FoundWord[],
  foundSentenceStarts: ReadonlySet<number> = new Set(),
): Agreement {
  const golds: (GoldWord & { readonly at: number })[] = []
  const starts: number[] = []
  for (const { words } of gold) {
    const first = golds.length
    starts.push(words[0]?.start ?? 0)
    for (const word of words) golds.push({ ...word, at: first + word.head })
  }
  const byPlace = new Map(found.map(({ start, end }, i) => [`${start} ${end}`, i]))
  const partner = golds.map(({ start, end }) => byPlace.get(`${start} ${end}`))
  const right = { words: 0, upos: 0, lemma: 0, uas: 0, las: 0, lasFull: 0 }
  golds.forEach((word, i) => {
    const n = partner[i]
    const other = n === undefined ? undefined : found[n]
    if (!other) return
    right.words++
    if (other.pos === word.pos) right.upos++
    if (other.lemma === word.lemma.toLowerCase()) right.lemma++
    const head = word.head < 0 ? -1 : partner[word.at]
    if (head === undefined || other.head !== head) return
    right.uas++
    if (plainRelation(other.relation) === plainRelation(word.relation)) right.las++
    if (other.relation === word.relation) right.lasFull++
  })
  const f1 = (count: number) => Number(((200 * count) / (golds.length + found.length)).toFixed(2))
  const sharedStarts = starts.filter((start) => foundSentenceStarts.has(start)).length
  return {
    words: f1(right.words),
    sentences: Number(((200 * sharedStarts) / (starts.length + foundSentenceStarts.size)).toFixed(2)),
    upos: f1(right.upos),
    lemma: f1(right.lemma),
    uas: f1(right.uas),
    las: f1(right.las),
    lasFull: f1(right.lasFull),
  }
}

const plainRelation = (relation: string | undefined): string | undefined => relation?.replace(/:.*$/, '')
