import type { Atom } from './atoms.ts'

/** A list of phrases filed by their first word, so that a text is read in one pass however long the list is. */
export interface Phrases<T> {
  /** The longest phrase whose words stand from `at` on. */
  from(atoms: readonly Atom[], at: number): Match<T> | undefined
  /** The longest phrase whose last word stands right before `at`. */
  before(atoms: readonly Atom[], at: number): Match<T> | undefined
}

export interface Match<T> {
  readonly entry: T
  /** Index of its first atom. */
  readonly first: number
  /** Index of the first atom after it. */
  readonly next: number
}

/** Files phrases (words parted by one space) by first and last word. */
export function phrasesOf<T>(entries: Iterable<readonly [words: string, entry: T]>): Phrases<T> {
  const byFirst = new Map<string, Filed<T>[]>()
  const byLast = new Map<string, Filed<T>[]>()
  for (const [phrase, entry] of entries) {
    const words = phrase.split(' ')
    file(byFirst, words[0] ?? '', { words, entry })
    file(byLast, words.at(-1) ?? '', { words, entry })
  }
  return {
    from: (atoms, at) => longest(byFirst.get(atoms[at]?.lower ?? ''), atoms, () => at),
    before: (atoms, at) => longest(byLast.get(atoms[at - 1]?.lower ?? ''), atoms, (words) => at - words),
  }
}

interface Filed<T> {
  readonly words: readonly string[]
  readonly entry: T
}

function file<T>(map: Map<string, Filed<T>[]>, key: string, filed: Filed<T>): void {
  const there = map.get(key)
  if (there) there.push(filed)
  else map.set(key, [filed])
}

function longest<T>(
  filed: readonly Filed<T>[] | undefined,
  atoms: readonly Atom[],
  firstOf: (words: number) => number,
): Match<T> | undefined {
  let found: Match<T> | undefined
  for (const { words, entry } of filed ?? []) {
    const first = firstOf(words.length)
    if (first < 0 || (found && words.length <= found.next - found.first)) continue
    if (words.every((word, i) => atoms[first + i]?.lower === word)) found = { entry, first, next: first + words.length }
  }
  return found
}
