import type { Refusal } from '../../model/document.ts'
import { inflate } from '../inflate.ts'
import type { Entry } from './directory.ts'

/** Why a member of an archive is not read, without the name of it. */
export type Objection = Pick<Refusal, 'code' | 'says'>

/** No member is unpacked beyond this; archives of reports are packed one by one. Bytes. */
export const largestMember = 512 * 1024 * 1024

/** Unpacks one member, counting what comes out and believing nothing that the archive says of its size. */
export function unpack(bytes: Uint8Array, entry: Entry, cap = largestMember): Uint8Array | Objection {
  if (entry.isEncrypted)
    return { code: 'unreadable', says: 'it is encrypted; unpack the archive with its password first' }
  if (entry.method !== 0 && entry.method !== 8)
    return {
      code: 'unsupported',
      says: `it is packed by method ${entry.method}, which is not read; pack it again as plain ZIP`,
    }
  const start = dataStart(bytes, entry)
  if (start === undefined) return damaged
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) return damaged
  const { data, end } = entry.method === 0 ? { data: packed, end: 'whole' } : inflate(packed, 'raw', cap)
  if (end === 'too-large' || data.length > cap)
    return { code: 'too-large', says: 'unpacked it is larger than any report; it was not read' }
  return end === 'whole' && crc32(data) === entry.crc ? data : damaged
}

const damaged: Objection = { code: 'malformed', says: 'it is damaged or cut off; get the archive again' }

/** A member's own header repeats its name and has an extra field of its own length. */
function dataStart(bytes: Uint8Array, { at }: Entry): number | undefined {
  const [p, k, three, four] = bytes.subarray(at, at + 4)
  if (at + 30 > bytes.length || p !== 0x50 || k !== 0x4b || three !== 3 || four !== 4) return undefined
  const length = (field: number): number => (bytes[at + field] ?? 0) | ((bytes[at + field + 1] ?? 0) << 8)
  return at + 30 + length(26) + length(28)
}

/** The checksum of ZIP and gzip (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (remainders[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})
