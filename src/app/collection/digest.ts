import { createHash } from 'node:crypto'

/** Hex SHA-256 of bytes, or of a text in UTF-8. */
export const hexOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
