import type { Span } from '../../model/span.ts'
import { quotedSpans } from '../../text/quoted.ts'
import { words } from '../words.ts'
import type { HeldDocument } from './held-document.ts'
import type { Layer, LayerKind } from './pieces.ts'

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

/** The tint of each report that words were taken from. */
export function huesOf({ answer }: HeldDocument): ReadonlyMap<string, number> {
  const from = [
    ...new Set(answer.passages.filter(({ document }) => document === answer.document.id).map(({ from }) => from)),
  ]
  return new Map(from.map((id, index) => [id, (index % 4) + 1]))
}

/** The class names of some words by what lies over them. */
export function lookOf(layers: readonly Layer[], hues: ReadonlyMap<string, number>): string | undefined {
  const looks = layers.flatMap(({ kind, id }) => {
    if (kind === 'statement') return []
    if (kind === 'passage') return [`copied h${hues.get(id) ?? 1}`]
    return kind === 'target' ? ['target'] : [`layer ${kind}`]
  })
  return looks.length > 0 ? [...new Set(looks)].join(' ') : undefined
}

/** What a pointer over some words tells of them. */
export function titleOf(layers: readonly Layer[]): string | undefined {
  const named = layers.filter(({ kind, id }) => (kind === 'hedges' || kind === 'times') && id !== '')
  return named.length > 0
    ? named.map(({ kind, id }) => (kind === 'hedges' ? words.claim.by(id) : id)).join('; ')
    : undefined
}
