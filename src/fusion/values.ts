import { byCodeUnit } from '../text/order.ts'
import { fold } from '../text/words.ts'

export type Value = string | number | readonly string[]

/** How values are compared: words, amounts, moments, or lists whose order means nothing. */
export type ValueKind = 'text' | 'number' | 'time' | 'set'

/** Two values with one key are one value: case, order within a set and thousands separators make no difference. */
export function keyOf(value: Value, kind: ValueKind): string {
  if (kind === 'set') return [...new Set(elementsOf(value).map(({ key }) => key))].sort(byCodeUnit).join('\u0001')
  if (kind === 'number') return String(numberOf(value) ?? plain(String(value)))
  return plain(Array.isArray(value) ? value.join(', ') : String(value))
}

/** The members of a set, each with its key. */
export const elementsOf = (value: Value): readonly { readonly key: string; readonly element: string }[] =>
  (typeof value === 'object' ? value : [String(value)]).map((element) => ({ key: plain(element), element }))

const plain = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()

/** How much one value speaks for another, 0..1: 1 for the same, 0 for what has nothing to do with it. */
export function similarity(a: Value, b: Value, kind: ValueKind): number {
  if (kind === 'number')
    return near(numberOf(a), numberOf(b), (x, y) => Math.abs(x - y) / (0.01 * Math.max(Math.abs(x), Math.abs(y), 1e-9)))
  if (kind === 'time') return near(minutesOf(a), minutesOf(b), (x, y) => Math.abs(x - y) / toleratedMinutes)
  return 0
}

/** Clocks of two observers of one event differ by less than this (the tolerance of Li et al. 2012 for flights). */
const toleratedMinutes = 10

/** Falls from 1 at no distance to 0 at twice the tolerance. */
function near(a: number | undefined, b: number | undefined, distance: (x: number, y: number) => number): number {
  if (a === undefined || b === undefined) return 0
  return Math.max(0, 1 - distance(a, b) / 2)
}

/** The amount of "1,234.5" or 1234.5. */
function numberOf(value: Value): number | undefined {
  const amount = typeof value === 'number' ? value : Number(String(value).replace(/[,\s]/g, ''))
  return Number.isFinite(amount) ? amount : undefined
}

/** Minutes since 1970 of an ISO 8601 moment; one without a zone is read as UTC, so that no machine's clock matters. */
function minutesOf(value: Value): number | undefined {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?$/.exec(
      String(value),
    )
  if (match === null) return undefined
  const [year, month, day, hour, minute] = match.slice(1, 6).map((part) => Number(part ?? 0))
  const offset = (match[6] === '-' ? -1 : 1) * (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0))
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0) / 60_000 - offset
}
