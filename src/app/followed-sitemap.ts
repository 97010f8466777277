import type { Capture } from '../intake/capture.ts'
import { readCapture } from '../intake/readers.ts'
import { isSitemap } from '../intake/sitemap/accepts.ts'
import type { Sitemap, SitemapEntry } from '../intake/sitemap/sitemap.ts'
import type { Refusal } from '../model/document.ts'
import { ahead } from './ahead.ts'
import { newest } from './newest.ts'
import { type Taken, type Web, width } from './web.ts'

/** An index may name 50,000 sitemaps; this many are looked into, the newest first. */
const mostSitemaps = 10

/** The pages that a sitemap lists, or the sitemaps of an index: the newest first, no more than the web's `most`. */
export async function* followSitemap(capture: Capture, web: Web): AsyncGenerator<Taken> {
  yield* followSitemaps([capture], web)
}

/** The same for several sitemaps together, such as those that a robots.txt names; given as captures, or as addresses still to fetch. */
export async function* followSitemaps(given: readonly (Capture | string)[], web: Web): AsyncGenerator<Taken> {
  const { pages, refusals } = await pagesOf(given, web)
  yield { documents: [], refusals, capture: undefined }
  const chosen = newest(pages, web.most, ({ modified }) => modified)
  yield* ahead(chosen, width, async ({ url, modified }) => {
    const fetched = await web.page(url, modified ?? '')
    if (fetched === 'unchanged') return { documents: [], refusals: [], capture: undefined }
    return 'code' in fetched
      ? { documents: [], refusals: [fetched], capture: undefined }
      : { ...(await readCapture(fetched)), capture: fetched }
  })
}

/**
 * Every page listed, once, in the order in which it was found. Stops where enough are known and the next sitemap is dated: those of an index
 * come newest first, so what it lists is older. One without a date may hold anything.
 */
async function pagesOf(
  given: readonly (Capture | string)[],
  web: Web,
): Promise<{ readonly pages: readonly SitemapEntry[]; readonly refusals: readonly Refusal[] }> {
  const pages = new Map<string, SitemapEntry>()
  const refusals: Refusal[] = []
  const waiting: { readonly from: Capture | string; readonly modified: string | undefined }[] = given.map((from) => ({
    from,
    modified: undefined,
  }))
  const seen = new Set(given.map((from) => (typeof from === 'string' ? from : from.url)))
  for (let opened = 0; opened < mostSitemaps + given.length; opened++) {
    const next = waiting.shift()
    if (next === undefined || (pages.size >= web.most && next.modified !== undefined)) break
    const list = await sitemapAt(next.from, web)
    if ('code' in list) refusals.push(list)
    else if (list.lists === 'pages')
      for (const entry of list.entries) pages.set(entry.url, pages.get(entry.url) ?? entry)
    else {
      const fresh = list.entries.filter(({ url }) => !seen.has(url))
      for (const { url, modified } of newest(fresh, mostSitemaps, (entry) => entry.modified)) {
        seen.add(url)
        waiting.push({ from: url, modified })
      }
    }
  }
  return { pages: [...pages.values()], refusals }
}

async function sitemapAt(from: Capture | string, web: Web): Promise<Sitemap | Refusal> {
  const capture = typeof from === 'string' ? await web.fetch(from) : from
  if ('code' in capture) return capture
  const { sitemapOf } = await import('../intake/sitemap/sitemap.ts')
  return (await isSitemap(capture)) ? sitemapOf(capture) : noSitemap(capture)
}

const noSitemap = ({ input }: Capture): Refusal => ({
  input,
  code: 'malformed',
  says: 'a sitemap was expected here, and this is none',
})
