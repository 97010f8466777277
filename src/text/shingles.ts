/**
 * One 53-bit key for each run of `size` words, at the index of its first word (w-shingling, Broder 1997).
 * Two 32-bit hashes are joined, because one alone collides in collections of some 100,000 shingles.
 */
export function shinglesOf(keys: readonly number[], size: number): readonly number[] {
  const shingles: number[] = []
  for (let from = 0; from + size <= keys.length; from++) {
    let low = 0x811c9dc5
    let high = 0x9747b28c
    for (let at = from; at < from + size; at++) {
      const key = keys[at] ?? 0
      low = Math.imul(low ^ key, 0x01000193)
      low ^= low >>> 15
      high = Math.imul(high ^ key, 0x85ebca6b)
      high ^= high >>> 13
    }
    shingles.push((high >>> 0) * 0x200000 + (low >>> 11))
  }
  return shingles
}
