import { inflate } from '../inflate.ts'

/** One record of a web archive (ISO 28500 WARC, or the older ARC), its block still as it was received. */
export interface ArchiveRecord {
  /** `WARC-Type`; for ARC files `arc_header` and `response`. */
  readonly type: string
  readonly uri: string | undefined
  /** `Content-Type` of the block. */
  readonly mediaType: string | undefined
  readonly block: Uint8Array
  /** Where the record, or the gzip member it is packed in, begins in the archive. */
  readonly offset: number
}

/** A place where the archive cannot be read. */
export interface Damage {
  readonly offset: number
  readonly damage: 'cut' | 'not-a-record' | 'too-large'
}

/** Reads an archive record by record, packed or not. Damage is given in its place, and reading goes on at the next record that can be found. */
export function* recordsOf(bytes: Uint8Array): Generator<ArchiveRecord | Damage> {
  if (!isGzip(bytes, 0)) {
    yield* recordsIn(bytes, undefined, false)
    return
  }
  let unpacked = 0
  let arc = false
  for (let at = 0; at < bytes.length; ) {
    const { data, taken, end } = inflate(bytes.subarray(at), 'gzip', largestArchive - unpacked)
    unpacked += data.length
    arc ||= startsArc(data)
    let told = false
    for (const record of recordsIn(data, at, arc)) {
      told ||= 'damage' in record && record.damage === 'cut'
      yield record
    }
    if (end === 'too-large' || (end === 'damaged' && !told))
      yield { offset: at, damage: end === 'too-large' ? 'too-large' : 'cut' }
    if (end === 'too-large') return
    at = nextMember(bytes, end === 'whole' ? at + taken : at + 1)
  }
}

/** All members together; what is larger is split before it is read. */
const largestArchive = 2 * 1024 * 1024 * 1024

const isGzip = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8

function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) if (isGzip(bytes, at)) return at
  return bytes.length
}

const startsArc = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 11)) === 'filedesc://'

function* recordsIn(bytes: Uint8Array, member: number | undefined, isArc: boolean): Generator<ArchiveRecord | Damage> {
  const arc = isArc || startsArc(bytes)
  // In a packed archive a record can only be reached by the start of the gzip member it stands in.
  const offsetOf = (at: number) => member ?? at
  let at = skipBlankLines(bytes, 0)
  while (at < bytes.length) {
    const head = arc ? arcHead(bytes, at) : warcHead(bytes, at)
    if (!head) {
      yield { offset: offsetOf(at), damage: 'not-a-record' }
      const next = arc ? -1 : nextRecord(bytes, at + 1)
      if (next < 0) return
      at = next
      continue
    }
    const { type, uri, mediaType, blockAt, length } = head
    const end = Math.min(bytes.length, blockAt + length)
    yield { type, uri, mediaType, block: bytes.subarray(blockAt, end), offset: offsetOf(at) }
    if (blockAt + length > bytes.length) {
      yield { offset: offsetOf(at), damage: 'cut' }
      return
    }
    at = skipBlankLines(bytes, end)
  }
}

interface Head {
  readonly type: string
  readonly uri: string | undefined
  readonly mediaType: string | undefined
  readonly blockAt: number
  readonly length: number
}

/** `WARC/1.0`, then named fields up to an empty line. */
function warcHead(bytes: Uint8Array, at: number): Head | undefined {
  const { text, after } = headerText(bytes, at)
  if (!/^WARC\/\d/.test(text)) return undefined
  const fields = fieldsOf(text)
  const length = Number(fields.get('content-length') ?? Number.NaN)
  const type = fields.get('warc-type')
  if (type === undefined || !Number.isSafeInteger(length) || length < 0) return undefined
  const uri = fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1')
  return { type: type.toLowerCase(), uri, mediaType: fields.get('content-type'), blockAt: after, length }
}

/** `URL IP-address date media-type length` in one line; the URL may hold spaces. */
function arcHead(bytes: Uint8Array, at: number): Head | undefined {
  const newline = bytes.indexOf(10, at)
  if (newline < 0 || newline - at > longestHeader) return undefined
  const line = latin1(bytes.subarray(at, newline)).trimEnd()
  const match = /^(\S.*?) (?:(\S+) )?(\d{8,14}) (\S+) (?:.* )?(\d+)$/.exec(line)
  if (!match) return undefined
  const uri = match[1] ?? ''
  const type = uri.startsWith('filedesc://') ? 'arc_header' : 'response'
  return { type, uri, mediaType: match[4], blockAt: newline + 1, length: Number(match[5]) }
}

const longestHeader = 65_536

/** A header up to its empty line, whichever line ends it uses. */
export function headerText(bytes: Uint8Array, at: number): { readonly text: string; readonly after: number } {
  const limit = Math.min(bytes.length, at + longestHeader)
  for (let i = bytes.indexOf(10, at); i >= 0 && i < limit; i = bytes.indexOf(10, i + 1)) {
    const blank = bytes[i + 1] === 10 ? 2 : bytes[i + 1] === 13 && bytes[i + 2] === 10 ? 3 : 0
    if (blank > 0) return { text: latin1(bytes.subarray(at, i)), after: i + blank }
  }
  return { text: latin1(bytes.subarray(at, limit)), after: limit }
}

/** Named fields of a header, the last of a name winning; lines that begin with white space go on the line before. */
export function fieldsOf(header: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), utf8(line.slice(colon + 1).trim()))
  }
  return fields
}

/** Header bytes are read one by one; what they hold beyond ASCII is UTF-8. */
const utf8 = (text: string): string =>
  /[\x80-\xff]/.test(text) ? new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))) : text

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return text
}

function skipBlankLines(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 10 || bytes[at] === 13) at++
  return at
}

/** The next place where a line begins with `WARC/`. */
function nextRecord(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x57, from); at >= 0; at = bytes.indexOf(0x57, at + 1))
    if (bytes[at - 1] === 10 && latin1(bytes.subarray(at, at + 5)) === 'WARC/') return at
  return -1
}
