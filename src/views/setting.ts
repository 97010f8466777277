import type { ReactNode } from 'react'
import type { Lookup } from '../export/view/lookup.ts'
import type { ReportStatement } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { Mark } from './parts/mark-of.ts'

/**
 * The page that a view is shown on: where its things are and how it links to them. The workbench goes there through its router, the
 * dossier to another place of the same file; a view knows no more of either.
 */
export interface Setting {
  /** Draws a link of the page. */
  readonly Link: (props: LinkProps) => ReactNode
  /** Address of a report. */
  readonly report: (document: string) => string
  /** Address of the words of a statement, in the report they stand in. */
  readonly statement: (statement: ReportStatement) => string
  /** Address of some words of a report. */
  readonly words: (document: string, span: Span) => string
  /** How a voice is marked wherever it stands on the page; undefined for one that the page does not mark. */
  readonly mark: (node: string, name: string) => Mark | undefined
}

export interface LinkProps {
  readonly to: string
  readonly className?: string | undefined
  readonly title?: string | undefined
  readonly children?: ReactNode
  readonly 'aria-label'?: string | undefined
}

/** What every view of a claim or a report is drawn from. */
export interface InSetting {
  readonly setting: Setting
  readonly held: Lookup
}
