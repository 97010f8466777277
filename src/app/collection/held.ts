/** Things that were asked for last, by name, as many as there is room for. */
export interface Held<Value> {
  get(key: string): Value | undefined
  /** Holds a thing, which goes after all others; those that were held longest ago go first. */
  hold(key: string, value: Value): void
}

/** @param most how much all of them may be together, as `sizeOf` counts it; the last one stays, whatever its size */
export function openHeld<Value>(most: number, sizeOf: (value: Value) => number): Held<Value> {
  const held = new Map<string, Value>()
  let size = 0
  const drop = (key: string, value: Value): void => {
    held.delete(key)
    size -= sizeOf(value)
  }
  return {
    get: (key) => held.get(key),
    hold(key, value) {
      const known = held.get(key)
      if (known !== undefined) drop(key, known)
      held.set(key, value)
      size += sizeOf(value)
      for (const [other, one] of held) {
        if (size <= most || other === key) return
        drop(other, one)
      }
    },
  }
}
