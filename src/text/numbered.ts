/**
 * Keys of up to 53 bits, each with a number, in the order in which they came: a table with open addressing. A `Map` of hundreds of thousands of
 * such keys takes several times as long.
 */
export interface Numbered {
  readonly keys: Float64Array
  /** The number of a key, counted from 1, where it is found; 0 where nothing is. A power of two, and at least twice as many as there are keys. */
  readonly table: Int32Array
  count: number
}

/** @param most how many different keys may come */
export const openNumbered = (most: number): Numbered => ({
  keys: new Float64Array(most),
  table: new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))),
  count: 0,
})

/** The number of a key, which is given one if it has none. */
export function numberOf(numbered: Numbered, key: number): number {
  const { keys, table } = numbered
  const slot = slotOf(numbered, key)
  const known = table[slot] ?? 0
  if (known !== 0) return known - 1
  keys[numbered.count] = key
  table[slot] = numbered.count + 1
  return numbered.count++
}

/** The number of a key, -1 where it has none. */
export const numberIn = (numbered: Numbered, key: number): number => (numbered.table[slotOf(numbered, key)] ?? 0) - 1

/** Where a key is in the table, or would be: shingles are hashes, their last bits are as good as any. */
function slotOf({ keys, table }: Numbered, key: number): number {
  const mask = table.length - 1
  let slot = (key | 0) & mask
  for (let found = table[slot] ?? 0; found !== 0 && keys[found - 1] !== key; found = table[slot] ?? 0)
    slot = (slot + 1) & mask
  return slot
}
