import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A UUID made of a name (RFC 9562, version 5): the same name in the same namespace is the same UUID, on every machine and for ever. */
export function uuidOf(namespace: string, name: string): string {
  const digest = sha1(Uint8Array.from([...bytesIn(namespace), ...utf8ToBytes(name.toWellFormed())])).slice(0, 16)
  const marked = digest.map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x50 : i === 8 ? (byte & 0x3f) | 0x80 : byte))
  return bytesToHex(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const bytesIn = (uuid: string): readonly number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
