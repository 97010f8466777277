import { zipSync } from 'fflate'
import type { Refusal } from '../../model/document.ts'
import { entriesOf } from '../zip/directory.ts'
import { unpack } from '../zip/member.ts'

/** The parts of a Word document that hold words, by name. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** The text of a book is a tenth of this. Bytes. */
const largestPart = 64 * 1024 * 1024

/**
 * Takes out what the engine needs, each part unpacked under a cap. Pictures, fonts and macros are left behind, and so is a part with a document
 * type: no program writes one, and what it declares would be an attack.
 */
export function partsOf(bytes: Uint8Array): Parts | Pick<Refusal, 'code' | 'says'> {
  const parts = new Map<string, Uint8Array>()
  for (const entry of entriesOf(bytes) ?? []) {
    if (!/\.(?:xml|rels)$/.test(entry.name) || /^(?:customXml|word\/(?:theme|glossary))\//.test(entry.name)) continue
    const part = unpack(bytes, entry, largestPart)
    if ('code' in part) return part
    if (declaresType(part))
      return {
        code: 'malformed',
        says: 'its XML declares a document type, which no word processor writes; it was not read',
      }
    parts.set(entry.name, part)
  }
  return parts
}

/** The same parts as an archive that unpacks to what it is. */
export const packed = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(parts), { level: 0, mtime: '1980-01-01T00:00:00' })

/** Read letter by letter as ASCII, with the zero bytes of UTF-16 left out. */
function declaresType(part: Uint8Array): boolean {
  for (let at = part.indexOf(0x21); at >= 0; at = part.indexOf(0x21, at + 1)) {
    const word = String.fromCharCode(...part.subarray(at, at + 18)).replaceAll('\0', '')
    if (/^!(?:DOCTYPE|ENTITY)/i.test(word) && part.subarray(Math.max(0, at - 2), at).includes(0x3c)) return true
  }
  return false
}
