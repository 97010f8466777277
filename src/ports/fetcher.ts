import type { Capture } from '../intake/capture.ts'
import type { Refusal } from '../model/document.ts'
import type { Retrieval } from '../model/retrieval.ts'

/** Gets pages from the web. What servers do wrong is a `Refusal`; an `Error` is thrown for a defect, and when `signal` says stop. */
export interface Fetcher {
  fetch(address: string, ask?: Ask): Promise<Fetched | NotModified | Refusal>
  /** Ends what is under way; nothing is fetched afterwards. */
  close(): Promise<void>
}

/** What is known of the page from the last time, so that it is sent again only when it has changed. */
export interface Ask {
  /** The `ETag` that came with it, as it came. */
  readonly etag?: string | undefined
  /** The `Last-Modified` that came with it, as it came. */
  readonly lastModified?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * A page as it was received. `bytes` are what the server meant to send: after the chunks of the transfer and the packing (gzip, deflate,
 * br) were taken away, before anything was read into them. `url` is the address that answered.
 */
export interface Fetched extends Capture {
  readonly url: string
  readonly retrieval: Retrieval
}

/** The server says that the page is as it was. */
export interface NotModified {
  readonly input: string
  readonly notModified: true
  readonly retrieval: Retrieval
}
