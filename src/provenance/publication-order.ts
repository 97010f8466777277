import type { Document } from '../model/document.ts'
import { byCodeUnit } from '../text/order.ts'
import { remembered } from '../text/remembered.ts'

/** Which of two documents was published first, as far as their dates tell. */
export type PublicationOrder = 'before' | 'after' | 'unknown'

/**
 * Compares publication times with the precision that both give: a day and an hour of the same day tell nothing.
 * A time with a zone is compared as an instant.
 */
export function publicationOrder(a: Document, b: Document): PublicationOrder {
  const [first, second] = [instantOf(a), instantOf(b)]
  if (first === undefined || second === undefined) return 'unknown'
  if (first.to <= second.from && first.from < second.from) return 'before'
  if (second.to <= first.from && second.from < first.from) return 'after'
  return 'unknown'
}

/** Could `earlier` have been there when `later` was written? */
export const mayPrecede = (earlier: Document, later: Document): boolean => publicationOrder(earlier, later) !== 'after'

/** Earliest first; undated ones after the dated, by id. The same list in any order gives the same result. */
export const inReadingOrder = (documents: readonly Document[]): readonly Document[] =>
  [...documents].sort((a, b) => {
    const [first, second] = [instantOf(a)?.from, instantOf(b)?.from]
    const byTime = (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY)
    return byTime === 0 || Number.isNaN(byTime) ? byCodeUnit(a.id, b.id) : byTime
  })

const day = 86_400_000

/** The stretch of time that a date may mean, in milliseconds: a day for `2025-06-19`, an instant where a time is given. */
const instantOf = remembered(({ published }: Document): { readonly from: number; readonly to: number } | undefined => {
  if (published === undefined) return undefined
  const from = Date.parse(published)
  if (Number.isNaN(from)) return undefined
  if (published.includes('T')) return { from, to: from }
  const length = published.length <= 4 ? 366 * day : published.length <= 7 ? 31 * day : day
  return { from, to: from + length }
})
