import { type FollowedPage, isPageDue } from '../../collection/follow.ts'
import type { Refusal } from '../../model/document.ts'
import type { Fetched, Fetcher } from '../../ports/fetcher.ts'
import { hexOf } from './digest.ts'

/** The pages that one followed address leads to, during one look. */
export interface Pages {
  /** The page, where it is due and has changed. What several entries link to is asked once. */
  page(address: string, entry: string): Promise<Fetched | Refusal | 'unchanged'>
  /** Whether the page came in an earlier look. */
  wasRead(address: string | undefined): boolean
  /** What to know of them at the next look: those of this look, then the last of those before, no more than `most`. */
  known(): readonly FollowedPage[]
}

/** @param at this look; ISO 8601, UTC */
export function pagesOf(before: readonly FollowedPage[], fetcher: Fetcher, at: string, most: number): Pages {
  const pages = new Map(before.map((page) => [page.address, page]))
  const met = new Map<string, Promise<Fetched | Refusal | 'unchanged'>>()

  async function asked(address: string, says: string): Promise<Fetched | Refusal | 'unchanged'> {
    const known = pages.get(address)
    const entry = hexOf(says).slice(0, 16)
    if (!isPageDue(known, entry, at)) return 'unchanged'
    const unread = { address, etag: null, lastModified: null, firstAt: at, readAt: null, failures: 0 }
    const page: FollowedPage = { ...unread, ...known, entry, lastAt: at }
    const answer = await fetcher.fetch(address, {
      etag: page.etag ?? undefined,
      lastModified: page.lastModified ?? undefined,
    })
    if ('code' in answer) {
      pages.set(address, { ...page, failures: page.failures + 1 })
      return answer
    }
    if ('notModified' in answer) {
      pages.set(address, { ...page, failures: 0 })
      return 'unchanged'
    }
    pages.set(address, { ...page, ...marksOf(answer), readAt: at, failures: 0 })
    return answer
  }

  return {
    async page(address, entry) {
      const earlier = met.get(address)
      if (earlier) {
        const answer = await earlier
        return answer !== 'unchanged' && 'code' in answer ? answer : 'unchanged'
      }
      const answer = asked(address, entry)
      met.set(address, answer)
      return answer
    },
    wasRead: (address) => before.some((page) => page.address === address && page.readAt !== null),
    known: () =>
      [...pages.values()]
        .sort((a, b) => Number(met.has(b.address)) - Number(met.has(a.address)) || later(a, b))
        .slice(0, most),
  }
}

const later = (a: FollowedPage, b: FollowedPage): number => (a.lastAt === b.lastAt ? 0 : a.lastAt < b.lastAt ? 1 : -1)

/** What came with an answer to ask by, whether it has changed (RFC 9110, 13.1). */
export function marksOf({ retrieval }: Fetched): Pick<FollowedPage, 'etag' | 'lastModified'> {
  const headers = new Map(retrieval.responseHeaders)
  return { etag: headers.get('etag') ?? null, lastModified: headers.get('last-modified') ?? null }
}
