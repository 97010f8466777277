import { analyse } from 'chardet'

/** Text made of bytes, and the name of the charset that made it (WHATWG Encoding, lower case). */
export interface Decoded {
  readonly text: string
  readonly charset: string
}

/**
 * Bytes to text, in the order in which the signs can be trusted: byte order mark, what the server said, what the page says of itself
 * (`<meta charset>`, `<?xml encoding?>`), UTF-8 where the bytes are that, and then the likeliest by letter statistics.
 *
 * A declaration is believed only as far as the bytes bear it out: pages of old publishing systems say `iso-8859-1` over UTF-8 and the other way round.
 * `declared` is a charset name or a whole `Content-Type`. Never throws; unreadable bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const mark = byteOrderMark(bytes)
  if (mark) return decodeAs(mark, bytes)
  const utf8 = decodeStrictly(bytes, 'utf-8')
  const isUtf8 = utf8 !== undefined && hasHighBytes(bytes)
  for (const label of [charsetIn(declared), charsetOfMarkup(bytes)]) {
    const charset = label === undefined ? undefined : knownCharset(label)
    if (charset === undefined) continue
    if (isUtf8 && !shiftsWithEscapes(charset)) return { text: utf8, charset: 'utf-8' }
    const text = decodeStrictly(bytes, charset)
    if (text !== undefined) return { text, charset }
  }
  const wide = wideCharset(bytes)
  if (wide) return decodeAs(wide, bytes)
  if (utf8 !== undefined) return { text: utf8, charset: 'utf-8' }
  return decodeAs(likeliestCharset(bytes), bytes)
}

/** The charset parameter of a `Content-Type`, or the word itself when it is only a name. */
export function charsetIn(declared: string | undefined): string | undefined {
  if (declared === undefined) return undefined
  const parameter = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(declared)?.[1]
  return parameter ?? (/^[\w.:-]+$/.test(declared.trim()) ? declared.trim() : undefined)
}

/** How far into a page a declaration is looked for. The HTML standard says 1024; real pages put scripts before it. */
const prescan = 8192

/** How many bytes letter statistics are made of: more changes no answer and costs seconds on a large page. */
const sample = 65_536

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  return undefined
}

function charsetOfMarkup(bytes: Uint8Array): string | undefined {
  const head = asciiOf(bytes.subarray(0, prescan))
  const declared =
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  // Markup that could be read byte by byte is not UTF-16, whatever it says (HTML standard, "prescan a byte stream").
  return declared !== undefined && /^utf-?(?:16|32)/i.test(declared) ? 'utf-8' : declared
}

function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return text
}

/** The name the platform knows a label by (`latin1` is `windows-1252`), or undefined when it knows none. */
function knownCharset(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  if (/^utf-?32(?:le|be)?$/.test(name)) return name.endsWith('be') ? 'utf-32be' : 'utf-32le'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** Undefined when more than a stray character would be lost: one cut-off character spoils no report. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  const { text } = decodeAs(charset, bytes)
  const lost = occurrences(text, /\uFFFD/g)
  return lost === 0 || lost * 20 < occurrences(text, /[\u0080-\uFFFC]/g) ? text : undefined
}

function decodeAs(charset: string, bytes: Uint8Array): Decoded {
  if (charset === 'utf-32le' || charset === 'utf-32be')
    return { text: decodeUtf32(bytes, charset === 'utf-32le'), charset }
  const text = new TextDecoder(charset).decode(bytes)
  return { text: /^utf|^windows-1252$/.test(charset) ? text.replace(/[\u0080-\u009F]/g, asWindows) : text, charset }
}

/** Windows-1252 from 0x80 on, where Unicode has control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Quotation marks of Windows that were taken over into Unicode by their number are control characters there, which nobody writes.
 * Node 20 itself decodes windows-1252 that way.
 */
const asWindows = (control: string): string => windows.charAt(control.charCodeAt(0) - 0x80)

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const letters: string[] = []
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, little)
    if (i === 0 && code === 0xfeff) continue
    letters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD')
  }
  return letters.join('')
}

function likeliestCharset(bytes: Uint8Array): string {
  for (const match of analyse(bytes.subarray(0, sample))) {
    const charset = knownCharset(match.name)
    if (charset !== undefined) return charset
  }
  return 'windows-1252'
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f)
}

/** ISO-2022 and HZ are made of ASCII bytes, so being valid UTF-8 says nothing against them. */
function shiftsWithEscapes(charset: string): boolean {
  return charset.startsWith('iso-2022') || charset === 'replacement'
}

/** UTF-16 without a mark: in Latin text every second byte is zero. */
function wideCharset(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (head.length < 8 || even + odd < head.length / 4) return undefined
  if (odd > even * 4) return 'utf-16le'
  return even > odd * 4 ? 'utf-16be' : undefined
}

function occurrences(text: string, letters: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(letters)) count++
  return count
}
