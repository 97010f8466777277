/**
 * Bytes that a data file holds as text, in base 64. Where a program is put together (`scripts/bundle.mjs`) they lie beside it as they are:
 * decoding megabytes at every start takes longer than reading a report.
 */
export function bytesOf(packed: string | Uint8Array): Uint8Array {
  if (typeof packed !== 'string') return packed
  const binary = atob(packed)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** The same as bytes with a sign. */
export function signedBytesOf(packed: string | Uint8Array): Int8Array {
  const { buffer, byteOffset, length } = bytesOf(packed)
  return new Int8Array(buffer, byteOffset, length)
}
