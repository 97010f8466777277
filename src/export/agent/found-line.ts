import type { FindableKind, Hit } from '../../collection/search.ts'
import type { Certainty } from '../../model/statement.ts'
import { type Named, nameOf } from '../view/lookup.ts'
import type { CataloguedClaim } from '../workbench/catalogue.ts'
import { dated } from './dated.ts'
import { handleOf } from './handles.ts'
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

/** @param claim the one that a statement which was found is in */
export function foundLine(
  held: Named,
  claim: Pick<CataloguedClaim, 'key' | 'independent'> | undefined,
  { kind, id, document, quote, published, sources, certainty, outlet }: Hit,
): FoundLine {
  return {
    kind,
    handle:
      kind === 'source'
        ? handleOf('sources', id)
        : claim
          ? handleOf('claims', claim.key)
          : handleOf('documents', document ?? id),
    quote: words(quote),
    outlet: kind === 'source' ? null : words(outlet ?? nameOf(held, document ?? id), 80),
    published: dated(published),
    said_by: sources.slice(0, 4).map((name) => words(name, 80)),
    certainty,
    independent_origins: claim?.independent ?? null,
  }
}
