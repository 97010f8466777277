import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { numberWords } from '../../export/view/figure-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import { stations, trailWords } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { here, Link } from '../address/navigation.tsx'
import { badgeOf } from '../parts/badge-of.ts'
import { bare, Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import { type HeldDocument, upstreamOf } from './held-document.ts'
import { Margin } from './margin.tsx'
import { byBlock, paragraphsOf } from './paragraphs.ts'
import { type Layer, type Run, runsOf } from './pieces.ts'
import { huesOf, layersOf, lookOf, titleOf } from './text-layers.ts'

interface Choice {
  readonly layers: readonly string[]
  readonly target: Span | undefined
  readonly current: string | undefined
  readonly choose: (statement: string) => void
}

/** The text of a report block by block, each with its origins in the margin. A very long one is shown part by part. */
export function BlamedText({ held, layers, target, current, choose }: { readonly held: HeldDocument } & Choice) {
  const { document, statements } = held.answer
  const [shown, setShown] = useState(firstPart)
  const end = Math.min(document.text.length, Math.max(shown, (target?.end ?? 0) + 2_000))
  const paragraphs = useMemo(() => {
    const made = paragraphsOf(document.text, statements, headOf(held), end)
    const over = byBlock(
      made.flatMap(({ blocks }) => blocks),
      layersOf(held, layers, target, end),
    )
    return made.map(({ start, blocks }) => ({ start, rows: rowsOf(held, blocks, over) }))
  }, [document.text, statements, held, layers, target, end])
  const hues = useMemo(() => huesOf(held), [held])
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new target is scrolled to once
  useEffect(() => {
    place.current?.querySelector('.target')?.scrollIntoView({ block: 'center' })
  }, [target?.start, held.answer.document.id])
  return (
    <div className="blame" ref={place} lang={/^[a-z]{2,3}$/.test(document.language) ? document.language : undefined}>
      <SharedWith held={held} hues={hues} />
      {paragraphs.map((paragraph) => (
        <div key={paragraph.start} className="par">
          {paragraph.rows.map((row) => (
            <div key={row.start} className="blame-row">
              <Margin held={held} trails={row.trails} />
              <p dir="auto">
                {row.runs.map((run) => (
                  <RunOfWords
                    key={run.start}
                    held={held}
                    run={run}
                    hues={hues}
                    isCurrent={run.statement !== undefined && run.statement === current}
                    choose={choose}
                  />
                ))}
              </p>
            </div>
          ))}
        </div>
      ))}
      {end < document.text.length && (
        <p className="rest">
          {words.written.longText(numberWords(end), numberWords(document.text.length))}{' '}
          <button type="button" onClick={() => setShown(end + firstPart)}>
            {words.written.showRest}
          </button>
        </p>
      )}
    </div>
  )
}

/** In UTF-16 units: a long read and more. */
const firstPart = 60_000

/** The title stands above; the text begins behind it. */
function headOf({ answer: { document, statements } }: HeldDocument): number {
  const head = document.title && document.text.startsWith(document.title) ? document.title.length : 0
  return statements.some(({ start }) => start < head) ? 0 : head
}

function SharedWith({ held, hues }: { readonly held: HeldDocument; readonly hues: ReadonlyMap<string, number> }) {
  if (hues.size === 0) return null
  return (
    <p className="shared">
      {[...hues].map(([from, hue]) => (
        <span key={from} className={`key h${hue}`}>
          {words.reader.sharedWith}{' '}
          <Link to={hrefOf(['reports', held.answer.document.id], { beside: from })}>
            <Written most={60}>{nameOf(held.held, from)}</Written>
          </Link>
        </span>
      ))}
    </p>
  )
}

interface Row {
  readonly start: number
  readonly trails: readonly Trail[]
  readonly runs: readonly Run[]
}

/** Neighbouring blocks with the same origins share one margin, as neighbouring lines of one commit do. */
function rowsOf(
  held: HeldDocument,
  blocks: readonly Span[],
  over: ReadonlyMap<Span, readonly Layer[]>,
): readonly Row[] {
  const rows: (Row & { readonly key: string; readonly runs: Run[] })[] = []
  for (const block of blocks) {
    const layers = over.get(block) ?? []
    const trails = new Map<string, Trail>()
    for (const { kind, id, start } of layers) {
      const origin = kind === 'statement' && start >= block.start ? held.origins.get(id) : undefined
      if (origin) trails.set(trailWords(held.held, origin.trail), origin.trail)
    }
    const key = [...trails.keys()].join('\n')
    const runs = runsOf(block, layers)
    const last = rows.at(-1)
    if (last?.key === key) last.runs.push(...runs)
    else rows.push({ key, start: block.start, trails: [...trails.values()], runs: [...runs] })
  }
  return rows
}

/** The words of one statement: hover or focus shows its trail, a click opens the report it was taken from beside it. */
const RunOfWords = memo(function RunOfWords({
  held,
  run,
  hues,
  isCurrent,
  choose,
}: {
  readonly held: HeldDocument
  readonly run: Run
  readonly hues: ReadonlyMap<string, number>
  readonly isCurrent: boolean
  readonly choose: (statement: string) => void
}) {
  const { text } = held.answer.document
  const inside = run.pieces.map(({ start, end, layers }) => (
    <span key={start} className={lookOf(layers, hues)} title={titleOf(layers)}>
      {bare(text.slice(start, end))}
    </span>
  ))
  const { statement } = run
  if (statement === undefined || !text.slice(run.start, run.end).trim()) return inside
  const origin = held.origins.get(statement)
  const isFirst =
    held.answer.statements.some(({ id, start }) => id === statement && start === run.start) ||
    origin?.start === run.start
  const upstream = upstreamOf(held, origin)
  const end = origin?.trail.end === 'origin' ? stations(held.held, origin.trail).at(-1) : undefined
  const hue = end ? ` o${badgeOf(nameOf(held.held, end.node)).hue}` : ''
  const at = `${run.start}-${run.end}`
  const to = upstream
    ? withQuery(here(), { beside: upstream, at })
    : origin
      ? hrefOf(['claims', origin.claim])
      : withQuery(here(), { at })
  return (
    <Link
      to={to}
      className={`st${hue}${isFirst ? ' first' : ''}${isCurrent ? ' current' : ''}`}
      tabIndex={isFirst ? undefined : -1}
      aria-describedby="chain"
      onMouseEnter={() => choose(statement)}
      onFocus={() => choose(statement)}
      onClick={() => choose(statement)}
    >
      {inside}
    </Link>
  )
})
