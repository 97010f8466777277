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
}

/** What a reader made of a capture. An input can give both: one bad line does not spoil the others. */
export interface Intake {
  readonly documents: readonly Document[]
  readonly refusals: readonly Refusal[]
}

/** Turns captures of one kind into documents, without opening any file. */
export interface Reader {
  /** `name@version` */
  readonly ref: `${string}@${number}`
  /** Decides by the input's name, its media type and its first bytes. */
  accepts(capture: Capture): boolean
  read(capture: Capture): Intake
}
