/** How much of the world's time and bytes one page may cost. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** As sent, packed or not: what one report may have as a file, too. */
  readonly received: number
  /** Unpacked. A sitemap may have 50 MB (sitemaps.org). */
  readonly unpacked: number
  /** How many times larger than what was sent. Pages pack 3 to 10 times, lists of addresses 50 times, a bomb 1,000 times and more. */
  readonly ratio: number
  /** Below this a steep ratio does no harm. */
  readonly harmless: number
  /** All header fields of an answer. */
  readonly headers: number
  /** Until the header fields have come, counted from when the name is looked up. */
  readonly untilHeaders: number
  /** Until the page has come whole. */
  readonly untilEnd: number
  readonly redirects: number
  /** How often a request is made again after an error that may pass. */
  readonly retries: number
  /** The longest that a server may have us wait, by `Retry-After` or `Crawl-delay`. */
  readonly longestWait: number
  /** Of a robots.txt; what comes after is not read (RFC 9309 asks for 500 KiB at least). */
  readonly robots: number
}

export const defaultLimits: Limits = {
  received: 32 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  ratio: 200,
  harmless: 1024 * 1024,
  headers: 64 * 1024,
  untilHeaders: 20_000,
  untilEnd: 120_000,
  redirects: 10,
  retries: 3,
  longestWait: 30_000,
  robots: 500 * 1024,
}
