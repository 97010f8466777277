/** A half-open range of one document's text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span with the words that stand there: `text.slice(start, end) === quote`, always. */
export interface Excerpt extends Span {
  readonly quote: string
}

/** At least one. Derivations and findings use it, so that none can exist without evidence. */
export type NonEmpty<T> = readonly [T, ...T[]]

/** The words of a text between two offsets. */
export const excerpt = (text: string, start: number, end: number): Excerpt => ({
  start,
  end,
  quote: text.slice(start, end),
})

/** Does `outer` hold all of `inner`? */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** How many code units two spans share; 0 when they only touch. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
