import type { Lookup } from '../view/lookup.ts'
import { type Run, run } from './ansi.ts'
import { pad, wrap } from './columns.ts'

/** What every part of the report is set on. */
export interface Page {
  readonly held: Lookup
  readonly why: boolean
  readonly width: number
}

/** One line of the report. */
export type Line = readonly Run[]

/** Prose is easier to read on a line of about a hundred characters than on a wide screen's full line. */
export const PROSE = 100

/** Runs as lines of at most `width` columns, the first after `indent` spaces, later ones after `hang`. */
export function text(
  page: Page,
  indent: number,
  runs: readonly Run[],
  width = page.width,
  hang = indent,
): readonly Line[] {
  return wrap(runs, Math.min(width, page.width), indent, hang)
}

/** Two columns of text, the left one `left` columns wide. */
export function sideBySide(page: Page, indent: number, left: number, one: Line, two: Line): readonly Line[] {
  const gap = 3
  const [a, b] = [wrap(one, left), wrap(two, page.width - indent - left - gap)]
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [
    run(' '.repeat(indent)),
    ...pad(a[index] ?? [], left),
    run(' '.repeat(gap)),
    ...(b[index] ?? []),
  ])
}

/** The rule behind something, where the reader asked why. */
export function rule({ why }: Page, id: string): readonly Run[] {
  return why ? [run(`  [${id}]`, 'faint')] : []
}
