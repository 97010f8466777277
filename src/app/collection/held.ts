/** Things that were asked for last, by name, as many as there is room for. */
export interface Held<Key, Value> {
  get(key: Key): Value | undefined
  /** Holds a thing, which goes after all others; those that were held longest ago go first. */
  hold(key: Key, value: Value): void
}

/** @param most how much all of them may be together, as `sizeOf` counts it; the last one stays, whatever its size */
export function openHeld<Key, Value>(most: number, sizeOf: (value: Value) => number): Held<Key, Value> {
  const held = new Map<Key, { readonly value: Value; readonly size: number }>()
  let size = 0
  const drop = (key: Key, freed: number): void => {
    held.delete(key)
    size -= freed
  }
  return {
    get: (key) => held.get(key)?.value,
    hold(key, value) {
      const known = held.get(key)
      if (known !== undefined) drop(key, known.size)
      const entry = known?.value === value ? known : { value, size: sizeOf(value) }
      held.set(key, entry)
      size += entry.size
      for (const [other, { size: freed }] of held) {
        if (size <= most || other === key) return
        drop(other, freed)
      }
    },
  }
}
