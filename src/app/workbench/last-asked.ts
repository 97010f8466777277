/** Keeps what was asked for last, as much as fits; the rest is read again when it is asked for. Who asks for the same at once waits for the same. */
export function lastAsked<Key, Value>({
  read,
  sizeOf,
  most,
}: {
  readonly read: (key: Key) => Promise<Value | undefined>
  readonly sizeOf: (value: Value) => number
  readonly most: number
}): (key: Key) => Promise<Value | undefined> {
  const held = new Map<Key, { readonly value: Value; readonly size: number }>()
  const under = new Map<Key, Promise<Value | undefined>>()
  let size = 0

  return async (key) => {
    const known = held.get(key)
    if (!known) {
      const reading = under.get(key) ?? reads(key).finally(() => under.delete(key))
      under.set(key, reading)
      return reading
    }
    held.delete(key)
    held.set(key, known)
    return known.value
  }

  async function reads(key: Key): Promise<Value | undefined> {
    const value = await read(key)
    if (value === undefined) return undefined
    const entry = { value, size: sizeOf(value) }
    held.set(key, entry)
    size += entry.size
    for (const [oldest, { size: freed }] of held) {
      if (size <= most || held.size === 1) break
      held.delete(oldest)
      size -= freed
    }
    return value
  }
}
