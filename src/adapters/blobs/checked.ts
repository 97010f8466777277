import { createHash } from 'node:crypto'

/** Bytes that are those of their name. @throws Error when they are not */
export function checked(bytes: Uint8Array, sha256: string, place: string): Uint8Array {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`what ${place} has as ${sha256} are other bytes; put the right ones back from a copy`)
  return bytes
}

/** A name leads nowhere else. */
export function assertSha256(sha256: string): void {
  if (!/^[\da-f]{64}$/.test(sha256)) throw new TypeError(`${sha256} is no SHA-256`)
}
