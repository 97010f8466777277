import type { SavedView, ViewField } from '../../collection/saved-view.ts'
import { findingKinds } from '../../model/finding.ts'
import type { Catalogue } from './catalogue.ts'

/** A saved view, and what of it leads nowhere any more. */
export interface ViewRow extends SavedView {
  /** Filters that name a story, an origin, a source or a finding that the answers no longer know: no claim can fit them. */
  readonly gone: readonly ViewField[]
}

export function viewRow(catalogue: Catalogue, view: SavedView): ViewRow {
  const { story, origin, source, finding } = view.asks
  const named = source?.toLowerCase()
  const isKnown: Readonly<Partial<Record<ViewField, boolean>>> = {
    story: story === undefined || catalogue.documents.has(story),
    origin: origin === undefined || catalogue.documents.has(origin) || catalogue.sources.has(origin),
    source:
      source === undefined ||
      catalogue.sources.has(source) ||
      [...catalogue.sources.values()].some(({ name }) => name.toLowerCase() === named),
    finding: finding === undefined || findingKinds.some((kind) => kind === finding),
  }
  return { ...view, gone: (['story', 'origin', 'source', 'finding'] as const).filter((field) => !isKnown[field]) }
}
