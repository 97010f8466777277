import type { SavedView, ViewField } from '../../collection/saved-view.ts'
import { findingKinds } from '../../model/finding.ts'
import type { Shelf } from './shelf.ts'

/** A saved view, and what of it leads nowhere any more. */
export interface ViewRow extends SavedView {
  /** Filters that name a story, an origin, a source or a finding that the answers no longer know: no claim can fit them. */
  readonly gone: readonly ViewField[]
}

export function viewRow(shelf: Shelf, view: SavedView): ViewRow {
  const { story, origin, source, finding } = view.asks
  const named = source?.toLowerCase()
  const isKnown: Readonly<Partial<Record<ViewField, boolean>>> = {
    story: story === undefined || shelf.storyOf.has(story),
    origin: origin === undefined || shelf.documents.has(origin) || shelf.sources.has(origin),
    source:
      source === undefined ||
      shelf.sources.has(source) ||
      shelf.report.sources.some(({ name }) => name.toLowerCase() === named),
    finding: finding === undefined || findingKinds.some((kind) => kind === finding),
  }
  return { ...view, gone: (['story', 'origin', 'source', 'finding'] as const).filter((field) => !isKnown[field]) }
}
