import type { Lookup } from '../../export/view/lookup.ts'
import { trailWords } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import { byBlock, type Paragraph } from './paragraphs.ts'
import { type Layer, type Run, runsOf } from './pieces.ts'

/** A paragraph as it stands beside its margins. */
export interface TextParagraph {
  readonly start: number
  readonly rows: readonly TextRow[]
}

/** Words that share one margin. */
export interface TextRow {
  readonly start: number
  readonly trails: readonly Trail[]
  readonly runs: readonly Run[]
}

/** Neighbouring blocks with the same origins share one margin, as neighbouring lines of one commit do. */
export function textRows(
  held: Lookup,
  paragraphs: readonly Paragraph[],
  layers: readonly Layer[],
  trailOf: (statement: string) => Trail | undefined,
): readonly TextParagraph[] {
  const over = byBlock(
    paragraphs.flatMap(({ blocks }) => blocks),
    layers,
  )
  return paragraphs.map(({ start, blocks }) => ({ start, rows: rowsOf(held, blocks, over, trailOf) }))
}

function rowsOf(
  held: Lookup,
  blocks: readonly Span[],
  over: ReadonlyMap<Span, readonly Layer[]>,
  trailOf: (statement: string) => Trail | undefined,
): readonly TextRow[] {
  const rows: (TextRow & { readonly key: string; readonly runs: Run[] })[] = []
  for (const block of blocks) {
    const layers = over.get(block) ?? []
    const trails = new Map<string, Trail>()
    for (const { kind, id, start } of layers) {
      const trail = kind === 'statement' && start >= block.start ? trailOf(id) : undefined
      if (trail) trails.set(trailWords(held, trail), trail)
    }
    const key = [...trails.keys()].join('\n')
    const runs = runsOf(block, layers)
    const last = rows.at(-1)
    if (last?.key === key) last.runs.push(...runs)
    else rows.push({ key, start: block.start, trails: [...trails.values()], runs: [...runs] })
  }
  return rows
}

/** For every statement that has words of its own, where the first of them stand. */
export function firstWords(text: string, paragraphs: readonly TextParagraph[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { rows } of paragraphs)
    for (const { runs } of rows)
      for (const { statement, start, end } of runs)
        if (statement !== undefined && !first.has(statement) && text.slice(start, end).trim())
          first.set(statement, start)
  return first
}

/** The tint of each report that words were taken from, four that stay apart as grounds; the key above the text names them. */
export function tintsOf(from: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...new Set(from)].map((id, index) => [id, (index % 4) + 1]))
}
