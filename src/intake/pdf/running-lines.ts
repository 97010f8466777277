import type { Page } from './engine.ts'
import type { Line } from './lines.ts'

/** A page with its height and the lines on it, in any order. */
export interface Sheet extends Pick<Page, 'height'> {
  readonly lines: readonly Line[]
}

/**
 * Leaves out what is printed on page after page above or below the text: running titles, notices, page numbers. A line is such a one when it
 * stands at the edge of the text, at the same height, with the same words (whatever its figures) on a third of the pages.
 */
export function withoutRunningLines(sheets: readonly Sheet[]): readonly Sheet[] {
  const seen = new Map<string, number>()
  const edges = sheets.map(edgesOf)
  for (const edge of edges) for (const key of new Set(edge.values())) seen.set(key, (seen.get(key) ?? 0) + 1)
  const enough = Math.max(2, sheets.length / 3)
  const isPrinted = addressOfPrint(sheets) !== undefined
  return sheets.map((sheet, i) => ({
    ...sheet,
    lines: sheet.lines.filter((line) => {
      if (isPrinted && isAtEdge(line, sheet)) return false
      const key = edges[i]?.get(line)
      return key === undefined || ((seen.get(key) ?? 0) < enough && !(isFolio(line) && isInMargin(line, sheet)))
    }),
  }))
}

/**
 * The address of the page that a browser printed: it stands at the edge of the paper, beside the number of the sheet. What else stands there is the
 * page's title and the minute of printing. Browsers shorten long addresses.
 */
export function addressOfPrint(sheets: readonly Sheet[]): string | undefined {
  const [first] = sheets
  const edge = first?.lines.filter((line) => isAtEdge(line, first)) ?? []
  const address = edge.find(({ text }) => /^(?:https?|file):\/\/\S+$/.test(text))?.text
  return edge.some(({ text }) => /^\d{1,4}(?:\/| of )\d{1,4}$/.test(text)) ? address : undefined
}

const isAtEdge = ({ y }: Line, { height }: Sheet): boolean => y < 0.05 * height || y > 0.95 * height

/** How many heights of a page, from the top and from the bottom, may hold running lines. */
const depth = 3

/** The outermost lines of a page, each with what makes it the same as one of another page. */
function edgesOf({ lines, height }: Sheet): ReadonlyMap<Line, string> {
  const heights = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => a - b)
  const outer = new Set([...heights.slice(0, depth), ...heights.slice(-depth)])
  return new Map(
    lines
      .filter(({ y }) => outer.has(Math.round(y)))
      .map((line) => [line, `${Math.round(line.y / 6)} ${line.y < height / 2} ${shapeOf(line.text)}`]),
  )
}

const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()

/** "3", "- 3 -", "Page 3 of 12", "3/12", "xiv". */
const isFolio = ({ text }: Line): boolean =>
  /^(?:[-–—|]\s?)?(?:(?:page|p\.|seite|pagina|página)\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|\/|von|de|di|sur)\s?\d{1,4})?(?:\s?[-–—|])?$/i.test(
    text,
  )

const isInMargin = ({ y }: Line, { height }: Sheet): boolean => y < 0.1 * height || y > 0.88 * height
