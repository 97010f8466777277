import type { Edit } from '../../collection/edits.ts'
import type { Summary } from '../../export/view/summary.ts'
import type { DocumentView } from '../../export/workbench/document-page.ts'
import type { ReportDocument } from '../../model/report.ts'
import type { ApiToken } from '../../team/account.ts'
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

/** Who somebody is here, and how people sign in. */
export interface Me {
  readonly mode: 'local' | 'team'
  /** Null for whoever has not signed in. */
  readonly name: string | null
  readonly csrf: string | null
  readonly steward: boolean
  readonly hasPassword: boolean
  readonly identity: string | null
}

export interface PersonAnswer {
  readonly name: string
  readonly email: string | null
  readonly removedAt: string | null
  readonly grants: readonly { readonly collection: string; readonly role: Role }[]
}

export interface MemberAnswer {
  readonly name: string
  readonly role: Role
  readonly isEverywhere: boolean
}

export interface InvitationAnswer {
  readonly kind: 'set-up' | 'invite' | 'reset'
  readonly name: string | null
  readonly collection: string | null
  readonly role: Role | null
  readonly by: string
}

export interface LinkAnswer {
  readonly address: string
  readonly expiresAt: string
}

export interface SessionAnswer {
  readonly id: string
  readonly agent: string
  readonly seenAt: string
  readonly isThis: boolean
}

export type TokenAnswer = Pick<ApiToken, 'id' | 'label' | 'collection' | 'scope' | 'expiresAt' | 'seenAt'>

export interface LogLineAnswer {
  readonly number: number
  readonly at: string
  readonly by: string
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
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
