/** Kinds of file that are recognised by their first bytes, only to say what to do with them. */
const magic: readonly {
  readonly bytes: readonly number[]
  /** Where they stand; at the start when not given. */
  readonly at?: number
  readonly name: string
  readonly remedy: string
}[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    name: 'an old office document or message',
    remedy: 'save it as DOCX, EML, text or HTML',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', remedy: 'give the text it shows' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture', remedy: 'give the text it shows' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture', remedy: 'give the text it shows' },
  { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, name: 'a tar archive', remedy: 'unpack it, or pack it as ZIP' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive', remedy: 'unpack it, or pack it as ZIP' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], name: 'a RAR archive', remedy: 'unpack it, or pack it as ZIP' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an XZ file', remedy: 'unpack it first' },
  { bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4, name: 'a bzip2 file', remedy: 'unpack it first' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'a Zstandard file', remedy: 'unpack it first' },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74],
    name: 'a database',
    remedy: 'export its reports as JSONL',
  },
]

/** What kind of binary file this is, with a remedy; undefined for anything that may be text (UTF-16 included). */
export function binaryKind(bytes: Uint8Array): { readonly name: string; readonly remedy: string } | undefined {
  const known = magic.find(({ bytes: mark, at = 0 }) => mark.every((byte, i) => bytes[at + i] === byte))
  if (known) return known
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const head = bytes.subarray(0, 8192)
  let odd = 0
  for (const byte of head)
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)) odd++
  return !utf16 && odd > head.length / 100
    ? { name: 'a binary file', remedy: 'give text, Markdown, HTML or JSONL' }
    : undefined
}
