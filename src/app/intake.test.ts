import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { answers, openTestWeb, type Route, type TestWeb } from '../../test/fixtures/test-web.ts'
import type { Fetcher } from '../ports/fetcher.ts'
import { intakeOf, openInputs } from './intake.ts'
import type { WebOptions } from './web.ts'

const open: TestWeb[] = []

afterEach(async () => {
  for (const web of open.splice(0)) await web.close()
})

/** One host, reached by its number: the host that is no name needs no resolver. */
async function webOf(routes: (at: (path: string) => string) => Readonly<Record<string, Route>>) {
  const hosts: Record<string, Readonly<Record<string, Route>>> = {}
  const web = await openTestWeb(hosts)
  open.push(web)
  const at = (path: string): string => web.at(`127.0.0.1${path}`)
  hosts['127.0.0.1'] = routes(at)
  return { web, at }
}

async function taken(inputs: readonly string[], options: WebOptions = {}) {
  const documents = []
  const refusals = []
  const captures = new Map<string, string>()
  for await (const intake of intakeOf(inputs, Readable.from([]), { allowPrivate: true, pace: 0, ...options })) {
    for (const document of intake.documents) {
      documents.push(document)
      captures.set(document.id, intake.capture?.input ?? 'none')
    }
    refusals.push(...intake.refusals)
  }
  return { documents, refusals, captures, titles: documents.map(({ title }) => title) }
}

const sentence =
  'The northern gate of the canal stayed shut on Monday while eleven barges waited outside, the port office said. '

const page = (title: string, more = ''): string =>
  `<html lang="en"><head><title>${title}</title>${more}</head><body><article><h1>${title}</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</article></body></html>`

const item = (title: string, link: string, more = ''): string =>
  `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">id-${title}</guid>${more}</item>`

const rss = (items: string): Route =>
  answers(
    200,
    { 'content-type': 'application/rss+xml' },
    `<rss version="2.0"><channel><title>The Marlow Courier</title>${items}</channel></rss>`,
  )

describe('addresses among the inputs', () => {
  it('are read in their place, between files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-web-'))
    const file = join(folder, 'note.txt')
    writeFileSync(file, `Note from the quay\n\n${sentence}`)
    const { at } = await webOf(() => ({ '/gate': page('Gate shut'), '/lock': page('Lock open') }))
    const { documents, titles, captures } = await taken([at('/gate'), file, at('/lock')])
    rmSync(folder, { recursive: true })
    expect(titles).toEqual(['Gate shut', 'Note from the quay', 'Lock open'])
    expect(documents[0]).toMatchObject({ id: 'gate', input: at('/gate'), url: at('/gate') })
    expect(captures.get('gate')).toBe(at('/gate'))
  })

  it('that cannot be had are refused by name, and the rest goes on', async () => {
    const { at } = await webOf(() => ({ '/lock': page('Lock open') }))
    const { titles, refusals } = await taken([at('/gone'), 'ftp://courier.example/', 'http://[', at('/lock')])
    expect(titles).toEqual(['Lock open'])
    expect(refusals.map(({ input, code }) => [input, code])).toEqual([
      [at('/gone'), 'http-error'],
      ['ftp://courier.example/', 'unsupported'],
      ['http://[', 'malformed'],
    ])
  })

  it('inside a private network are refused where nobody allowed them', async () => {
    const { web, at } = await webOf(() => ({ '/gate': page('Gate shut') }))
    const { refusals } = await taken([at('/gate')], { allowPrivate: false })
    expect(refusals).toMatchObject([{ code: 'forbidden-address', says: expect.stringContaining('--allow-private') }])
    expect(web.connections()).toBe(0)
  })

  it('are known by the address that the page calls its own', async () => {
    const { at } = await webOf((at) => ({
      '/gate?from=mail': page('Gate shut', `<link rel="canonical" href="${at('/gate')}">`),
    }))
    const { documents } = await taken([at('/gate?from=mail')])
    expect(documents[0]).toMatchObject({ input: at('/gate?from=mail'), url: at('/gate') })
  })

  it('are fetched by a fetcher that is open already, which stays open', async () => {
    let closed = false
    const fetcher: Fetcher = {
      fetch: async (input) => ({ input, code: 'robots', says: 'stay away' }),
      close: async () => {
        closed = true
      },
    }
    const { refusals } = await taken(['https://courier.example/gate'], { fetcher })
    expect(refusals).toMatchObject([{ code: 'robots' }])
    expect(closed).toBe(false)
  })

  it('can be opened without being read', async () => {
    const { at } = await webOf(() => ({ '/gate': page('Gate shut') }))
    for await (const opened of openInputs([at('/gate')], Readable.from([]), { allowPrivate: true }))
      expect(opened).toMatchObject({ input: at('/gate'), retrieval: { status: 200 } })
  })
})

