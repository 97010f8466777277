/** A stretch of a text: letters, or one mark that a reader cannot see. */
export interface MarkedPiece {
  readonly text: string
  /** Short name of the mark (Unicode's own), where it is one. */
  readonly mark: string | undefined
  readonly at: number
}

/** A text with every mark that turns its direction, hides letters or drives a screen taken apart, each by its name (CVE-2021-42574). */
export function marked(text: string): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(unseen)) {
    if (index > from) pieces.push({ text: text.slice(from, index), mark: undefined, at: from })
    pieces.push({ text: '', mark: nameOf(mark), at: index })
    from = index + mark.length
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), mark: undefined, at: from })
  return pieces
}

const unseen =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu

const names: Readonly<Record<string, string>> = {
  '\u00AD': 'SHY',
  '\u061C': 'ALM',
  '\u200B': 'ZWSP',
  '\u200E': 'LRM',
  '\u200F': 'RLM',
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\uFEFF': 'BOM',
}

function nameOf(mark: string): string {
  return names[mark] ?? `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
