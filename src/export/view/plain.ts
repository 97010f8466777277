/**
 * The words of an article made safe to print: control characters (which drive a terminal) become spaces, and the marks that turn the
 * reading direction (which can make a quotation read as something else, CVE-2021-42574) are left out.
 */
export function plain(text: string): string {
  return text.replace(DRIVING, ' ').replace(TURNING, '')
}

/** The same on one line, with every run of white space as one space. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** At most `most` UTF-16 units, cut between words where there is one, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
  const gap = head.lastIndexOf(' ')
  return `${(gap > most / 2 ? head.slice(0, gap) : head).replace(/[\s,;:.–-]+$/, '')}…`
}

/** Everything below the space but tab and line feed, and the C1 set: ESC, BEL, backspace, CSI, OSC … */
const DRIVING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g

/** Embeddings, overrides, isolates and marks of direction; the soft hyphen, zero-width spaces and tags that hide text. */
const TURNING = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu
