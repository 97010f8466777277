import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Value } from './database.ts'

/** Deflated where that makes it smaller; the first byte tells. */
export function packed(bytes: Uint8Array): Uint8Array {
  const smaller = deflateRawSync(bytes, { level: 6 })
  return smaller.length < bytes.length ? Buffer.concat([deflated, smaller]) : Buffer.concat([plain, bytes])
}

const [plain, deflated] = [Uint8Array.of(0), Uint8Array.of(1)]

/** Stands for bytes that are kept in another place. */
export const elsewhere = Uint8Array.of(2)

export const isElsewhere = (value: Value | undefined): boolean =>
  value instanceof Uint8Array && value[0] === elsewhere[0]

export function unpacked(value: Value | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error('a column that should hold bytes does not; run headwater verify')
  const held = value.subarray(1)
  return value[0] === 1 ? new Uint8Array(inflateRawSync(held)) : held
}

export const packedJson = (value: unknown): Uint8Array => packed(Buffer.from(JSON.stringify(value)))

/** Fields that hold `undefined` are not in JSON; a document has all of them. */
export const json = <T>(value: Value | undefined): T => JSON.parse(Buffer.from(unpacked(value)).toString()) as T
