/** An address that is looked at again and again. */
export interface Follow {
  readonly address: string
  /** How often: `15 minutes`, `2 hours`, `1 day`, or cron words, `0 7 * * 1-5`. */
  readonly every: string
  readonly addedAt: string
  /** When it is to be looked at next. ISO 8601, UTC. */
  readonly nextAt: string
  readonly lastAt: string | null
  /** What the last answer gave to ask by whether anything has changed (RFC 9110, 13.1). */
  readonly etag: string | null
  readonly lastModified: string | null
  /** How many times in a row it could not be read. */
  readonly failures: number
  /** What came of the last look, in one sentence. */
  readonly says: string | null
}
