import { useEffect, useMemo, useRef, useState } from 'react'
import { numberWords } from '../../export/view/figure-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import type { Span } from '../../model/span.ts'
import { BlamedRow } from '../../views/reader/blamed-row.tsx'
import { paragraphsOf } from '../../views/reader/paragraphs.ts'
import { SharedWith } from '../../views/reader/shared-with.tsx'
import { firstWords, textRows, tintsOf } from '../../views/reader/text-rows.ts'
import { hrefOf } from '../address/address.ts'
import { setting } from '../parts/setting.ts'
import { words } from '../words.ts'
import type { HeldDocument } from './held-document.ts'
import { StatementLink, StatementsOfReader } from './statement-link.tsx'
import { layersOf } from './text-layers.ts'

interface Choice {
  readonly layers: readonly string[]
  readonly target: Span | undefined
  readonly current: string | undefined
  readonly choose: (statement: string) => void
}

/** The text of a report block by block, each with its origins in the margin. A very long one is shown part by part. */
export function BlamedText({ held, layers, target, current, choose }: { readonly held: HeldDocument } & Choice) {
  const { document, statements, passages } = held.answer
  const [shown, setShown] = useState(firstPart)
  const end = Math.min(document.text.length, Math.max(shown, (target?.end ?? 0) + 2_000))
  const trailOf = useMemo(() => (statement: string) => held.origins.get(statement)?.trail, [held])
  const paragraphs = useMemo(
    () =>
      textRows(
        held.held,
        paragraphsOf(document.text, statements, headOf(held), end),
        layersOf(held, layers, target, end),
        trailOf,
      ),
    [document.text, statements, held, layers, target, end, trailOf],
  )
  const tints = useMemo(
    () => tintsOf(passages.filter((passage) => passage.document === document.id).map(({ from }) => from)),
    [passages, document.id],
  )
  const first = useMemo(() => firstWords(document.text, paragraphs), [document.text, paragraphs])
  const statementsOfReader = useMemo(() => ({ held, first, current, choose }), [held, first, current, choose])
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new target is scrolled to once
  useEffect(() => {
    place.current?.querySelector('.target')?.scrollIntoView({ block: 'center' })
  }, [target?.start, held.answer.document.id])
  return (
    <div className="blame" ref={place} lang={/^[a-z]{2,3}$/.test(document.language) ? document.language : undefined}>
      <SharedWith
        setting={setting}
        tints={tints}
        nameOf={(from) => nameOf(held.held, from)}
        leadsTo={(from) => hrefOf(['reports', document.id], { beside: from })}
      />
      <StatementsOfReader value={statementsOfReader}>
        {paragraphs.map(({ start, rows }) => (
          <div key={start} className="par">
            {rows.map((row) => (
              <BlamedRow
                key={row.start}
                row={row}
                setting={setting}
                held={held.held}
                text={document.text}
                tints={tints}
                trailOf={trailOf}
                Statement={StatementLink}
              />
            ))}
          </div>
        ))}
      </StatementsOfReader>
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
