import type { Column, Line } from './lines.ts'

/** A paragraph put together from its lines, and how large it is set. */
export interface Paragraph {
  readonly text: string
  readonly size: number
  /** Stands on the first page. */
  readonly opening: boolean
}

/** Puts lines together to paragraphs, also across columns and pages, and words that were parted at a line's end. */
export function paragraphsOf(pages: readonly (readonly Column[])[]): readonly Paragraph[] {
  const words = wordsIn(pages)
  const leading = leadingIn(pages)
  const paragraphs: { text: string; size: number; opening: boolean; last: Line }[] = []
  for (const [number, columns] of pages.entries())
    for (const column of columns) {
      const frame = frameOf(column)
      for (const [i, line] of column.entries()) {
        const open = paragraphs.at(-1)
        const above = column[i - 1]
        const goesOn = open && (above ? carriesOn(above, line, frame, leading) : runsOver(open.text, open.last, line))
        if (open && goesOn) {
          open.text = above?.isRow ? `${open.text}\n${line.text}` : joined(open.text, line.text, words)
          open.last = line
        } else paragraphs.push({ text: line.text, size: line.size, opening: number === 0, last: line })
      }
    }
  return paragraphs.map(({ text, size, opening }) => ({ text, size, opening }))
}

interface Frame {
  readonly left: number
  readonly right: number
}

const frameOf = (column: Column): Frame => ({
  left: column.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
  right: column.reduce((most, { right }) => Math.max(most, right), 0),
})

/** From one line of a paragraph to the next, in heights of its letters: what most lines keep. */
function leadingIn(pages: readonly (readonly Column[])[]): number {
  const steps = pages
    .flat()
    .flatMap((column) => column.slice(1).map((line, i) => (line.y - (column[i]?.y ?? line.y)) / line.size))
    .filter((step) => step > 0.5 && step < 3)
  const counts = new Map<number, number>()
  for (const step of steps) {
    const rounded = Math.round(step * 20) / 20
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  const [most = [1.2]] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most[0]
}

const ends = /[.!?:;]["'”’»)\]]*$/
const bullet = /^(?:[•‣▪●○■–—*-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)/

/** Is this line of the same paragraph as the one above it? */
function carriesOn(above: Line, line: Line, frame: Frame, leading: number): boolean {
  if (above.isRow || line.isRow) return above.isRow && line.isRow
  if (Math.abs(above.size - line.size) > 0.08 * line.size || bullet.test(line.text)) return false
  const step = (line.y - above.y) / line.size
  if (step > 1.25 * Math.max(leading, 1.05) || step < 0.3) return false
  const width = frame.right - frame.left
  const isShort = above.right < frame.right - 0.12 * width
  if (isShort && ends.test(above.text)) return false
  // The width of a first line's indent, where paragraphs have no space between them.
  const indented = line.x > above.x + 0.8 * line.size && line.x > frame.left + 0.8 * line.size
  if (indented && ends.test(above.text)) return false
  return !(isShort && above.right < frame.left + 0.6 * width && /^[\p{Lu}\d"“‘]/u.test(line.text))
}

/** Does a paragraph go on at the top of the next column or page? */
const runsOver = (text: string, last: Line, line: Line): boolean =>
  !last.isRow &&
  !line.isRow &&
  Math.abs(last.size - line.size) <= 0.08 * line.size &&
  text.length > 40 &&
  !ends.test(text) &&
  (/^\p{Ll}/u.test(line.text) || /\p{Ll}[-\u00ad‐]$/u.test(text))

/** How often each word stands somewhere inside a line, where its hyphen, if it has one, is its own. */
function wordsIn(pages: readonly (readonly Column[])[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const column of pages.flat())
    for (const { text } of column)
      for (const [word] of text.slice(0, text.lastIndexOf(' ') + 1).matchAll(/\p{L}+(?:-\p{L}+)*/gu))
        words.add(word.toLowerCase())
  return words
}

/** Prefixes that keep their hyphen in most words of news English. */
const hyphenated =
  /(?:^|[\s(“"])(?:self|non|all|half|well|so|vice|cross|long|short|high|low|full|part|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$/i

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Two lines as one. A hyphen at the end stays where the document writes the word with one, and goes where it does not. */
function joined(before: string, after: string, words: ReadonlySet<string>): string {
  const parted = /(\p{L}+)(?:-|‐|\u00ad)$/u.exec(before.slice(-80))
  const rest = /^\p{Ll}+/u.exec(after.slice(0, 80))?.[0]
  if (parted && rest !== undefined) {
    const head = before.slice(0, -1)
    const [whole, compound] = [`${parted[1]}${rest}`.toLowerCase(), `${parted[1]}-${rest}`.toLowerCase()]
    const keeps =
      !before.endsWith('\u00ad') && !words.has(whole) && (words.has(compound) || hyphenated.test(before.slice(-80)))
    return keeps ? `${head}-${after}` : `${head}${after}`
  }
  if (/[\p{L}\d][-‐]$/u.test(before)) return `${before}${after}`
  return unspaced.test(before.slice(-1)) && unspaced.test(after.slice(0, 1))
    ? `${before}${after}`
    : `${before} ${after}`
}
