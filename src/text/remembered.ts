/**
 * The same work, done once for each object and remembered for as long as the object is there. For pure work on what never changes, and
 * for objects that are few, such as readings: whatever holds a weak key is looked through whenever memory is tidied up.
 */
export function remembered<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    let found = known.get(key)
    if (!found) {
      found = { value: work(key) }
      known.set(key, found)
    }
    return found.value
  }
}

/** The same, remembered for as long as the function is: for what is asked for within one piece of work. */
export function rememberedWithin<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    let found = known.get(key)
    if (found === undefined && !known.has(key)) {
      found = work(key)
      known.set(key, found)
    }
    return found as Value
  }
}

/** Partners of one object that are remembered; beyond, what was found with all of them is worked out anew. */
const mostPartners = 1024

const serialOf = (() => {
  let next = 0
  return remembered((_: object) => next++)
})()

/**
 * The same as `remembered` for two objects, in that order. What was found is remembered for as long as the first is there; it must not hold
 * the second, which would then stay with it.
 */
export function rememberedOfPairs<A extends object, B extends object, Value>(
  work: (a: A, b: B) => Value,
): (a: A, b: B) => Value {
  const partnersOf = remembered((_: A) => new Map<number, { readonly value: Value }>())
  return (a, b) => {
    const known = partnersOf(a)
    const serial = serialOf(b)
    let found = known.get(serial)
    if (!found) {
      found = { value: work(a, b) }
      if (known.size >= mostPartners) known.clear()
      known.set(serial, found)
    }
    return found.value
  }
}
