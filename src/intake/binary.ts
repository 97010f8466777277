/** Kinds of file that are recognised by their first bytes, only to say what to do with them. */
const magic: readonly { readonly bytes: readonly number[]; readonly name: string; readonly remedy: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', remedy: 'save its text or export it as HTML' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    name: 'a ZIP archive or office document',
    remedy: 'unpack it, or save the document as text or HTML',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old office document', remedy: 'save it as text or HTML' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', remedy: 'give the text it shows' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture', remedy: 'give the text it shows' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture', remedy: 'give the text it shows' },
  { bytes: [0x1f, 0x8b], name: 'a gzip file', remedy: 'unpack it first' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a database', remedy: 'export its reports as JSONL' },
]

/** What kind of binary file this is, with a remedy; undefined for anything that may be text (UTF-16 included). */
export function binaryKind(bytes: Uint8Array): { readonly name: string; readonly remedy: string } | undefined {
  const known = magic.find(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte))
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
