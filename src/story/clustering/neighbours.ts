import { byCodeUnit } from '../../text/order.ts'
import type { Weighed } from '../matching/rarity.ts'

/** Most telling words of a text that are looked up in the index. */
const telling = 40
/** A word in more texts than this says too little to look up. */
const commonFrom = 300
/** How many neighbours of each text are looked at closely. */
const most = 60

/**
 * For each text, the texts that share its rare words, from an inverted index: pairs `a < b`, each once. Work grows with the
 * number of texts, not of pairs.
 */
export function neighboursOf(texts: readonly Weighed[]): readonly (readonly [number, number])[] {
  const vectors = texts.map(tellingWords)
  const holders = new Map<string, { at: number; weight: number }[]>()
  vectors.forEach((vector, at) => {
    for (const [word, weight] of vector) {
      const list = holders.get(word)
      if (list === undefined) holders.set(word, [{ at, weight }])
      else list.push({ at, weight })
    }
  })

  const pairs = new Map<number, readonly [number, number]>()
  vectors.forEach((vector, at) => {
    const products = new Map<number, number>()
    for (const [word, weight] of vector) {
      const list = holders.get(word) ?? []
      if (list.length > commonFrom) continue
      for (const other of list) products.set(other.at, (products.get(other.at) ?? 0) + weight * other.weight)
    }
    products.delete(at)
    for (const [other] of [...products].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, most)) {
      const pair = [Math.min(at, other), Math.max(at, other)] as const
      pairs.set(pair[0] * texts.length + pair[1], pair)
    }
  })
  return [...pairs.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

/** The most telling words of a text with their weights. */
function tellingWords({ vectors }: Weighed): readonly (readonly [string, number])[] {
  const words = [...(vectors.get('words') ?? [])]
  return words.sort((x, y) => y[1] - x[1] || byCodeUnit(x[0], y[0])).slice(0, telling)
}
