import { reportKey } from '../../collection/versions.ts'
import type { Capture } from '../../intake/capture.ts'
import type { Document } from '../../model/document.ts'
import type { Fetcher } from '../../ports/fetcher.ts'
import type { Store } from '../../ports/store.ts'
import { takenFrom } from '../intake.ts'
import { openWeb } from '../web.ts'
import { byCapture } from './opened.ts'
import type { Look } from './watch.ts'

/** So long after its publication a report is looked at again, and no oftener than this: most corrections come within days. Milliseconds. */
const edited = { within: 3 * 86_400_000, every: 3_600_000 } as const

/**
 * Looks at addresses with a fetcher. An address is sent again only when it has changed; a page that a feed leads to is fetched when it is
 * new, when its entry has changed, and for some days again and again, because pages are edited without their feed saying so.
 *
 * @param now milliseconds since 1970
 */
export function looker(store: Store, fetcher: Fetcher, most: number | undefined, now: () => number): Look {
  const looked = new Map<string, number>()
  const web = openWeb({ fetcher, most, isSettled })
  return async (address, since) => {
    const fetched = await fetcher.fetch(address, since)
    if ('notModified' in fetched) return 'unchanged'
    if ('code' in fetched) return fetched
    const headers = new Map(fetched.retrieval.responseHeaders)
    return {
      opened: byCapture(takenFrom(fetched, web)),
      etag: headers.get('etag') ?? null,
      lastModified: headers.get('last-modified') ?? null,
    }
  }

  async function isSettled(entry: Document, feed: Capture): Promise<boolean> {
    const key = reportKey(entry, feed.url ?? feed.input)
    const kept = await store.documentWithKey(key)
    if (!kept || kept.document.summary !== entry.summary) return false
    if (entry.updated !== undefined && (kept.document.updated ?? '') < entry.updated) return false
    const published = Date.parse(entry.published ?? kept.document.published ?? '')
    if (Number.isNaN(published) || now() - published > edited.within) return true
    if (now() - (looked.get(key) ?? 0) < edited.every) return true
    looked.set(key, now())
    return false
  }
}
