/**
 * The mails of a box (mbox, RFC 4155), each without the line before it. A line that begins with "From " parts two mails where an empty line stands
 * above it and a date on it; a mail whose length is given (mboxcl) is taken to its end, whatever lines are in it, when a mail begins there.
 */
export function* mailsIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = skipBlank(bytes, 0); at < bytes.length; ) {
    const start = partsMails(bytes, at) ? afterLine(bytes, at) : at
    const end = statedEnd(bytes, start) ?? nextMail(bytes, start)
    yield unquoted(bytes.subarray(start, end))
    at = skipBlank(bytes, end)
  }
}

function nextMail(bytes: Uint8Array, from: number): number {
  // A mail is parted from the next by an empty line.
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    const isBlank = bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10)
    if (isBlank && partsMails(bytes, at + 1)) return at
  }
  return bytes.length
}

/** "From ada@courier.example Tue Mar 12 09:10:00 2024" */
const partsMails = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x46 && /^From \S.*\d{2}:\d{2}/.test(latin1(bytes.subarray(at, at + 300)))

function statedEnd(bytes: Uint8Array, start: number): number | undefined {
  const head = latin1(bytes.subarray(start, start + longestHeader))
  const blank = /\r?\n\r?\n/.exec(head)
  const length = blank && /^Content-Length: ?(\d{1,12})\s*$/im.exec(head.slice(0, blank.index))?.[1]
  if (!blank || !length) return undefined
  const end = start + blank.index + blank[0].length + Number(length)
  return end === bytes.length || partsMails(bytes, skipBlank(bytes, end)) ? end : undefined
}

const longestHeader = 65_536

/** Lines that begin with "From " were quoted when the mail was put into the box. */
function unquoted(mail: Uint8Array): Uint8Array {
  const kept = new Uint8Array(mail.length)
  let size = 0
  for (let at = 0; at < mail.length; ) {
    const quotes = quotesBeforeFrom(mail, at)
    const next = afterLine(mail, at)
    kept.set(mail.subarray(quotes > 0 ? at + 1 : at, next), size)
    size += next - at - (quotes > 0 ? 1 : 0)
    at = next
  }
  return kept.subarray(0, size)
}

function quotesBeforeFrom(mail: Uint8Array, at: number): number {
  let quotes = 0
  while (mail[at + quotes] === 0x3e) quotes++
  return quotes > 0 && latin1(mail.subarray(at + quotes, at + quotes + 5)) === 'From ' ? quotes : 0
}

function afterLine(bytes: Uint8Array, at: number): number {
  const newline = bytes.indexOf(10, at)
  return newline < 0 ? bytes.length : newline + 1
}

function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 10 || bytes[at] === 13) at++
  return at
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return text
}
