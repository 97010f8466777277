import type { Term } from '../../collection/search.ts'

/** A value of a column. Whole numbers are numbers: none here grows beyond 2^53. */
export type Value = string | number | null | Uint8Array

export type Row = Readonly<Record<string, Value>>

/** One place for tables, whatever engine holds them. Statements are the SQL that both understand, with `?` for values. */
export interface Database extends Queries {
  /** For people; without a password. */
  readonly name: string
  readonly dialect: Dialect
  readonly isReadOnly: boolean
  /**
   * All of it or nothing. One at a time, whoever asks: other processes wait. `work` must use nothing but the queries it is given.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Reads that all see the collection as it was at one moment, whatever others write meanwhile. `work` must use nothing but the queries it is given. */
  atOneMoment<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Copies everything to where it can be taken back from, before a migration; says where. */
  backUp(version: number): Promise<string>
  close(): Promise<void>
}

export interface Queries {
  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>
  run(sql: string, ...values: readonly Value[]): Promise<void>
}

/** In what the engines differ, and why. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres'
  /**
   * PostgreSQL has types of its own for bytes and for whole numbers of 64 bits, and orders text by the words of a language unless told
   * to go by its bytes, as SQLite does.
   */
  readonly types: { readonly text: string; readonly bytes: string; readonly integer: string; readonly real: string }
  /** What stands behind a table of which each row is little more than its key: SQLite keeps such rows in the index itself. */
  readonly keyedTable: '' | ' without rowid'
  /** Statements that set up the index of words: FTS5 keeps a table of its own, PostgreSQL a column that it works out. */
  readonly searchSchema: readonly string[]
  readonly search: SearchWords
}

/** How words are looked for. */
export interface SearchWords {
  /** The value that the pieces take; undefined when there is nothing that must be there. */
  query(terms: readonly Term[]): string | undefined
  /** Where the index of words is asked, alone and together with the table `findable f`; and the number of a row in it. */
  readonly alone: string
  readonly joined: string
  readonly number: string
  /** A condition; takes the query once. */
  readonly matches: string
  /** An expression, smaller is better; takes the query so many times. */
  readonly rank: { readonly sql: string; readonly values: number }
  /** An expression: all the words, with `\u0002` and `\u0003` around those found; takes the query so many times. */
  readonly marked: { readonly sql: string; readonly values: number }
}
