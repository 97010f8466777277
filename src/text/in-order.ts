import type { Span } from '../model/span.ts'

/** Index of the first span that begins at an offset or behind it; their number where none does. Spans are in text order. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last span that begins at an offset or before it; -1 where none does. Spans are in text order. */
export const lastUpTo = (spans: readonly Span[], offset: number): number => firstFrom(spans, offset + 1) - 1
