import type { Profile } from '../matching/profile.ts'
import type { Rarity } from '../matching/rarity.ts'

/** Most telling words of a text that are looked up in the index. */
const telling = 40
/** A word in more texts than this says too little to look up; in a small collection, in more than a third of it. */
const commonFrom = 300
/** How many neighbours of each text are looked at closely. */
const most = 40

/**
 * For each text, the texts that share its rare words, from an inverted index: pairs `a < b`, each once. Work grows with the
 * number of texts, not of pairs.
 */
export function neighboursOf(profiles: readonly Profile[], rarity: Rarity): readonly (readonly [number, number])[] {
  const vectors = profiles.map((profile) => vectorOf(profile, rarity))
  const holders = new Map<string, { at: number; weight: number }[]>()
  vectors.forEach((vector, at) => {
    for (const [word, weight] of vector) {
      const list = holders.get(word)
      if (list === undefined) holders.set(word, [{ at, weight }])
      else list.push({ at, weight })
    }
  })
  const cap = Math.min(commonFrom, Math.max(12, profiles.length / 3))
  const pairs = new Map<number, readonly [number, number]>()
  vectors.forEach((vector, at) => {
    const products = new Map<number, number>()
    for (const [word, weight] of vector) {
      const list = holders.get(word) ?? []
      if (list.length > cap) continue
      for (const other of list) products.set(other.at, (products.get(other.at) ?? 0) + weight * other.weight)
    }
    products.delete(at)
    for (const [other] of [...products].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, most)) {
      const pair = [Math.min(at, other), Math.max(at, other)] as const
      pairs.set(pair[0] * profiles.length + pair[1], pair)
    }
  })
  return [...pairs.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

/** The most telling words of a text with their weights, of length one. */
function vectorOf({ words }: Profile, rarity: Rarity): readonly (readonly [string, number])[] {
  const weighed = [...words].map(([word, times]) => [word, (1 + Math.log(times)) * rarity('words', word)] as const)
  const kept = weighed.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, telling)
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return kept.map(([word, weight]) => [word, weight / length])
}
