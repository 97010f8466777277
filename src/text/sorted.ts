import type { Steps } from './steps.ts'

/** As `toSorted`, step by step: sorting many things by their words takes longer than others should wait. Of equal things, the first stays first. */
export function* sorting<T>(things: readonly T[], order: (a: T, b: T) => number, atOnce = 2_000): Steps<readonly T[]> {
  let runs: (readonly T[])[] = []
  for (let at = 0; at < things.length; at += atOnce) {
    runs.push(things.slice(at, at + atOnce).sort(order))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], order, atOnce))
    runs = merged
  }
  return runs[0] ?? []
}

function* merging<T>(
  one: readonly T[],
  other: readonly T[],
  order: (a: T, b: T) => number,
  atOnce: number,
): Steps<readonly T[]> {
  const made: T[] = []
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] as T, other[j] as T]
    if (order(a, b) <= 0) {
      made.push(a)
      i++
    } else {
      made.push(b)
      j++
    }
    if (made.length % atOnce === 0) yield
  }
  return i < one.length ? made.concat(one.slice(i)) : made.concat(other.slice(j))
}
