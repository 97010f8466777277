import { reportKey } from '../../collection/versions.ts'
import type { Capture } from '../../intake/capture.ts'
import type { Fetcher } from '../../ports/fetcher.ts'
import type { Store } from '../../ports/store.ts'
import { isList, takenFrom } from '../intake.ts'
import { fetchedWhole, mostPages, type Taken, type Web } from '../web.ts'
import { byCapture } from './opened.ts'
import { marksOf, type Pages, pagesOf } from './pages.ts'
import type { Look } from './watch.ts'

/**
 * Looks at addresses with a fetcher. An address is sent again only when it has changed; the pages that a feed or sitemap leads to are asked
 * when they are due, also where the list itself is as it was.
 *
 * @param now milliseconds since 1970
 */
export function looker(store: Store, fetcher: Fetcher, most = mostPages, now: () => number): Look {
  return async (address, { etag, lastModified, pages: known = [] }) => {
    const pages = pagesOf(known, fetcher, new Date(now()).toISOString(), Math.max(remembered, 2 * most))
    const web = watchedWeb(store, fetcher, pages, most)
    const answer = await fetcher.fetch(address, { etag: etag ?? undefined, lastModified: lastModified ?? undefined })
    if ('code' in answer) return answer
    if ('notModified' in answer) {
      const last = await lastOf(store, answer.retrieval.answered)
      if (last && !(await isList(last))) return 'unchanged'
      if (last)
        return { opened: byCapture(without(last, takenFrom(last, web))), etag, lastModified, pages: pages.known }
    }
    const fetched = 'notModified' in answer ? await fetchedWhole(fetcher, address) : answer
    if ('code' in fetched) return fetched
    return { opened: byCapture(from(fetched, takenFrom(fetched, web))), ...marksOf(fetched), pages: pages.known }
  }
}

/** Pages of one followed address; those that its list names no longer are only wanted if they come back. */
const remembered = 300

/** The web as it is asked again and again. */
const watchedWeb = (store: Store, fetcher: Fetcher, pages: Pages, most: number): Web => ({
  most,
  fetch: (address) => fetchedWhole(fetcher, address),
  page: pages.page,
  async holds(entry, feed) {
    const kept = await store.documentWithKey(reportKey(entry, feed.url ?? feed.input))
    // A link that leads on is kept under the address it leads to.
    if (!kept) return pages.wasRead(entry.url)
    return (await store.capture(kept.capture))?.address !== feed.url
  },
  close: async () => undefined,
})

/** What the list itself was, first: it is kept too, so that it can be read again when it is not sent again. */
async function* from(list: Capture, taken: AsyncIterable<Taken>): AsyncGenerator<Taken> {
  yield { documents: [], refusals: [], capture: list }
  yield* taken
}

/** What it leads to alone: the list itself is kept as it is. */
async function* without(list: Capture, taken: AsyncIterable<Taken>): AsyncGenerator<Taken> {
  for await (const one of taken) if (one.capture !== list) yield one
}

/** What was received from there the last time. */
async function lastOf(store: Store, address: string): Promise<Capture | undefined> {
  const kept = await store.latestCapture(address.toWellFormed())
  const bytes = kept && (await store.bytes(kept.sha256))
  if (!bytes) return undefined
  const { input, mediaType, retrieval } = kept
  return { input, bytes, url: address, mediaType: mediaType ?? undefined, retrieval: retrieval ?? undefined }
}
