import { parsed } from '../../extract/syntax/parsed.ts'
import {
  comparingPhrases,
  comparingWords,
  earlierAfter,
  earlierBefore,
  fillers,
  limits,
  periods,
} from '../../language/en/figure-roles.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/sentence.ts'
import { overlap, type Span } from '../../model/span.ts'
import { type Content, tokenRange } from './content.ts'

/** What a figure stands for: the answer itself; what it was before; what may be; what the answer is a part of. */
export type FigureRole = 'answer' | 'earlier' | 'limit' | 'whole'

/** The first figure of a statement, and what is said of the things counted. */
export interface FigureFrame {
  readonly role: FigureRole
  /** Lemmas of the words that the thing counted hangs on, and of those that hang on it: "271 houses *beyond repair*". */
  readonly said: readonly string[]
}

/** Words of a longer sentence are not asked how they hang together. */
const longest = 400
/** Words on either side of a figure that tell its role. */
const near = 8

/** How the first figure of a statement stands in its sentence; null when it gives none. `naming` are the words that tell who says so. */
export function figureFrameOf(content: Content, reading: Reading, naming: readonly Span[]): FigureFrame | null {
  const figure = content.measures[0]?.quantity
  if (!figure) return null
  const [first, last] = tokenRange(reading.tokens, content)
  const said = saidOf(content, reading, naming)
  const words = (from: number, to: number): readonly string[] =>
    reading.tokens.slice(Math.max(first, from), Math.min(last, to)).flatMap(wordIn)
  const [start, end] = tokenRange(reading.tokens, figure)
  return { role: roleOf(words(start - near, start), words(end, end + near), said), said }
}

const wordIn = ({ lower }: Token): readonly string[] => (/\p{L}/u.test(lower) ? [lower.replace(/[’']s$/, '')] : [])

function roleOf(before: readonly string[], after: readonly string[], said: readonly string[]): FigureRole {
  const telling = before.slice(0, 1 + before.findLastIndex((word) => !fillers.has(word)))
  const [last = '', last2 = ''] = [telling.at(-1), telling.at(-2)]
  if (comparingWords.has(last) || comparingPhrases.has(`${last2} ${last}`)) return 'earlier'
  if (namesEarlierTime(telling.slice(-2)) || namesEarlierTime(after)) return 'earlier'
  if (said.some((lemma) => limits.has(lemma)) || before.slice(-4).some((word) => limits.has(word))) return 'limit'
  return before.at(-1) === 'of' || before.slice(telling.length).includes('of') ? 'whole' : 'answer'
}

const namesEarlierTime = (words: readonly string[]): boolean =>
  words.some((word, i) => {
    const next = words[i + 1] ?? ''
    return (earlierBefore.has(word) && periods.has(next)) || (periods.has(word) && earlierAfter.has(next))
  })

/** Lemmas of what the thing counted hangs on, up to three words up, and of what hangs on it or on those. */
function saidOf(content: Content, reading: Reading, naming: readonly Span[]): readonly string[] {
  const [first, last] = tokenRange(reading.tokens, content)
  const sentence = reading.sentences[reading.tokens[first]?.sentence ?? -1]
  const figure = content.measures[0]?.quantity
  if (!figure || !sentence || sentence.last - sentence.first > longest) return []
  const tokens = reading.tokens.slice(sentence.first, sentence.last)
  const words = parsed(tokens)
  const counts = (i: number): boolean => {
    const token = tokens[i]
    return token !== undefined && (overlap(token, figure) > 0 || overlap(token, figure.ofSpan ?? figure) > 0)
  }
  const inside = (i: number): boolean => {
    const [token, at] = [tokens[i], sentence.first + i]
    return token !== undefined && at >= first && at < last && !naming.some((span) => overlap(span, token) > 0)
  }
  const headOf = (i: number): number => words[i]?.head ?? -1
  const below = (i: number, relation: RegExp): readonly number[] =>
    words.flatMap((word, k) => (word.head === i && relation.test(word.relation) && inside(k) ? [k] : []))

  let counted = tokens.findIndex((token) => token.end > figure.start)
  while (counts(headOf(counted))) counted = headOf(counted)
  const found = [...below(counted, /^(?:acl|amod|nmod|compound|obl|conj)/)]
  for (let up = headOf(counted), steps = 0; steps < 3 && inside(up); steps++, up = headOf(up)) found.push(up)
  found.push(...found.flatMap((i) => below(i, /^(?:xcomp|obj|obl|nmod|amod|compound)/)).filter((i) => !counts(i)))
  const lemmas = found.flatMap((i) => {
    const word = words[i]
    return word && telling.test(word.pos) && !empty.has(word.lemma) ? [word.lemma] : []
  })
  return [...new Set(lemmas)]
}

const telling = /^(?:NOUN|PROPN|VERB|ADJ)$/

/** Words that say little of what they hang on. */
const empty = new Set(
  'be have do say tell make get go take put give see come stand remain keep begin start continue seem appear become use able'.split(
    ' ',
  ),
)
