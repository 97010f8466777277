/** A vector of which few places are not zero. */
export interface SparseVector {
  /** The places that are not zero, ascending. */
  readonly places: Int32Array
  readonly values: Float64Array
  /** Euclidean length. */
  readonly length: number
}

/** A vector from its values by place. */
export function sparseVector(values: Iterable<readonly [place: number, value: number]>): SparseVector {
  const ordered = [...values].sort(([x], [y]) => x - y)
  return {
    places: Int32Array.from(ordered, ([place]) => place),
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