describe('a feed', () => {
  it('brings the pages of entries that are only summaries, in its own order', async () => {
    const { web, at } = await webOf((at) => ({
      '/rss': rss(
        item(
          'Gate shut',
          at('/gate'),
          '<description>The gate stays shut.</description><pubDate>Wed, 12 Mar 2025 09:10:00 GMT</pubDate>',
        ) +
          item(
            'Whole report',
            at('/whole'),
            `<description><![CDATA[${`<p>${sentence.repeat(4)}</p>`.repeat(4)}]]></description>`,
          ) +
          item('Lock open', at('/lock'), `<description>${sentence.repeat(12)} Read more…</description>`),
      ),
      '/gate': page('Gate shut at Marlow'),
      '/lock': page('Lock open at Marlow'),
      '/whole': page('Not fetched'),
    }))
    const { documents, titles, refusals, captures } = await taken([at('/rss')])
    expect(titles).toEqual(['Gate shut at Marlow', 'Whole report', 'Lock open at Marlow'])
    expect(documents[0]).toMatchObject({
      input: at('/gate'),
      url: at('/gate'),
      guid: 'id-Gate shut',
      summary: 'The gate stays shut.',
      published: '2025-03-12T09:10:00Z',
    })
    expect(documents[0]?.text).toContain('eleven barges waited')
    expect([...captures.values()]).toEqual([at('/gate'), at('/rss'), at('/lock')])
    expect(refusals).toEqual([])
    expect(web.pages).not.toContain('127.0.0.1/whole')
  })

  it('keeps an entry whose page cannot be had or says less, and names the page', async () => {
    const { at } = await webOf((at) => ({
      '/robots.txt': answers(200, {}, 'User-agent: *\nDisallow: /private'),
      '/rss': rss(
        item('Gone', at('/gone'), '<description>It was short.</description>') +
          item('Withheld', at('/private/a'), '<description>It was short, too.</description>') +
          item('Consent', at('/consent'), `<description>${sentence.repeat(3)}…</description>`),
      ),
      '/consent': '<title>Consent</title><p>We value your privacy, and so do our 812 partners in this.</p>',
    }))
    const { titles, refusals, documents } = await taken([at('/rss')])
    expect(titles).toEqual(['Gone', 'Withheld', 'Consent'])
    expect(documents[0]?.text).toBe('Gone\n\nIt was short.')
    expect(refusals.map(({ input, code }) => [input, code])).toEqual([
      [at('/gone'), 'http-error'],
      [at('/private/a'), 'robots'],
      [at('/consent'), 'no-text'],
    ])
  })

  it('is followed to its newest entries only, as many as are wanted', async () => {
    const { web, at } = await webOf((at) => ({
      '/rss': rss(
        ['10', '12', '11', '09']
          .map((day) => item(`Day ${day}`, at(`/${day}`), `<pubDate>${day} Mar 2025 09:00:00 GMT</pubDate>`))
          .join('') + item('Undated', at('/undated')),
      ),
      '/12': page('Twelve'),
      '/11': page('Eleven'),
    }))
    const { titles, refusals } = await taken([at('/rss')], { most: 2 })
    expect(titles).toEqual(['Day 10', 'Twelve', 'Eleven', 'Day 09', 'Undated'])
    expect(refusals).toEqual([])
    expect(web.pages).toEqual(['127.0.0.1/rss', '127.0.0.1/12', '127.0.0.1/11'])
  })

  it('that names itself as its entry ends there', async () => {
    const { web, at } = await webOf((at) => ({
      '/rss': rss(item('Again', at('/rss')) + item('And again', at('/rss'))),
    }))
    const { titles } = await taken([at('/rss')])
    expect(titles).toEqual(['Again', 'And again'])
    expect(web.pages).toHaveLength(3)
  })

  it('cannot lead inside', async () => {
    const { at } = await webOf((at) => ({
      '/rss': rss(
        item('Keys', 'http://169.254.169.254/latest/meta-data/') +
          item('File', 'file:///etc/passwd') +
          item('Gate', at('/gate')),
      ),
      '/gate': page('Gate shut'),
    }))
    const { titles, refusals } = await taken([at('/rss')])
    expect(titles).toEqual(['Keys', 'File', 'Gate shut'])
    expect(refusals).toMatchObject([{ input: 'http://169.254.169.254/latest/meta-data/', code: 'forbidden-address' }])
  })
})

