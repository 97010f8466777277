import type { Capture } from '../capture.ts'
import { inflate } from './inflate.ts'

/** A web archive, by its name or media type, else by how it begins, packed or not. */
export const isArchive = ({ input, mediaType, bytes }: Capture): boolean =>
  /\.(?:warc|arc)(?:\.(?:wat|wet))?(?:\.gz)?$/i.test(input) ||
  /application\/warc/i.test(mediaType ?? '') ||
  startsAsArchive(bytes)

function startsAsArchive(bytes: Uint8Array): boolean {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const head = packed ? inflate(bytes.subarray(0, 4096)).data : bytes
  return /^(?:WARC\/\d|filedesc:\/\/)/.test(String.fromCharCode(...head.subarray(0, 16)))
}
