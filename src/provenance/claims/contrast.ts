import type { Comparison } from './comparison.ts'

/**
 * A report that gives two different figures of one thing, each on somebody's word, sets them side by side: "the mayor has 2,100 names,
 * the fire chief says 1,400". Its writer takes them for answers to one question.
 */
export function setsSideBySide({ a, b, figures }: Comparison): boolean {
  const [x, y] = [a.content, b.content]
  return x.document === y.document && x.attributed && y.attributed && figures.first > 0 && !figures.anyEqual
}
