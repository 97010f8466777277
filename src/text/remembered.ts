/**
 * The same work, done once for each object and remembered for as long as the object is there. For pure work on what never changes.
 */
export function remembered<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: work(key) }
    known.set(key, found)
    return found.value
  }
}

/** The same for two objects, in that order. */
export function rememberedOfPairs<A extends object, B extends object, Value>(
  work: (a: A, b: B) => Value,
): (a: A, b: B) => Value {
  const withFirst = remembered((a: A) => remembered((b: B) => work(a, b)))
  return (a, b) => withFirst(a)(b)
}
