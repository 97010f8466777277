import type { Content } from './content.ts'
import { matchFigures } from './figure-match.ts'

/**
 * A report that gives two different figures of one thing, each on somebody's word, sets them side by side: "the mayor has 2,100 names,
 * the fire chief says 1,400". Its writer takes them for answers to one question.
 */
export function setsSideBySide(a: Content | undefined, b: Content | undefined): boolean {
  if (!a?.attributed || !b?.attributed || a.document !== b.document) return false
  const figures = matchFigures(a.measures, b.measures)
  return figures.first > 0 && !figures.anyEqual
}
