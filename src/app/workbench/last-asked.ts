import { openHeld } from '../collection/held.ts'

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
  const held = openHeld<Key, Value>(most, sizeOf)
  const under = new Map<Key, Promise<Value | undefined>>()

  return async (key) => {
    const known = held.get(key)
    if (known !== undefined) {
      held.hold(key, known)
      return known
    }
    const reading = under.get(key) ?? reads(key).finally(() => under.delete(key))
    under.set(key, reading)
    return reading
  }

  async function reads(key: Key): Promise<Value | undefined> {
    const value = await read(key)
    if (value !== undefined) held.hold(key, value)
    return value
  }
}
