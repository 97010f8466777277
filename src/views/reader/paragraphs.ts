import type { Span } from '../../model/span.ts'

/** A paragraph of a report, in blocks that stand beside one margin each. */
export interface Paragraph extends Span {
  readonly blocks: readonly Span[]
}

/**
 * A text as paragraphs at its line breaks, each in blocks at the ends of sentences, never inside one of the spans that must stay whole.
 * Where sentences end is only guessed here, for the layout: a wrong guess moves a margin and nothing else. A line without an end (five
 * megabytes of one letter) is cut.
 */
export function paragraphsOf(text: string, whole: readonly Span[], from = 0, to = text.length): readonly Paragraph[] {
  const kept = [...whole].sort((a, b) => a.start - b.start)
  const made: Paragraph[] = []
  let start = from
  while (start < to) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 || stop > to ? to : stop
    for (let at = start; at < end; at += longest) {
      const part = { start: at, end: Math.min(end, at + longest) }
      if (text.slice(part.start, part.end).trim()) made.push({ ...part, blocks: blocksOf(text, part, kept) })
    }
    start = end + 1
  }
  return made
}

const longest = 20_000

function blocksOf(text: string, { start, end }: Span, kept: readonly Span[]): readonly Span[] {
  const blocks: Span[] = []
  let from = start
  let reach = 0
  let next = firstFrom(kept, start)
  for (const { 0: gap, index } of text
    .slice(start, end)
    .matchAll(/(?<=[.!?…。؟।]["'”’»)\]]{0,3})\s+(?=["'“‘«([]{0,3}[\p{Lu}\p{Lo}\p{N}])/gu)) {
    const at = start + index + gap.length
    for (; next < kept.length && (kept[next]?.start ?? 0) < at; next++) reach = Math.max(reach, kept[next]?.end ?? 0)
    if (reach >= at) continue
    blocks.push({ start: from, end: at })
    from = at
  }
  blocks.push({ start: from, end })
  return blocks
}

/** Index of the first span that may reach into a place. */
function firstFrom(kept: readonly Span[], place: number): number {
  const found = kept.findIndex(({ end }) => end > place)
  return found < 0 ? kept.length : found
}

/** Which spans touch which blocks; a span over many blocks stands with each. Blocks are in order and do not overlap. */
export function byBlock<T extends Span>(blocks: readonly Span[], spans: readonly T[]): ReadonlyMap<Span, readonly T[]> {
  const found = new Map<Span, T[]>()
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    for (let at = firstAfter(blocks, span.start); at < blocks.length; at++) {
      const block = blocks[at]
      if (!block || block.start >= span.end) break
      const others = found.get(block)
      if (others) others.push(span)
      else found.set(block, [span])
    }
  return found
}

function firstAfter(blocks: readonly Span[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
