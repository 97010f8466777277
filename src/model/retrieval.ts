/**
 * How the bytes of a page reached us over the network: what a later reader of the evidence asks first. Times are ISO 8601 in UTC
 * with milliseconds; header names are in lower case, in the order in which they came.
 */
export interface Retrieval {
  /** The address that was asked for. */
  readonly asked: string
  /** The address that answered, after all redirects. */
  readonly answered: string
  /** Every address on the way, `asked` first and `answered` last. */
  readonly hops: readonly string[]
  readonly status: number
  readonly requestHeaders: readonly Header[]
  readonly responseHeaders: readonly Header[]
  readonly retrievedAt: string
}

export type Header = readonly [name: string, value: string]
