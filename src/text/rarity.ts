import { rankOf } from './word-vectors.ts'

/**
 * How telling a word is, whatever collection it stands in: by its rank among the commonest words of billions. About .5 for "people",
 * 5.5 for names and words outside the list. Counting words in the collection itself would tell more, and would let one report change how
 * two others compare.
 */
export function rarity(word: string): number {
  const rank = rankOf(word)
  return rank === undefined ? unknown : Math.max(least, scale * Math.log((rank + flat) / flat))
}

/** Set so that the middle of the list weighs what it does within a story of ten reports. */
const [scale, flat, least, unknown] = [0.8, 30, 0.5, 5.5]

/** How telling an equal number is, 0..1: by its digits that are not zero at the end. "Two" may stand anywhere, 1,237 may not. */
export function numberRarity(value: number): number {
  const digits = String(Math.abs(value)).replace('.', '').replace(/0+$/, '').length
  return Math.min(1, digits / 3) * (Math.abs(value) > 3 ? 1 : 0.3)
}
