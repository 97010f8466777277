import type { Document, Refusal } from '../model/document.ts'
import type { Retrieval } from '../model/retrieval.ts'

/** Bytes as they were received on a day, with all that is known of how: the ground of the evidence. Never changed, never removed. */
export interface KeptCapture {
  /** Its number in the collection, from 1 on. */
  readonly number: number
  /**
   * What names the place it came from, however often it is captured: an address, `file:///…`, `upload:` and the name it was handed in
   * under, or `stdin:` and a digest.
   */
  readonly address: string
  /** The file or address as the user named it. */
  readonly input: string
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string
  /** How many bytes. */
  readonly size: number
  readonly mediaType: string | null
  readonly retrieval: Retrieval | null
  /** ISO 8601, UTC, with milliseconds: when it came into the collection. */
  readonly addedAt: string
  /** `headwater 0.2.0`: what captured it. */
  readonly tool: string
}

/** One state of a report. A page that was edited is the same report in another version. */
export interface KeptDocument {
  /** With an id of its own in the collection, which stays. */
  readonly document: Document
  /** From 1 on. */
  readonly version: number
  /** What tells that two captures show the same report: its address, or its place in what holds it. */
  readonly key: string
  /** Number of the capture it was read from. */
  readonly capture: number
  /** Whether it is the last version. */
  readonly current: boolean
}

/** An input that was refused, with when. */
export interface KeptRefusal extends Refusal {
  readonly at: string
}
