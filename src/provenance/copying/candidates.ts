import { numberOf, openNumbered } from '../../text/numbered.ts'

/** Two members of a list that share rare shingles. `a < b`. */
export interface Candidate {
  readonly a: number
  readonly b: number
  /** How many different rare shingles they share. */
  readonly rare: number
  /** They share a good part of themselves, common as it is. */
  readonly bulky: boolean
}

/** A shingle in more documents than this is a phrase or boilerplate, and says nothing about two of them (passim's cap). */
const commonFrom = 100

/** Two texts that share this much are compared even though everybody has those words: a report that went round the world. */
const bulk = 0.3

/**
 * Pairs that share at least `atLeast` rare shingles, from an inverted index. What more than a hundred documents hold
 * ties each of them only to the first one and to the one before it, so that the work grows with the number of
 * shingles, never with the number of pairs. Earlier documents should come first; pairs come by their later one.
 */
export function candidatesOf(shingles: readonly (readonly number[])[], atLeast: number): readonly Candidate[] {
  const { held, times } = numberedShingles(shingles)
  const index = openIndex(times)
  // How many shingles of either kind an earlier one shares with the one that is looked at.
  const [rare, common] = [new Int32Array(shingles.length), new Int32Array(shingles.length)]
  const found: Candidate[] = []
  for (const [b, numbers] of held.entries()) {
    const partners: number[] = []
    const count = (counts: Int32Array, a: number): void => {
      if (rare[a] === 0 && common[a] === 0) partners.push(a)
      counts[a] = (counts[a] ?? 0) + 1
    }
    for (const number of numbers) {
      const many = times[number] ?? 0
      if (many === 1) continue
      const [from, to] = index.holders(number)
      if (many <= commonFrom) for (let at = from; at < to; at++) count(rare, index.all[at] ?? 0)
      else if (from < to) {
        const [first, before] = [index.all[from] ?? 0, index.all[to - 1] ?? 0]
        count(common, first)
        if (before !== first) count(common, before)
      }
      index.add(number, b)
    }
    for (const a of partners) {
      const length = Math.min(shingles[a]?.length ?? 0, shingles[b]?.length ?? 0)
      const pair = { a, b, rare: rare[a] ?? 0, bulky: (common[a] ?? 0) >= bulk * length }
      if (pair.rare >= atLeast || pair.bulky) found.push(pair)
      rare[a] = 0
      common[a] = 0
    }
  }
  return found
}

/** Shingles by number: those that each list holds, each once, and in how many lists each stands. */
function numberedShingles(shingles: readonly (readonly number[])[]): {
  readonly held: readonly Int32Array[]
  readonly times: Int32Array
} {
  const all = shingles.reduce((sum, { length }) => sum + length, 0)
  const numbered = openNumbered(all)
  const times = new Int32Array(all)
  /** The last list that held it, counted from 1. */
  const last = new Int32Array(all)
  const held = shingles.map((list, holder) => {
    const numbers = new Int32Array(list.length)
    let different = 0
    for (const shingle of list) {
      const number = numberOf(numbered, shingle)
      if (last[number] === holder + 1) continue
      last[number] = holder + 1
      times[number] = (times[number] ?? 0) + 1
      numbers[different++] = number
    }
    return numbers.subarray(0, different)
  })
  return { held, times }
}

/** Which lists hold each shingle, filled list by list: one stretch of `all` for each number, as long as it will become. */
function openIndex(times: Int32Array) {
  const starts = new Int32Array(times.length + 1)
  for (const [number, many] of times.entries()) starts[number + 1] = (starts[number] ?? 0) + (many > 1 ? many : 0)
  const ends = starts.slice()
  const all = new Int32Array(starts[times.length] ?? 0)
  return {
    all,
    holders: (number: number): readonly [from: number, to: number] => [starts[number] ?? 0, ends[number] ?? 0],
    add(number: number, holder: number): void {
      const end = ends[number] ?? 0
      all[end] = holder
      ends[number] = end + 1
    },
  }
}
