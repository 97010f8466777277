import type { Report } from '../model/report.ts'
import type { Only } from './view/only.ts'

/** Turns a report into one text, without opening any file: the caller decides where it goes. */
export interface Exporter {
  readonly name: string
  readonly mediaType: string
  readonly summary: string
  write(report: Report, options?: ExportOptions): string | Promise<string>
}

export interface ExportOptions {
  /** Put the whole text of every document into the JSON. */
  readonly text?: boolean
  /** Only the claims that show one of these. Empty or absent: all claims. */
  readonly only?: readonly Only[]
  /** Only the claims of these ids. Empty or absent: all claims. */
  readonly claims?: readonly string[]
  /** Name the rule behind every hop and finding. */
  readonly why?: boolean
}
