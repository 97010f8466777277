import type { Capture } from '../capture.ts'

/** A web archive, by its name or media type, else by how it begins; what is packed may be one, and is looked into by its reader. */
export const mayBeArchive = (capture: Capture): boolean =>
  isNamedArchive(capture) || isPacked(capture) || beginsArchive(capture.bytes)

export const isNamedArchive = ({ input, mediaType }: Capture): boolean =>
  /\.(?:warc|arc)(?:\.(?:wat|wet))?(?:\.gz)?$/i.test(input) || /application\/warc/i.test(mediaType ?? '')

export const isPacked = ({ bytes }: Capture): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

export const beginsArchive = (bytes: Uint8Array): boolean =>
  /^(?:WARC\/\d|filedesc:\/\/)/.test(String.fromCharCode(...bytes.subarray(0, 16)))
