import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
import { remembered, rememberedOfPairs } from '../../text/remembered.ts'
import type { Voices } from '../sources/voices.ts'
import { type Comparison, comparerOf, voiceSides } from './comparison.ts'
import { type Content, contentsOf } from './content.ts'
import { judge } from './judge.ts'
import { readingsById } from './statement-ref.ts'

/** The statements of a collection that can be in a claim, and how sure it is of two of them that they answer one question. */
export interface PairJudge {
  readonly contents: readonly Content[]
  /** For statements by index, a < b. 0..1. */
  readonly surety: (a: number, b: number) => number
}

/**
 * Judges pairs of statements. A pair is judged by its two readings and by whether one body is behind both, so that what was found once
 * is remembered for as long as both readings are there, whatever else is grouped with them.
 */
export function pairJudge(readings: readonly Reading[], voices: Voices): PairJudge {
  const contents = comparableContents(readings)
  const byId = readingsById(readings)
  const compare = comparerOf(contents, { readings, voices })
  const sides = voiceSides(contents, byId, voices)
  return {
    contents,
    surety(a, b) {
      const [one, other] = [contents[a], contents[b]]
      const [first, second] = [byId.get(one?.document ?? ''), byId.get(other?.document ?? '')]
      if (!one || !other || !first || !second) throw new Error(`no statements ${a} and ${b}`)
      const known = judgedOf(first, second)
      const pair = one.statement * second.statements.length + other.statement
      const key = pair * voiceCases.length + voiceCases.indexOf(sides(a, b))
      const found = known.get(key) ?? judge(compare(a, b))
      known.set(key, found)
      return found
    },
  }
}

const voiceCases: readonly Comparison['voices'][] = ['one', 'others', 'none']

/** What was judged of pairs of statements, by the readings they stand in: a number for each pair and case of voices. */
const judgedOf = rememberedOfPairs((_a: Reading, _b: Reading) => new Map<number, number>())

/** The contents of all statements that can be in a claim, in canonical order of their documents. */
export const comparableContents = (readings: readonly Reading[]): readonly Content[] =>
  [...readings].sort((a, b) => byCodeUnit(a.document.id, b.document.id)).flatMap(comparableIn)

const comparableIn = remembered((reading: Reading) => contentsOf(reading).filter(checkable))

/** Something that could be found to be so or not so: it counts, names or describes, and asks nothing. */
const checkable = (content: Content): boolean =>
  !content.question && (content.measures.length > 0 || content.terms.size >= 2)
