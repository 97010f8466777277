/** A vector of which few places are not zero. */
export interface SparseVector {
  /** The places that are not zero, ascending. */
  readonly places: Float64Array
  readonly values: Float64Array
  /** Euclidean length. */
  readonly length: number
}

/**
 * A vector from its values by name. The place of a name is told by the name alone, so that two vectors are multiplied in one order
 * whatever others there are, and their cosine is the same to the last digit.
 */
export function sparseVector(values: Iterable<readonly [name: string, value: number]>): SparseVector {
  const ordered = Array.from(values, ([name, value]) => [placeOf(name), value] as const).sort(([x], [y]) => x - y)
  return {
    places: Float64Array.from(ordered, ([place]) => place),
    values: Float64Array.from(ordered, ([, value]) => value),
    length: Math.sqrt(ordered.reduce((sum, [, value]) => sum + value * value, 0)),
  }
}

/** Cosine of two vectors; 0 when one has no length. */
export function sparseCosine(a: SparseVector, b: SparseVector): number {
  let dot = 0
  for (let i = 0, j = 0; i < a.places.length && j < b.places.length; ) {
    const [x, y] = [a.places[i] ?? 0, b.places[j] ?? 0]
    if (x === y) dot += (a.values[i] ?? 0) * (b.values[j] ?? 0)
    if (x <= y) i++
    if (y <= x) j++
  }
  return dot === 0 ? 0 : dot / (a.length * b.length)
}

/** 53 bits of two sums of a name (FNV-1a, and the same with another factor): among millions of names two hardly ever have one place. */
function placeOf(name: string): number {
  let [high, low] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca77)
  }
  return (high >>> 0) * 2 ** 21 + ((low ^ (low >>> 15)) >>> 11)
}

/** Gives each key a place of its own, in the order of first use. */
export function placing(): (key: string) => number {
  const places = new Map<string, number>()
  return (key) => {
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, places.size)
    return places.size - 1
  }
}
