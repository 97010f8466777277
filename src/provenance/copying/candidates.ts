import { byNumber } from '../../text/order.ts'

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
 * shingles, never with the number of pairs. Earlier documents should come first.
 */
export function candidatesOf(shingles: readonly (readonly number[])[], atLeast: number): readonly Candidate[] {
  const rare = new Map<number, number>()
  const common = new Map<number, number>()
  const pairOf = (a: number, b: number): number => a * shingles.length + b
  for (const holders of postings(shingles).values()) {
    if (holders.length <= commonFrom) {
      for (const [i, a] of holders.entries()) for (const b of holders.slice(i + 1)) count(rare, pairOf(a, b))
    } else {
      for (const [i, b] of holders.entries()) {
        const ties = new Set([holders[0] ?? b, holders[i - 1] ?? b])
        for (const a of ties) if (a < b) count(common, pairOf(a, b))
      }
    }
  }
  const candidate = (pair: number): Candidate => {
    const [a, b] = [Math.floor(pair / shingles.length), pair % shingles.length]
    const length = Math.min(shingles[a]?.length ?? 0, shingles[b]?.length ?? 0)
    return { a, b, rare: rare.get(pair) ?? 0, bulky: (common.get(pair) ?? 0) >= bulk * length }
  }
  return [...new Set([...rare.keys(), ...common.keys()])]
    .sort(byNumber)
    .map(candidate)
    .filter((pair) => pair.rare >= atLeast || pair.bulky)
}

const count = (counts: Map<number, number>, pair: number): void => {
  counts.set(pair, (counts.get(pair) ?? 0) + 1)
}

/** Which lists hold each shingle, each list once, in order. */
function postings(shingles: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>()
  shingles.forEach((list, holder) => {
    for (const shingle of list) {
      const holders = index.get(shingle)
      if (holders === undefined) index.set(shingle, [holder])
      else if (holders.at(-1) !== holder) holders.push(holder)
    }
  })
  return index
}
