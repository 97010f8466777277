import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { numberWords } from '../../export/view/figure-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import { stations, trailWords } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import { quotedSpans } from '../../text/quoted.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { here, Link } from '../address/navigation.tsx'
import { Badge } from '../parts/badge.tsx'
import { badgeOf } from '../parts/badge-of.ts'
import { bare, Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import { type HeldDocument, upstreamOf } from './held-document.ts'
import { byBlock, paragraphsOf } from './paragraphs.ts'
import { type Layer, type LayerKind, type Run, runsOf } from './pieces.ts'

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
  const paragraphs = useMemo(
    () => paragraphsOf(document.text, statements, headOf(held), end),
    [document.text, statements, held, end],
  )
  const over = useMemo(
    () =>
      byBlock(
        paragraphs.flatMap(({ blocks }) => blocks),
        layersOf(held, layers, target, end),
      ),
    [paragraphs, held, layers, target, end],
  )
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
          {joined(held, paragraph.blocks, over).map((row) => (
            <div key={row.start} className="blame-row">
              <Margin held={held} trails={row.trails} />
              <p dir="auto">
                {row.blocks.map((block) =>
                  runsOf(block, over.get(block) ?? []).map((run) => (
                    <RunOfWords
                      key={run.start}
                      held={held}
                      run={run}
                      hues={hues}
                      isCurrent={run.statement !== undefined && run.statement === current}
                      choose={choose}
                    />
                  )),
                )}
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

function layersOf(
  { answer }: HeldDocument,
  chosen: readonly string[],
  target: Span | undefined,
  end: number,
): readonly Layer[] {
  const { statements, passages, document } = answer
  const make = (kind: LayerKind, spans: readonly (Span & { readonly id?: string })[]): readonly Layer[] =>
    spans
      .filter(({ start }) => start < end)
      .map((span) => ({ kind, id: span.id ?? '', start: span.start, end: span.end }))
  const has = (name: string): boolean => chosen.includes(name)
  return [
    ...make('statement', statements),
    ...make(
      'passage',
      passages
        .filter((passage) => passage.document === document.id)
        .map((passage) => ({ ...passage, id: passage.from })),
    ),
    ...(has('quotations') ? make('quotations', quotedSpans(document.text.slice(0, end))) : []),
    ...(has('hedges')
      ? make(
          'hedges',
          statements.flatMap(({ hedges }) => hedges.map((hedge) => ({ ...hedge, id: hedge.rule }))),
        )
      : []),
    ...(has('figures')
      ? make(
          'figures',
          statements.flatMap(({ figures }) => figures),
        )
      : []),
    ...(has('voices')
      ? make(
          'voices',
          statements.flatMap(({ attribution }) => attribution),
        )
      : []),
    ...(has('times')
      ? make(
          'times',
          statements.flatMap(({ times }) => times.map((time) => ({ ...time, id: time.value }))),
        )
      : []),
    ...(target ? make('target', [target]) : []),
  ]
}

/** The tint of each report that words were taken from. */
function huesOf({ answer }: HeldDocument): ReadonlyMap<string, number> {
  const from = [
    ...new Set(answer.passages.filter(({ document }) => document === answer.document.id).map(({ from }) => from)),
  ]
  return new Map(from.map((id, index) => [id, (index % 4) + 1]))
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

interface Row extends Span {
  readonly trails: readonly Trail[]
  readonly blocks: readonly Span[]
}

/** Neighbouring blocks with the same origins share one margin, as neighbouring lines of one commit do. */
function joined(
  held: HeldDocument,
  blocks: readonly Span[],
  over: ReadonlyMap<Span, readonly Layer[]>,
): readonly Row[] {
  const rows: (Row & { key: string; blocks: Span[] })[] = []
  for (const block of blocks) {
    const trails = new Map<string, Trail>()
    for (const { kind, id, start } of over.get(block) ?? []) {
      const origin = kind === 'statement' && start >= block.start ? held.origins.get(id) : undefined
      if (origin) trails.set(trailWords(held.held, origin.trail), origin.trail)
    }
    const key = [...trails.keys()].join('\n')
    const last = rows.at(-1)
    if (last?.key === key) last.blocks.push(block)
    else rows.push({ key, start: block.start, end: block.end, trails: [...trails.values()], blocks: [block] })
  }
  return rows
}

const Margin = memo(function Margin({
  held,
  trails,
}: {
  readonly held: HeldDocument
  readonly trails: readonly Trail[]
}) {
  if (trails.length === 0) return <div className="margin empty" />
  return (
    <div className="margin">
      {trails.map((trail) => (
        <Who key={trail.statement} held={held} trail={trail} />
      ))}
    </div>
  )
})

function Who({ held, trail }: { readonly held: HeldDocument; readonly trail: Trail }) {
  const way = stations(held.held, trail)
  const end = way.at(-1)
  const via = way.slice(1, -1).map(({ name }) => name)
  const isNamed = trail.end === 'origin' || trail.end === 'doubtful'
  const label =
    trail.end === 'circular' ? words.reader.circle : isNamed || way.length > 1 ? (end?.name ?? '') : words.reader.nobody
  return (
    <div className={isNamed ? 'who' : 'who open'}>
      <Badge name={trail.end === 'origin' && end ? nameOf(held.held, end.node) : undefined} silent />
      <span>
        <Written most={60}>{label}</Written>
        {trail.end === 'not-established' && way.length > 1 && <small>{words.reader.notEstablished}</small>}
        {trail.end === 'doubtful' && <small>{words.reader.doubtful}</small>}
        {via.length > 0 && (
          <small>
            {words.reader.via} <Written most={80}>{via.join(', ')}</Written>
          </small>
        )}
        {way.length === 1 && trail.end === 'origin' && <small>{words.reader.ownAuthority}</small>}
      </span>
    </div>
  )
}

/** The words of one statement: hover or focus shows its trail, a click opens the report it was taken from beside it. */
function RunOfWords({
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
}

function lookOf(layers: readonly Layer[], hues: ReadonlyMap<string, number>): string | undefined {
  const looks = layers.flatMap(({ kind, id }) => {
    if (kind === 'statement') return []
    if (kind === 'passage') return [`copied h${hues.get(id) ?? 1}`]
    return kind === 'target' ? ['target'] : [`layer ${kind}`]
  })
  return looks.length > 0 ? [...new Set(looks)].join(' ') : undefined
}

function titleOf(layers: readonly Layer[]): string | undefined {
  const named = layers.filter(({ kind, id }) => (kind === 'hedges' || kind === 'times') && id !== '')
  return named.length > 0
    ? named.map(({ kind, id }) => (kind === 'hedges' ? words.claim.by(id) : id)).join('; ')
    : undefined
}
