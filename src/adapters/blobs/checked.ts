import { createHash } from 'node:crypto'

/** Bytes that are those of their name. @throws Error when they are not */
export function checked(bytes: Uint8Array, sha256: string, place: string): Uint8Array {
  if (!isOf(bytes, sha256))
    throw new Error(`what ${place} has as ${sha256} are other bytes; put the right ones back from a copy`)
  return bytes
}

/** Whether bytes are there and are those of a name. */
export const isOf = (bytes: Uint8Array | undefined, sha256: string): boolean =>
  bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256

/** A name leads nowhere else. */
export function assertSha256(sha256: string): void {
  if (!/^[\da-f]{64}$/.test(sha256)) throw new TypeError(`${sha256} is no SHA-256`)
}
