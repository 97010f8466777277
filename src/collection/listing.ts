import type { Json } from './log.ts'

/** What lists show of a traced pile: kept beside its report, so that no report is read for the sake of a list. */
export interface Listing {
  /** Small; held in memory for every pile. */
  readonly digest: Json
  /** One for each thing that is listed; read when it is shown. */
  readonly rows: readonly ListedRow[]
}

export interface ListedRow {
  readonly kind: ListedKind
  /** Of its kind in the report. */
  readonly place: number
  /** Words that it is looked for by, in small letters, line by line. */
  readonly words: string
  readonly body: Json
}

/** `doubt`: something that a person can settle. */
export type ListedKind = 'claim' | 'document' | 'doubt'

/** What a row goes by among those of all piles. */
export const rowKey = (pile: string, kind: ListedKind, place: number): string => `${pile} ${kind} ${place}`

/** The words that must all stand in what is looked for, wherever they stand in it. */
export const wordsIn = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean)
