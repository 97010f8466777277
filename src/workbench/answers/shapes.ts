import type { Get, LogLine, Post } from '../../client/client.ts'
import type { DocumentView } from '../../export/workbench/document-page.ts'

/**
 * What the workbench calls the answers of the API. Their types are made from its description; where the pages share views with the dossier,
 * the views' own types of `src/export/workbench` say more.
 */
export type {
  Collection as CollectionAnswer,
  CollectionRow,
  Imported as ImportedAnswer,
  Invitation as InvitationAnswer,
  Job,
  Link as LinkAnswer,
  Me,
  Member as MemberAnswer,
  OpenLink as OpenLinkAnswer,
  Person as PersonAnswer,
  Session as SessionAnswer,
  Token as TokenAnswer,
  VersionPage as VersionAnswer,
} from '../../client/client.ts'

/** What a line tells depends on its kind. */
export interface LogLineAnswer extends Omit<LogLine, 'body'> {
  readonly body: Readonly<Record<string, unknown>>
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: string | null
}

export interface DocumentAnswer extends DocumentView {
  readonly versions: Get['/collections/{collection}/documents/{id}']['answer']['versions']
}

/** What a decision would change. */
export type Preview = Extract<Post['/collections/{collection}/decisions']['answer'], { readonly changes: unknown }>
