import * as learned from '../../language/en/certainty-weights.data.ts'
import { signedBytesOf } from '../../text/packed-bytes.ts'
import type { EventSigns, SentenceSigns } from './event-signs.ts'

/**
 * A net with one hidden layer over signs that are seen or not seen, with two readings of them: as news and as a letter or a post. The words
 * of the sentence tell which of the two it is.
 */
export interface CertaintyModel {
  /** Where each sum starts: how much like news it is, the score as news, the score as a letter, then each hidden cell. */
  readonly start: readonly number[]
  /** What each hidden cell adds, once above zero, to the score as news and to the score as a letter. */
  readonly out: readonly (readonly [news: number, letter: number])[]
  /** For each sign where what it adds to each sum stands in the weights. */
  readonly signs: ReadonlyMap<string, number>
  readonly weights: ArrayLike<number>
  /** For each word of the sentence what it adds to the first sum. */
  readonly words: ReadonlyMap<string, number>
}

/**
 * How certain an event is by its signs: -3 certainly not, 0 open, +3 certainly so (FactBank's scale, Saurí and Pustejovsky 2009), to one
 * decimal. Signs are added up; where hidden cells light up, one sign changes what another means ("not" under "refused").
 */
export function certaintyScore(signs: EventSigns): number {
  const known = scores.get(signs)
  if (known !== undefined) return known
  model ??= openModel()
  const score = Math.round(scoreBy(model, signs) * 10) / 10
  scores.set(signs, score)
  return score
}

/** An event has one score, in however many statements it stands. */
const scores = new WeakMap<EventSigns, number>()

function scoreBy(model: CertaintyModel, { own, sentence }: EventSigns): number {
  const sums = sentenceSums(model, sentence).slice()
  addAll(model, own, sums)
  let [register = 0, news = 0, letter = 0] = sums
  model.out.forEach(([toNews, toLetter], k) => {
    const cell = Math.max(0, sums[3 + k] ?? 0)
    news += cell * toNews
    letter += cell * toLetter
  })
  const share = 1 / (1 + Math.exp(-register))
  return share * within(news) + (1 - share) * within(letter)
}

/** What the sentence adds to all of its events. */
function sentenceSums(model: CertaintyModel, sentence: SentenceSigns): Float64Array {
  const known = sums.get(sentence)
  if (known) return known
  const made = Float64Array.from(model.start)
  addAll(model, sentence.kinds, made)
  for (const word of sentence.words) made[0] = (made[0] ?? 0) + (model.words.get(word) ?? 0)
  sums.set(sentence, made)
  return made
}

const sums = new WeakMap<SentenceSigns, Float64Array>()

function addAll({ signs, weights }: CertaintyModel, seen: readonly string[], sums: Float64Array): void {
  for (const sign of seen) {
    const from = signs.get(sign)
    if (from === undefined) continue
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (weights[from + k] ?? 0)
  }
}

const within = (score: number): number => Math.max(-3, Math.min(3, score))

let model: CertaintyModel | undefined

function openModel(): CertaintyModel {
  const { start, out, steps } = learned
  const signNames = learned.signs.split('|').flatMap((line) => {
    const [kind = '', ...rests] = line.split(' ')
    return rests.map((rest) => kind + rest)
  })
  const weights = decoded(learned.weights, steps)
  const words = decoded(learned.wordWeights, steps)
  return {
    start,
    out,
    signs: new Map(signNames.map((name, i) => [name, i * start.length])),
    weights,
    words: new Map(learned.words.split(' ').map((word, i) => [word, words[i] ?? 0])),
  }
}

/** Signed bytes; `steps` of them make 1. */
function decoded(text: string | Uint8Array, steps: number): Float64Array {
  const numbers = new Float64Array(signedBytesOf(text))
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] ?? 0) / steps
  return numbers
}
