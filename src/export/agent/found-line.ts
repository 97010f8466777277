import type { FindableKind, Hit } from '../../collection/search.ts'
import type { Certainty } from '../../model/statement.ts'
import { nameOf } from '../view/lookup.ts'
import type { Shelf } from '../workbench/shelf.ts'
import { dated } from './dated.ts'
import { claimHandle, handleOf } from './handles.ts'
import { type Words, words } from './sealed.ts'

/** Something that a search found. */
export interface FoundLine {
  readonly kind: FindableKind
  /** What to give to other tools; for a statement, its claim. */
  readonly handle: string
  readonly quote: Words
  readonly outlet: Words | null
  readonly published: string | null
  readonly said_by: readonly Words[]
  readonly certainty: Certainty | null
  /** Of its claim. */
  readonly independent_origins: number | null
}

export function foundLine(
  shelf: Shelf,
  { kind, id, document, quote, published, sources, certainty, outlet }: Hit,
): FoundLine {
  const claim = kind === 'statement' ? shelf.claimOf.get(id) : undefined
  return {
    kind,
    handle:
      kind === 'source' ? handleOf('sources', id) : claim ? claimHandle(claim) : handleOf('documents', document ?? id),
    quote: words(quote),
    outlet: kind === 'source' ? null : words(outlet ?? nameOf(shelf, document ?? id), 80),
    published: dated(published),
    said_by: sources.slice(0, 4).map((name) => words(name, 80)),
    certainty,
    independent_origins: claim?.independent ?? null,
  }
}