describe('a sitemap', () => {
  const listed = (path: string, modified: string): string =>
    `<url><loc>${path}</loc><lastmod>${modified}</lastmod></url>`
  const urlset = (inside: string): string =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inside}</urlset>`

  it('brings its newest pages, newest first', async () => {
    const { at } = await webOf((at) => ({
      '/sitemap.xml': answers(
        200,
        { 'content-type': 'application/xml' },
        urlset(
          listed(at('/old'), '2024-01-01') +
            listed(at('/gate'), '2025-03-12T01:00:00+02:00') +
            listed(at('/lock'), '2025-03-11T23:30:00Z'),
        ),
      ),
      '/gate': page('Gate shut'),
      '/lock': page('Lock open'),
      '/old': page('Long ago'),
    }))
    expect((await taken([at('/sitemap.xml')], { most: 2 })).titles).toEqual(['Lock open', 'Gate shut'])
    expect((await taken([at('/sitemap.xml')])).titles).toEqual(['Lock open', 'Gate shut', 'Long ago'])
  })

  it('that is an index is followed to its newest sitemaps, packed or not, also from a robots.txt', async () => {
    const { web, at } = await webOf((at) => ({
      '/robots.txt': answers(
        200,
        { 'content-type': 'text/plain' },
        `User-agent: *\nAllow: /\nSitemap: ${at('/index.xml')}`,
      ),
      '/index.xml': `<sitemapindex><sitemap><loc>${at('/2024.xml')}</loc><lastmod>2024-12-31</lastmod></sitemap><sitemap><loc>${at('/march.xml.gz')}</loc><lastmod>2025-03-12</lastmod></sitemap><sitemap><loc>${at('/index.xml')}</loc></sitemap></sitemapindex>`,
      '/march.xml.gz': answers(
        200,
        { 'content-type': 'application/gzip' },
        gzipSync(urlset(listed(at('/gate'), '2025-03-12'))),
      ),
      '/2024.xml': urlset(listed(at('/old'), '2024-12-31')),
      '/gate': page('Gate shut'),
      '/old': page('Long ago'),
    }))
    expect((await taken([at('/robots.txt')], { most: 1 })).titles).toEqual(['Gate shut'])
    expect(web.pages).not.toContain('127.0.0.1/2024.xml')
    expect((await taken([at('/robots.txt')])).titles).toEqual(['Gate shut', 'Long ago'])
  })

  it('without a date in its index may hold anything, and is opened', async () => {
    const { at } = await webOf((at) => ({
      '/index.xml': `<sitemapindex><sitemap><loc>${at('/a.xml')}</loc></sitemap><sitemap><loc>${at('/b.xml')}</loc></sitemap></sitemapindex>`,
      '/a.xml': urlset(listed(at('/old'), '2024-12-31')),
      '/b.xml': urlset(listed(at('/gate'), '2025-03-12')),
      '/gate': page('Gate shut'),
    }))
    expect((await taken([at('/index.xml')], { most: 1 })).titles).toEqual(['Gate shut'])
  })

  it('that leads in a circle, or is none, ends', async () => {
    const { at } = await webOf((at) => ({
      '/a.xml': `<sitemapindex><sitemap><loc>${at('/b.xml')}</loc></sitemap><sitemap><loc>${at('/page')}</loc></sitemap></sitemapindex>`,
      '/b.xml': `<sitemapindex><sitemap><loc>${at('/a.xml')}</loc></sitemap></sitemapindex>`,
      '/page': page('No sitemap'),
    }))
    const { titles, refusals } = await taken([at('/a.xml')])
    expect(titles).toEqual([])
    expect(refusals).toMatchObject([{ input: at('/page'), code: 'malformed' }])
  })
})
