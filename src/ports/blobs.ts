/**
 * Where the bytes of captures are kept when they are not in the collection's own tables: by their SHA-256 (64 hexadecimal digits), kept once and
 * never changed, so that several collections may share a place.
 *
 * Every adapter passes `test/conformance/blobs.ts`.
 */
export interface Blobs {
  /** For people: a folder, or an address without secrets. */
  readonly name: string
  /** They are there, also when the power fails, once this is over. What is there already stays; where it was damaged, these take its place. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  /** @throws Error when what is there are other bytes, or the place cannot be reached */
  bytes(sha256: string): Promise<Uint8Array | undefined>
  close(): Promise<void>
}
