import type { Edit } from '../../collection/edits.ts'
import type { Summary } from '../../export/view/summary.ts'
import type { DocumentView } from '../../export/workbench/document-page.ts'
import type { ReportDocument } from '../../model/report.ts'
import type { Role } from '../../team/roles.ts'

/** The answers of the API under /api/v1, as far as no view of `src/export/workbench` is the answer itself. */
/** A collection, as the list of them has it. */
export interface CollectionRow {
  readonly name: string
  readonly documents: number
  readonly captures: number
  readonly alerts: number
  readonly role: Role
}

export interface CollectionAnswer {
  readonly name: string
  /** Where it is kept; told to its admins only. */
  readonly place: string | null
  readonly counts: Readonly<
    Record<'documents' | 'versions' | 'captures' | 'claims' | 'sources' | 'alerts' | 'lines', number>
  >
  readonly addNothing: number
  readonly upToDate: boolean
  readonly version: string
  readonly summary: Omit<Summary, 'addNothing' | 'published'>
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: string | null
}

export interface DocumentAnswer extends DocumentView {
  readonly versions: readonly {
    readonly version: number
    readonly capture: number
    readonly addedAt: string
    readonly sha256: string
    readonly current: boolean
  }[]
}

export interface VersionAnswer {
  readonly document: Pick<ReportDocument, 'id' | 'title' | 'text'>
  readonly edits: readonly Edit[]
}

export interface Job {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly says: string
  readonly items: readonly {
    readonly input: string
    readonly state: 'waiting' | 'kept' | 'known' | 'refused'
    readonly says: string | null
    /** Ids of reports that are new or in a new version. */
    readonly documents: readonly string[]
  }[]
}

export interface Preview {
  readonly changes: readonly {
    readonly key: string
    readonly gist: string
    /** Null where there is no such claim. */
    readonly before: number | null
    readonly after: number | null
  }[]
}
