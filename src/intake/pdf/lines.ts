import type { Glyphs } from './engine.ts'

/** A line of a page, or of a column of it. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  /** The line that its letters stand on, from the top of the page. */
  readonly y: number
  readonly size: number
  /** Cells side by side, with a bar between them. */
  readonly isRow: boolean
}

/** Lines that stand in one column, from top to bottom. */
export type Column = readonly Line[]

/** Puts letters that were drawn side by side together. What is further apart than words are may be another column. */
export function runsOf(glyphs: readonly Glyphs[]): readonly Line[] {
  const runs: Line[] = []
  let open: { text: string; x: number; right: number; y: number; size: number } | undefined
  let spaced = false
  for (const { text, x, y, width, size } of glyphs) {
    if (text.trim() === '') {
      spaced ||= text !== ''
      continue
    }
    const gap = open ? x - open.right : 0
    const em = Math.max(size, open?.size ?? 0)
    if (open && Math.abs(y - open.y) < 0.45 * em && gap > -0.6 * em && gap < gutter * em) {
      const apart = (spaced || gap > 0.15 * em) && !/\s$/.test(open.text) && !/^\s/.test(text)
      open.text += apart ? ` ${text}` : text
      open.right = Math.max(open.right, x + width)
      open.size = em
    } else {
      if (open) runs.push({ ...open, isRow: false })
      open = { text, x, right: x + width, y, size }
    }
    spaced = false
  }
  if (open) runs.push({ ...open, isRow: false })
  return runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ').trim() }))
}

/** Word spaces of justified lines grow to one em; what parts columns or cells is wider. In ems. */
const gutter = 1.4

/**
 * The lines of a page in the order in which they are read: column by column between what runs across the whole page, and row by row where cells
 * stand side by side. (A recursive cut along white space, after Nagy and Seth 1984.)
 */
export function columnsOf(runs: readonly Line[], depth = 0): readonly Column[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  if (sorted.length === 0) return []
  if (!sorted.some((line, i) => sideBySide(line, sorted[i + 1]))) return [sorted]
  if (depth < deepest) {
    const parts = cutAtGutter(sorted)
    if (parts) return parts.flatMap((part) => columnsOf(part, depth + 1))
    const bands = bandsOf(sorted)
    if (bands.length > 1) return bands.flatMap((band) => columnsOf(band, depth + 1))
  }
  return [rowsOf(sorted)]
}

const deepest = 8

const sideBySide = (a: Line | undefined, b: Line | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.y - b.y) < 0.5 * Math.min(a.size, b.size)

/** The widest strip of white from top to bottom that has running text on both sides; cells of a table are too short for that. */
function cutAtGutter(runs: readonly Line[]): readonly (readonly Line[])[] | undefined {
  const byLeft = [...runs].sort((a, b) => a.x - b.x)
  let reach = Number.NEGATIVE_INFINITY
  let best: { readonly at: number; readonly width: number } | undefined
  for (const run of byLeft) {
    if (reach > Number.NEGATIVE_INFINITY && run.x - reach > 0.7 * run.size && run.x - reach > (best?.width ?? 0)) {
      const at = (run.x + reach) / 2
      if (isText(byLeft.filter(({ right }) => right < at)) && isText(byLeft.filter(({ x }) => x > at)))
        best = { at, width: run.x - reach }
    }
    reach = Math.max(reach, run.right)
  }
  const at = best?.at
  if (at === undefined) return undefined
  const [left, right] = [runs.filter(({ right }) => right < at), runs.filter(({ x }) => x > at)]
  const end = belowBoth(left, right)
  return [left.slice(0, end), right, left.slice(end)]
}

/** Where, in the left column, something begins that stands apart below both: a table or a note after the text. Runs from top to bottom. */
function belowBoth(left: readonly Line[], right: readonly Line[]): number {
  const bottom = right.reduce((lowest, { y }) => Math.max(lowest, y), 0)
  const at = left.findIndex(({ y, size }, i) => y > bottom && y - (left[i - 1]?.y ?? y) > 2.6 * size)
  return at < 0 ? left.length : at
}

const isText = (runs: readonly Line[]): boolean =>
  runs.length >= 3 && runs.reduce((sum, { text }) => sum + text.length, 0) >= 18 * runs.length

/** Parts the page at whatever runs across it: headlines over columns, paragraphs over tables. */
function bandsOf(sorted: readonly Line[]): readonly (readonly Line[])[] {
  const left = Math.min(...sorted.slice(0, 5000).map(({ x }) => x))
  const right = Math.max(...sorted.slice(0, 5000).map(({ right }) => right))
  const bands: Line[][] = []
  let wide: boolean | undefined
  for (const [i, run] of sorted.entries()) {
    const alone = !sideBySide(sorted[i - 1], run) && !sideBySide(run, sorted[i + 1])
    const across = alone && run.right - run.x > 0.55 * (right - left)
    if (across === wide) bands.at(-1)?.push(run)
    else bands.push([run])
    wide = across
  }
  return bands
}

/** Cells on one line become one line. */
function rowsOf(sorted: readonly Line[]): Column {
  const rows: Line[][] = []
  for (const run of sorted) {
    const row = rows.at(-1)
    if (row && sideBySide(row[0], run)) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => {
    const cells = row.sort((a, b) => a.x - b.x)
    const [first, ...others] = cells as [Line, ...Line[]]
    return others.length === 0
      ? first
      : {
          ...first,
          text: cells.map(({ text }) => text).join(' | '),
          right: Math.max(...cells.map(({ right }) => right)),
          isRow: true,
        }
  })
}
