/** What the table of contents of a ZIP archive says of one member. Sizes are what it says, not what is true. */
export interface Entry {
  /** As it stands there, with `/` between folders. */
  readonly name: string
  readonly isFolder: boolean
  /** A symbolic link, made on Unix. */
  readonly isLink: boolean
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly crc: number
  /** Packed and unpacked bytes. */
  readonly packed: number
  readonly size: number
  /** Where its own header stands in the archive. */
  readonly at: number
}

/** Does it begin as ZIP archives do, empty ones included? */
export const beginsZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/**
 * The members of a ZIP archive as its central directory names them (PKWARE APPNOTE 6.3.10, with ZIP64); undefined where there is none to be found,
 * because the file is cut off or no archive. Nothing is unpacked.
 */
export function entriesOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (!end) return undefined
  const entries: Entry[] = []
  for (let at = end.start; at + 46 <= view.byteLength && view.getUint32(at, true) === signatures.entry; ) {
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const [name = 0, extra = 0, comment = 0] = lengths
    if (at + 46 + name + extra > view.byteLength) break
    entries.push(entryAt(bytes, view, at, name, extra, end.shift))
    at += 46 + name + extra + comment
  }
  return entries.length === 0 && end.count > 0 ? undefined : entries
}

const signatures = { entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const

interface DirectoryEnd {
  readonly start: number
  readonly count: number
  /** Bytes before the archive, as of a program that unpacks itself. */
  readonly shift: number
}

/** A comment of up to 65,535 bytes may follow the record that ends the directory. */
function endOfDirectory(view: DataView): DirectoryEnd | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) !== signatures.end) continue
    const [count, size, offset] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 12, true),
      view.getUint32(at + 16, true),
    ]
    if (offset === 0xffffffff || count === 0xffff) {
      const large = end64(view, at)
      if (large) return large
    }
    const start = at - size
    if (start < 0 || start < offset) continue
    return { start, count, shift: start - offset }
  }
  return undefined
}

function end64(view: DataView, end: number): DirectoryEnd | undefined {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator64) return undefined
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== signatures.end64) return undefined
  return { start: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)), shift: 0 }
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, name: number, extra: number, shift: number): Entry {
  const flags = view.getUint16(at + 8, true)
  const written = nameOfBytes(bytes.subarray(at + 46, at + 46 + name)).replaceAll('\\', '/')
  const isUnix = view.getUint8(at + 5) === 3
  const sizes = large(view, at + 46 + name, extra, {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  })
  return {
    ...sizes,
    at: sizes.at + shift,
    name: written,
    isFolder: written.endsWith('/'),
    isLink: isUnix && ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000,
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
  }
}

type Sizes = Pick<Entry, 'size' | 'packed' | 'at'>

/** Of a ZIP64 member, the figures that do not fit into 32 bits stand in an extra field, in this order. */
function large(view: DataView, from: number, length: number, small: Sizes): Sizes {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    const end = Math.min(from + length, next + view.getUint16(at + 2, true))
    const full = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > end) return value
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    }
    const size = full(small.size)
    const packed = full(small.packed)
    return { size, packed, at: full(small.at) }
  }
  return small
}

/** Names are UTF-8 nowadays, whatever the flag says; of older ones only the letters of ASCII are sure. */
function nameOfBytes(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
}
