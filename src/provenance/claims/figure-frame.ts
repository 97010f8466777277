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
import type { FigureFrame, FigureRole } from '../../model/figure-frame.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/sentence.ts'
import { overlap } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { namingWords, tokenRange } from './content.ts'

/** How the first figure of each statement stands in its sentence, null where it gives none. */
export const figureFramesOf = (reading: Reading): readonly (FigureFrame | null)[] =>
  reading.figureFrames ?? reading.statements.map((statement) => figureFrameOf(statement, reading))

/** The reading with its frames, so that they are there wherever it is kept. */
export const withFigureFrames = (reading: Reading): Reading => ({ ...reading, figureFrames: figureFramesOf(reading) })

/** Words of a longer sentence are not asked how they hang together. */
const longest = 400
/** Words on either side of a figure that tell its role. */
const near = 8

function figureFrameOf(statement: Statement, reading: Reading): FigureFrame | null {
  const [figure] = statement.quantities.flatMap((at) => reading.quantities[at] ?? [])
  if (!figure) return null
  const [first, last] = tokenRange(reading.tokens, statement)
  const said = saidOf(statement, figure, reading)
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
function saidOf(statement: Statement, figure: Quantity, reading: Reading): readonly string[] {
  const [first, last] = tokenRange(reading.tokens, statement)
  const sentence = reading.sentences[reading.tokens[first]?.sentence ?? -1]
  if (!sentence || sentence.last - sentence.first > longest) return []
  const naming = namingWords(reading, statement)
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
