import type { Acting } from '../app/collection/acting.ts'
import type { Refusal } from '../model/document.ts'
import type { People } from '../ports/people.ts'
import type { Store } from '../ports/store.ts'
import type { OpenTelemetry } from '../ports/telemetry.ts'

/** What a command may touch of the world. The program hands it the real one, tests an array and a fixed width. */
export interface World {
  /** Results, to standard output; a line end is added. */
  print(text: string): void
  /** Refusals, warnings and progress, to standard error. */
  tell(text: string): void
  write(path: string, text: string): Promise<void>
  /** Writes a file piece by piece; it is there whole or not at all. */
  writePieces(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void>
  /** Writes files into a new folder, by their paths in it. Wrong usage where something is there already. */
  writeFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>
  /**
   * Why a file cannot be written there, as a sentence with the remedy; undefined when it can. What is there may be replaced where it carries
   * the mark: a dossier's when none is given, nothing's when it is null.
   */
  objection(path: string, mark?: string | null): Promise<string | undefined>
  readFile(path: string): Promise<Uint8Array>
  readonly stdin: AsyncIterable<Uint8Array>
  /**
   * Opens a collection, the user's own when no place is given; where there is none, makes it or says so.
   *
   * @param silence after how long without a word a database is taken for gone, in milliseconds
   */
  openCollection(place: string | undefined, create: boolean, silence?: number): Promise<Store>
  /** Opens the place where people are kept; where there is none, makes it or says so. */
  openPeople(place: string, create: boolean): Promise<People>
  /** Who works here, and the clock. */
  readonly acting: Acting
  /** Has what is done measured, and sent where the environment says. */
  openTelemetry(): Promise<OpenTelemetry>
  /** Waits so many milliseconds; ends early, with false, when the user wants it to stop. */
  sleep(milliseconds: number): Promise<boolean>
  /** What stands in a variable of the environment: keys and what people set once. */
  secret(name: string): string | undefined
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** Says how far a long job has come, once it has lasted longer than a second. */
  progress(says: () => string): void
}

/** 0 done · 1 done, but something was refused or not found · 2 wrong usage · 3 the world failed (disk, network). */
export type ExitCode = 0 | 1 | 2 | 3

export type Options = Readonly<Record<string, string | boolean | undefined>>

/** What was given for each option that may be given again, by its name. */
export type Repeated = Readonly<Record<string, readonly string[] | undefined>>

/** One option of a command. */
export interface Option {
  readonly flags: string
  readonly says: string
  readonly isRepeatable?: boolean
  /** What it takes, where only a few words are known. */
  readonly values?: readonly string[]
}

/** One command as a value: help, documentation and completion are all made from it. */
export interface Command {
  readonly name: string
  /** Its arguments as shown in the usage line; empty when it takes none. */
  readonly arguments: '<input...>' | '[input...]' | '[words...]' | '[address...]' | ''
  /** One sentence. */
  readonly summary: string
  readonly options: readonly Option[]
  /** What its first word may be, where only a few words are known. */
  readonly firstWords?: readonly string[]
  /** A table that its help shows below the options. */
  readonly table?: {
    readonly title: string
    readonly rows: readonly { readonly name: string; readonly says: string }[]
  }
  /** The words of the command line as they are to be understood; as they stand when absent. */
  readonly understood?: (words: readonly string[]) => readonly string[]
  /** Command lines that work, each with what it is for. */
  readonly examples: readonly { readonly line: string; readonly says: string }[]
  run(world: World, inputs: readonly string[], options: Options, repeated: Repeated): Promise<ExitCode>
}

/** The user asked for something that cannot be: answered with exit code 2 and this message, which names the remedy. */
export class WrongUsage extends Error {}

/** One line that names a refused input and the remedy. */
export const refusalLine = ({ input, code, says }: Refusal): string => oneLine(`refused ${input} (${code}): ${says}`)

/** A file may be named so that a terminal takes its name for orders: control characters are shown as what they are. */
export const oneLine = (text: string): string =>
  text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
