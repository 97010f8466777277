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
  /** The pages that it led to; absent where no look has led anywhere yet. */
  readonly pages?: readonly FollowedPage[] | undefined
}

/** A page that a followed feed or sitemap led to, as far as it matters for asking it again. */
export interface FollowedPage {
  /** As the list links to it, which need not be the address that answers. */
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** When it was first asked, and when last: the beginning of the look. ISO 8601, UTC. */
  readonly firstAt: string
  readonly lastAt: string
  /** When it came the last time; null where it never did. */
  readonly readAt: string | null
  /** Digest of what the list says of it. */
  readonly entry: string
  /** How many times in a row it could not be had. */
  readonly failures: number
}

/**
 * Whether a page is to be asked now: when it never was, when what the list says of it has changed, once an hour while it is young, because
 * pages are edited without their feed saying so, and, where it could not be had, after one hour, two, four … up to a day.
 *
 * @param entry digest of what the list says of it now
 * @param at this look; ISO 8601, UTC
 */
export function isPageDue(page: FollowedPage | undefined, entry: string, at: string): boolean {
  if (!page || page.entry !== entry) return true
  const since = Date.parse(at) - Date.parse(page.lastAt)
  if (page.failures > 0) return since >= Math.min(hour * 2 ** Math.min(page.failures - 1, 10), day) - early
  return since >= hour - early && Date.parse(at) - Date.parse(page.firstAt) <= young
}

const hour = 3_600_000
const day = 24 * hour
/** Most corrections come within days. */
const young = 3 * day
/** What is looked at every hour is so a few seconds earlier or later, and should not miss every second hour for that. */
const early = 300_000
