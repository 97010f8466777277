import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { openTestWeb, type Route, type TestWeb } from '../../../test/fixtures/test-web.ts'
import { openFetcher } from '../../adapters/web/fetcher.ts'
import type { Fetcher } from '../../ports/fetcher.ts'
import type { Store } from '../../ports/store.ts'
import { looker } from './look.ts'
import { openCollection } from './open.ts'
import { follow, lookOnce } from './watch.ts'

let folder = ''
let store: Store
let web: TestWeb
let fetcher: Fetcher
let clock = 0
let told: string[] = []
const acting = { by: 'ana', now: () => new Date(clock).toISOString() }

/** What the server has, changed by the tests. */
let houses = 40
let summary = 'Flood water in Mayo…'
let isDown = false
let marks: Readonly<Record<string, string>> = {}
/** Whether the page is told by its `ETag`, or differs in a remark every time. */
let isMarked = false

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-look-'))
  clock = Date.UTC(2026, 1, 2, 9)
  told = []
  houses = 40
  summary = 'Flood water in Mayo…'
  isDown = false
  marks = {}
  isMarked = false
})
afterEach(async () => {
  await fetcher.close()
  await web.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

const host = 'courier.example'

/** Answers 304 to who has it already, where the list is told by a mark. */
const list =
  (mediaType: string, text: () => string): Route =>
  (request, response) => {
    const { etag } = marks
    if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': mediaType, ...marks }).end(text())
  }

const feedOf = (links: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>${links
    .map(
      (link, i) => `<item><title>Flood in Mayo</title><link>${web.at(`${host}${link}`)}</link><guid>g${i}</guid>
        <pubDate>Mon, 02 Feb 2026 08:00:00 GMT</pubDate><description>${summary}</description></item>`,
    )
    .join('')}</channel></rss>`

const page: Route = (request, response) => {
  const etag = `"${houses}"`
  if (isDown) response.writeHead(500).end()
  else if (isMarked && request.headers['if-none-match'] === etag) response.writeHead(304).end()
  else
    response
      .writeHead(200, { 'content-type': 'text/html', ...(isMarked ? { etag } : {}) })
      .end(`<html lang="en"><head><title>Flood in Mayo</title></head><body><article><h1>Flood in Mayo</h1>
      <p>Flood water destroyed ${houses} houses in Mayo on Monday, Mayo fire brigade said. The lower town was empty.</p>
      </article></body></html>${isMarked ? '' : `<!-- ${web.pages.length} -->`}`)
}

async function followed(path: string, links: readonly string[] = ['/flood'], more: Record<string, Route> = {}) {
  web = await openTestWeb({
    [host]: {
      '/feed': list('application/rss+xml', () => feedOf(links)),
      '/sitemap.xml': list(
        'application/xml',
        () =>
          `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${web.at(`${host}/flood`)}</loc>
           <lastmod>2026-02-02</lastmod></url></urlset>`,
      ),
      '/flood': page,
      '/link': (_, response) => void response.writeHead(302, { location: '/flood' }).end(),
      ...more,
    },
  })
  store = await openCollection(join(folder, 'c.db'))
  fetcher = openFetcher({ allowPrivate: true, pace: 1, resolve: web.resolve })
  await follow(store, web.at(`${host}${path}`), '15 minutes', acting)
}

/** So many looks, a quarter of an hour after another, each as if the program had been started for it. */
async function looks(times: number): Promise<number> {
  let failed = 0
  for (let i = 0; i < times; i++) {
    const look = looker(store, fetcher, undefined, () => clock)
    const tell = (says: string): void => void told.push(says.replace(/:\d+\//, '/'))
    failed += await lookOnce({ store, acting, look, messengers: [], tell, sleep: async () => false })
    clock += 15 * 60_000
  }
  return failed
}

const timesAsked = (path: string): number => web.pages.filter((asked) => asked === `${host}${path}`).length
const texts = async (): Promise<readonly string[]> =>
  (await all(store.documents())).map(({ document: { text } }) => /\d+ houses/.exec(text)?.[0] ?? text)

describe('pages that a followed list leads to', () => {
  it.each(['/feed', '/sitemap.xml'])('are looked at again though %s is as it was', async (path) => {
    marks = { etag: '"1"' }
    await followed(path)
    await looks(1)
    houses = 400
    await looks(4)
    expect([timesAsked(path), timesAsked('/flood'), await texts()]).toEqual([5, 2, ['400 houses']])
    expect((await store.counts()).versions).toBe(2)
  })

  it.each([['/flood'], ['/link']])(
    'are asked once an hour for three days, by whatever process, where the link is %s',
    async (link) => {
      await followed('/feed', [link])
      await looks(20)
      expect([timesAsked('/flood'), await store.counts()]).toEqual([5, expect.objectContaining({ documents: 1 })])
      clock += 4 * 86_400_000
      await looks(8)
      expect(timesAsked('/flood')).toBe(5)
    },
  )

  it.each(['/feed', '/sitemap.xml'])('are asked whether they have changed (%s)', async (path) => {
    isMarked = true
    await followed(path)
    await looks(9)
    const asked = web.requests
      .filter((request) => request.path === '/flood')
      .map(({ headers }) => headers['if-none-match'])
    expect(asked).toEqual([undefined, '"40"', '"40"'])
  })

  it('are asked once more, and not for ever, when their summary changes', async () => {
    await followed('/feed')
    await looks(1)
    clock += 4 * 86_400_000
    summary = 'Flood water has gone from Mayo…'
    await looks(8)
    expect(timesAsked('/flood')).toBe(2)
  })

  it('are asked again later where they could not be had, and their entry stands for them until then', async () => {
    marks = { etag: '"1"' }
    isDown = true
    await followed('/feed')
    await looks(1)
    expect([timesAsked('/flood'), await texts()]).toEqual([1, ['Flood in Mayo\n\nFlood water in Mayo…']])
    isDown = false
    await looks(3)
    expect(timesAsked('/flood')).toBe(1)
    await looks(1)
    expect([timesAsked('/flood'), await texts()]).toEqual([2, ['40 houses']])
  })

  it.each([['/flood'], ['/link']])(
    'are not replaced by their entry when they are away for a while (%s)',
    async (link) => {
      await followed('/feed', [link])
      await looks(1)
      isDown = true
      summary = 'Water in Mayo…'
      await looks(5)
      expect([await texts(), (await store.counts()).versions]).toEqual([['40 houses'], 1])
      expect(told.filter((line) => line.endsWith('0 new, 0 in a new version, 1 refused'))).toHaveLength(2)
    },
  )

  it('are asked once where several entries link to them', async () => {
    await followed('/feed', ['/flood', '/flood'])
    await looks(2)
    expect([timesAsked('/flood'), await texts()]).toEqual([1, ['40 houses']])
  })

  it('are none of a page that is followed itself', async () => {
    isMarked = true
    await followed('/flood')
    await looks(2)
    houses = 400
    await looks(1)
    expect([timesAsked('/flood'), (await store.counts()).versions]).toEqual([3, 2])
    expect((await store.follows())[0]?.says).toBe('0 new, 1 in a new version')
  })

  it('are fetched anew where the list is as it was but was never kept', async () => {
    marks = { etag: '"1"' }
    await followed('/sitemap.xml')
    const [known] = await store.follows()
    if (known) await store.write((writing) => writing.keepFollow({ ...known, etag: '"1"' }))
    await looks(1)
    expect([timesAsked('/sitemap.xml'), timesAsked('/flood'), await texts()]).toEqual([2, 1, ['40 houses']])
  })
})
