import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { Voices } from '../sources/voices.ts'
import { comparerOf } from './comparison.ts'
import { type Content, contentsOf } from './content.ts'
import { judge } from './judge.ts'

/** The statements of a collection that can be in a claim, and how sure it is of two of them that they answer one question. */
export interface PairJudge {
  readonly contents: readonly Content[]
  /** For statements by index, a < b. 0..1. */
  readonly surety: (a: number, b: number) => number
}

/** Judges pairs of statements anew each time they are asked for. */
export function pairJudge(readings: readonly Reading[], voices: Voices): PairJudge {
  const contents = comparableContents(readings)
  const compare = comparerOf(contents, { readings, voices })
  return { contents, surety: (a, b) => judge(compare(a, b)) }
}

/** The same judge, who remembers every answer: for statements that are grouped more than once. */
export function remembering({ contents, surety }: PairJudge): PairJudge {
  const known = new Map<number, number>()
  return {
    contents,
    surety(a, b) {
      const pair = a * contents.length + b
      const found = known.get(pair) ?? surety(a, b)
      known.set(pair, found)
      return found
    },
  }
}

/** The contents of all statements that can be in a claim, in canonical order of their documents. */
export const comparableContents = (readings: readonly Reading[]): readonly Content[] =>
  [...readings]
    .sort((a, b) => byCodeUnit(a.document.id, b.document.id))
    .flatMap(contentsOf)
    .filter(checkable)

/** Something that could be found to be so or not so: it counts, names or describes, and asks nothing. */
const checkable = (content: Content): boolean =>
  !content.question && (content.measures.length > 0 || content.terms.size >= 2)
