import { useEffect, useMemo, useRef } from 'react'
import { dayOf } from '../../export/view/day-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import { overlap, type Span } from '../../model/span.ts'
import { bare, Written } from '../../views/parts/written.tsx'
import { byBlock, paragraphsOf } from '../../views/reader/paragraphs.ts'
import { type Layer, runsOf } from '../../views/reader/pieces.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, here, Link } from '../address/navigation.tsx'
import { useAsk } from '../answers/ask.ts'
import type { DocumentAnswer } from '../answers/shapes.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'
import type { HeldDocument } from './held-document.ts'

/** The report upstream, at the words that the chosen statement was taken from. */
export function Beside({
  held,
  beside,
  statement,
}: {
  readonly held: HeldDocument
  readonly beside: string
  readonly statement: string | undefined
}) {
  const asked = useAsk<DocumentAnswer>(`/documents/${encodeURIComponent(beside)}`)
  return (
    <section className="beside" aria-label={words.reader.upstream}>
      <header>
        <h2>{words.reader.upstream}</h2>
        <button type="button" className="quiet small" onClick={() => go(withQuery(here(), { beside: '' }), 'replace')}>
          {words.reader.closeBeside}
        </button>
      </header>
      <Answered asked={asked}>{(answer) => <Aligned held={held} upstream={answer} statement={statement} />}</Answered>
    </section>
  )
}

function Aligned({
  held,
  upstream,
  statement,
}: {
  readonly held: HeldDocument
  readonly upstream: DocumentAnswer
  readonly statement: string | undefined
}) {
  const { document } = upstream
  const frame = useRef<HTMLDivElement>(null)
  const target = useMemo(() => sameWords(held, upstream, statement), [held, upstream, statement])
  const shared = held.answer.passages
    .filter((passage) => passage.document === held.answer.document.id && passage.from === document.id)
    .map(({ fromStart, fromEnd }): Layer => ({ kind: 'passage', id: document.id, start: fromStart, end: fromEnd }))
  const end = Math.min(document.text.length, Math.max(40_000, (target?.end ?? 0) + 2_000))
  const paragraphs = paragraphsOf(document.text, [], 0, end)
  const over = byBlock(
    paragraphs.flatMap(({ blocks }) => blocks),
    [...shared, ...(target ? [{ kind: 'target' as const, id: '', ...target }] : [])],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled once for each target
  useEffect(() => {
    const mark = frame.current?.querySelector<HTMLElement>('.target')
    if (frame.current && mark) frame.current.scrollTop = mark.offsetTop - frame.current.clientHeight / 3
  }, [target?.start])
  return (
    <>
      <p className="byline">
        <Link to={hrefOf(['reports', document.id], target ? { at: `${target.start}-${target.end}` } : {})}>
          <Written most={80}>{nameOf(held.held, document.id)}</Written>
        </Link>
        {document.published && <span>{dayOf(document.published)}</span>}
      </p>
      <div
        className="beside-text"
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        role="region"
        aria-label={words.reader.beside(nameOf(held.held, document.id))}
      >
        {paragraphs.map(({ start, blocks }) => (
          <p key={start} dir="auto">
            {blocks.flatMap((block) =>
              runsOf(block, over.get(block) ?? []).flatMap(({ pieces }) =>
                pieces.map((piece) => (
                  <span
                    key={piece.start}
                    className={
                      piece.layers.map(({ kind }) => (kind === 'target' ? 'target' : 'copied h1')).join(' ') ||
                      undefined
                    }
                  >
                    {bare(document.text.slice(piece.start, piece.end))}
                  </span>
                )),
              ),
            )}
          </p>
        ))}
      </div>
    </>
  )
}

/** Of several places the one that shares most words, so that a headline is not taken for the sentence that was copied. */
function likest<T extends Span>(quote: string, places: readonly T[], text: string): T | undefined {
  const own = new Set(
    quote
      .slice(0, 2_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  )
  const shared = ({ start, end }: Span): number => {
    const theirs = new Set(
      text
        .slice(start, Math.min(end, start + 2_000))
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    )
    return [...theirs].filter((word) => own.has(word)).length / Math.max(1, Math.sqrt(theirs.size))
  }
  return places.reduce<T | undefined>((best, each) => (!best || shared(each) > shared(best) ? each : best), undefined)
}

/** Where the same is said upstream: the same words where they were copied, else the statement of the same claim. */
function sameWords(
  { answer, origins }: HeldDocument,
  upstream: DocumentAnswer,
  statement: string | undefined,
): Span | undefined {
  const said = answer.statements.find(({ id }) => id === statement)
  if (!said) return undefined
  const { text } = upstream.document
  const passage = answer.passages.find(
    (each) => each.document === said.document && each.from === upstream.document.id && overlap(each, said) > 0,
  )
  const copied = text.indexOf(said.quote, passage?.fromStart ?? 0)
  if (copied >= 0) return { start: copied, end: copied + said.quote.length }
  const same = upstream.origins.filter(({ claim }) => claim === origins.get(said.id)?.claim)
  const inPassage = same.find((each) => passage && each.start >= passage.fromStart && each.start < passage.fromEnd)
  return inPassage ?? likest(said.quote, same, text)
}
