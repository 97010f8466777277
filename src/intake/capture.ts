import type { Document, Refusal } from '../model/document.ts'
import type { Retrieval } from '../model/retrieval.ts'

/** Bytes as they were received, and what is known of where they came from. Getting them is the edge's business; reading them is pure. */
export interface Capture {
  /** The file or address as the user named it. */
  readonly input: string
  readonly bytes: Uint8Array
  /** Address the bytes were fetched from, where there is one. */
  readonly url: string | undefined
  /** As declared by a server or an archive record; undefined for a file. */
  readonly mediaType: string | undefined
  /** How it was fetched; absent for a file. */
  readonly retrieval?: Retrieval | undefined
  /** What the archive that held it calls it, for a reader that finds no title in it. */
  readonly title?: string | undefined
}

/** What a reader made of a capture. An input can give both: one bad line does not spoil the others. */
export interface Intake {
  readonly documents: readonly Document[]
  readonly refusals: readonly Refusal[]
}

/**
 * What a reader gives. A container (an archive, a mail with attachments) also gives what it holds, to be read in turn. It is unpacked as it is asked
 * for, so that never more than one member takes up room, and whoever reads counts how much that is.
 */
export interface Reading extends Intake {
  readonly holds?: Iterable<Capture | Refusal> | undefined
}

/** Turns captures of one kind into documents, without opening any file. */
export interface Reader {
  /** `name@version` */
  readonly ref: `${string}@${number}`
  /** Decides by the input's name, its media type and its first bytes. */
  accepts(capture: Capture): boolean
  read(capture: Capture): Reading | Promise<Reading>
}

/** A reader that waits for no engine. */
export interface PromptReader extends Reader {
  read(capture: Capture): Reading
}
