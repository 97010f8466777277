import { pageOf } from '../workbench/page-of.ts'
import { shortOf } from './handles.ts'

/** A part of a list, as much as an agent should read at once. */
export interface Listed<T> {
  readonly items: readonly T[]
  /** How many there are in all. */
  readonly total: number
  /** How many stand behind this part. */
  readonly left_out: number
  /** What to give as `cursor` to have those; null where there are none. */
  readonly cursor: string | null
}

export interface Part {
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * As many as are asked for, and as fit: what an agent reads it pays for, and what is longer than it can read is cut where nobody sees it.
 *
 * @param most letters of JSON that all items together may take; one is always given
 */
export function listed<T, Shown>(
  all: readonly T[],
  { limit, cursor }: Part,
  idOf: (one: T) => string,
  show: (one: T) => Shown,
  most = 5_000,
): Listed<Shown> {
  const nameOf = named(idOf)
  const items: Shown[] = []
  let size = 0
  for (const one of asked(all, { limit, cursor }, idOf)) {
    const shown = show(one)
    size += JSON.stringify(shown).length
    if (items.length > 0 && size > most) break
    items.push(shown)
  }
  // As many as fitted may be none at all, where the list has ended.
  const { next } = pageOf(all, { limit: Math.max(items.length, 1), after: cursor }, nameOf)
  const place = next === null ? all.length : Number(next.slice(0, next.indexOf(':')))
  return { items, total: all.length, left_out: all.length - place, cursor: next }
}

/** Those of a list that are asked for, of which as many are given as fit. */
export const asked = <T>(all: readonly T[], { limit, cursor }: Part, idOf: (one: T) => string): readonly T[] =>
  pageOf(all, { limit, after: cursor }, named(idOf)).items

const named =
  <T>(idOf: (one: T) => string) =>
  (one: T): string =>
    shortOf(idOf(one))

/** The first of a short list, and how many more there are. */
export const first = <T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: number } => ({
  shown: all.slice(0, most),
  more: Math.max(0, all.length - most),
})
