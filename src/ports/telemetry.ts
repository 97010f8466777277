/**
 * What those who run the program watch: what is done, how long it takes and how it ends. No word of a report is in it, no name of a person, and
 * no address that somebody asked for.
 */
export interface Telemetry {
  /** Does something, and notes how long it took and how it ended. What it does meanwhile belongs to it. */
  during<T>(doing: Doing, work: (noted: (facts: Facts) => void) => Promise<T>): Promise<T>
}

export interface Doing {
  /** Requests are answered, tasks are done in the background. */
  readonly kind: 'request' | 'task'
  /** One of few: the method of a request, the name of a task. */
  readonly name: string
  readonly facts?: Facts
  /** What whoever asks says it is part of: `traceparent` of W3C Trace Context. Believed only where the operator says so. */
  readonly within?: string | undefined
}

/** Of each kind of work always the same ones: `route` and `status` of a request, `collection` of a task. */
export type Facts = Readonly<Record<string, string | number>>

/** Telemetry that somebody reads. */
export interface OpenTelemetry extends Telemetry {
  /** All that was measured, and how high these levels are now, as Prometheus reads it. */
  exposition(levels: readonly Level[]): Promise<string>
  /** The media type of that. */
  readonly mediaType: string
  /** Sends what was not sent yet. */
  close(): Promise<void>
}

/** Something that rises and falls. */
export interface Level {
  /** As Prometheus names it: `headwater_documents`. */
  readonly name: string
  readonly says: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Nobody watches. */
export const unwatched: Telemetry = { during: (_, work) => work(() => undefined) }
