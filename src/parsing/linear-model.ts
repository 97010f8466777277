/** Scores classes by adding up the weights of the features seen, each named by a key of {@link keyBits} bits. */
export interface LinearModel {
  /** Sets `scores` to the sum of the weights of the first `count` keys, class by class. */
  score(keys: Int32Array, count: number, scores: Int32Array | Float64Array): void
}

/** Size of a feature's name. Two of the few hundred thousand features kept seldom share one, and training sees the same clashes. */
export const keyBits = 26

/**
 * Reads a model packed by {@link packModel}: the keys are walked once and put into a table of open addresses; the weights stay
 * where they are in the bytes.
 */
export function readModel(base64: string): LinearModel {
  const binary = atob(base64)
  const size = binary.length
  const bytes = new Uint8Array(size + 1)
  for (let i = 0; i < size; i++) bytes[i] = binary.charCodeAt(i)
  const features = uint32At(bytes, 0)
  let slots = 1024
  while (slots < features * 2.5) slots *= 2
  const mask = slots - 1
  const table = new Int32Array(slots * 2).fill(-1)
  // Most of what is looked at was never learned from: a table of bits that stays in the processor's cache turns it away.
  const maybe = new Uint32Array(2 ** 17)
  let key = 0
  let at = 4
  while (at < size) {
    let gap = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      gap |= (byte & 127) << shift
      if (byte < 128) break
    }
    key += gap
    let slot = slotOf(key) & mask
    while (table[slot * 2] !== -1) slot = (slot + 1) & mask
    table[slot * 2] = key
    table[slot * 2 + 1] = at
    const word = (key >>> 5) & 131_071
    maybe[word] = (maybe[word] ?? 0) | (1 << (key & 31))
    at += 1 + 2 * (bytes[at] ?? 0)
  }
  return {
    score(keys, count, scores) {
      scores.fill(0)
      for (let i = 0; i < count; i++) {
        const key = keys[i] ?? 0
        if ((((maybe[(key >>> 5) & 131_071] ?? 0) >>> (key & 31)) & 1) === 0) continue
        let slot = slotOf(key) & mask
        while (table[slot * 2] !== key && table[slot * 2] !== -1) slot = (slot + 1) & mask
        if (table[slot * 2] !== key) continue
        let entry = table[slot * 2 + 1] ?? 0
        const end = entry + 1 + 2 * (bytes[entry] ?? 0)
        for (entry++; entry < end; entry += 2) {
          const kind = bytes[entry] ?? 0
          scores[kind] = (scores[kind] ?? 0) + (((bytes[entry + 1] ?? 0) << 24) >> 24)
        }
      }
    },
  }
}

/** Weights of one feature: pairs of a class and a weight of one signed byte, not 0. */
export interface PackedFeature {
  readonly key: number
  readonly weights: readonly (readonly [kind: number, weight: number])[]
}

/**
 * The number of features, then for each, in the order of keys: the gap to the key before it (7 bits a byte, low ones first), the number of
 * its weights, and the weights as class and signed byte.
 */
export function packModel(features: readonly PackedFeature[]): Uint8Array {
  const bytes: number[] = [0, 1, 2, 3].map((k) => (features.length >>> (8 * k)) & 255)
  let before = 0
  for (const { key, weights } of [...features].sort((a, b) => a.key - b.key)) {
    for (let gap = key - before; ; gap >>>= 7) {
      bytes.push(gap < 128 ? gap : (gap & 127) | 128)
      if (gap < 128) break
    }
    before = key
    bytes.push(weights.length)
    for (const [kind, weight] of weights) bytes.push(kind, weight & 255)
  }
  return Uint8Array.from(bytes)
}

/** Names a feature: what is looked at (a number of the asker's own) and up to three values seen there. */
export function keyOf(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f)
  return (hash ^ (hash >>> 15)) & ((1 << keyBits) - 1)
}

const slotOf = (key: number): number => key ^ (key >>> 7)

const uint32At = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, k) => sum + (bytes[at + k] ?? 0) * 2 ** (8 * k), 0)
