import type { Capture } from '../capture.ts'
import { beginsZip, entriesOf } from './directory.ts'

/** A ZIP archive, by how it begins, else by a name or media type that promises one. Kinds that are made of ZIP are asked before. */
export const isZip = ({ input, mediaType, bytes }: Capture): boolean =>
  beginsZip(bytes) || /\.zip$/i.test(input) || /^application\/(?:x-)?zip\b/i.test(mediaType ?? '')

/** Does the file hold all these members? For kinds of file that are ZIP archives inside. */
export function holdsMembers({ bytes }: Capture, ...wanted: readonly RegExp[]): boolean {
  if (!beginsZip(bytes)) return false
  const names = entriesOf(bytes)?.map(({ name }) => name) ?? []
  return wanted.every((pattern) => names.some((name) => pattern.test(name)))
}
