import type { Span } from '../../model/span.ts'
import { quotedSpans } from '../../text/quoted.ts'
import type { Layer, LayerKind } from '../../views/reader/pieces.ts'
import type { HeldDocument } from './held-document.ts'

/** Everything that lies over a text up to some place: what was said and copied always, the rest as it was chosen. */
export function layersOf(
  { answer }: HeldDocument,
  chosen: readonly string[],
  target: Span | undefined,
  end: number,
): readonly Layer[] {
  const { statements, passages, document } = answer
  const text = document.text.slice(0, end)
  const spans: Readonly<Record<LayerKind, () => readonly (Span & { readonly id?: string })[]>> = {
    statement: () => statements,
    passage: () =>
      passages
        .filter((passage) => passage.document === document.id)
        .map((passage) => ({ ...passage, id: passage.from })),
    evidence: () => [],
    target: () => (target ? [target] : []),
    quotations: () => quotedSpans(text),
    hedges: () => statements.flatMap(({ hedges }) => hedges.map((hedge) => ({ ...hedge, id: hedge.rule }))),
    figures: () => statements.flatMap(({ figures }) => figures),
    voices: () => statements.flatMap(({ attribution }) => attribution),
    times: () => statements.flatMap(({ times }) => times.map((time) => ({ ...time, id: time.value }))),
  }
  const wanted = kinds.filter((kind) => always.includes(kind) || chosen.includes(kind))
  return wanted.flatMap((kind) =>
    spans[kind]()
      .filter(({ start }) => start < end)
      .map(({ id = '', start, end }) => ({ kind, id, start, end })),
  )
}

const always: readonly LayerKind[] = ['statement', 'passage', 'target']
const kinds: readonly LayerKind[] = [...always, 'quotations', 'hedges', 'figures', 'voices', 'times']
