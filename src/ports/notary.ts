/**
 * Somebody outside of this machine who confirms that a digest was there at a time, and signs that: a time-stamping authority (RFC 3161).
 * Asking takes as long as the network does; it is never asked while a collection is written.
 */
export interface Notary {
  /** Where it is asked. */
  readonly address: string
  /**
   * @param digest hex SHA-256 of what is to be stamped
   * @throws Error with a `code` when it cannot be reached, refuses, or gives what is no stamp over this digest
   */
  stamp(digest: string): Promise<Stamp>
}

/** What such an authority gave, checked. */
export interface Stamp extends Confirmed {
  /** Base64 of the token (RFC 3161 §2.4.2), as it came: the evidence. */
  readonly token: string
}

/** What a token says, once its signature was checked. */
export interface Confirmed {
  /** When the authority says that the digest was there: ISO 8601, UTC, as precise as the authority gave it. */
  readonly genTime: string
  /** Who signed, as the certificate in the token names it: `O=Example, CN=Example TSA`. */
  readonly signer: string
}

/** Sends bytes to an address and gives the bytes of the answer. Whoever makes it sees to limits of size, time and place. */
export type Post = (address: string, bytes: Uint8Array, mediaType: string) => Promise<Uint8Array>
