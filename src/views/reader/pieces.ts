import { overlap, type Span } from '../../model/span.ts'

/** Something that lies over a text: a statement, copied words, a hedge … */
export interface Layer extends Span {
  readonly kind: LayerKind
  /** What it is one of: a statement's id, the report that words were taken from, the rule of a hedge. */
  readonly id: string
}

/** `evidence`: words that a hop of a trail rests on, by the id that they have on the page. */
export type LayerKind =
  | 'statement'
  | 'passage'
  | 'evidence'
  | 'quotations'
  | 'hedges'
  | 'figures'
  | 'voices'
  | 'times'
  | 'target'

/** A stretch of a text over which the same layers lie. */
export interface Piece extends Span {
  readonly layers: readonly Layer[]
}

/** A run of pieces that belong to one statement, or to none. */
export interface Run extends Span {
  readonly statement: string | undefined
  readonly pieces: readonly Piece[]
}

/** A block cut wherever a layer begins or ends, the pieces of one statement together. Where statements overlap, the inner one has the words. */
export function runsOf(block: Span, layers: readonly Layer[]): readonly Run[] {
  const edges = new Set([block.start, block.end])
  for (const { start, end } of layers)
    for (const edge of [start, end]) if (edge > block.start && edge < block.end) edges.add(edge)
  const cuts = [...edges].sort((a, b) => a - b)
  const runs: { start: number; end: number; statement: string | undefined; pieces: Piece[] }[] = []
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1] ?? block.end
    const over = layers.filter((layer) => overlap(layer, { start, end }) > 0)
    const statement = over
      .filter(({ kind }) => kind === 'statement')
      .reduce<Layer | undefined>(
        (inner, layer) => (!inner || layer.end - layer.start < inner.end - inner.start ? layer : inner),
        undefined,
      )?.id
    const piece = { start, end, layers: over }
    const last = runs.at(-1)
    if (last && last.statement === statement) {
      last.pieces.push(piece)
      last.end = end
    } else runs.push({ start, end, statement, pieces: [piece] })
  })
  return runs
}
