import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Capture } from '../capture.ts'
import { readCapture } from '../readers.ts'
import { isSitemap } from './accepts.ts'
import { sitemapOf, sitemapsNamedIn } from './sitemap.ts'

const capture = (text: string | Uint8Array, input = 'https://courier.example/sitemap.xml'): Capture => ({
  input,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(text),
  url: input,
  mediaType: undefined,
})

const urlset = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inside}</urlset>`

describe('a sitemap', () => {
  it('lists pages with their last change', () => {
    expect(
      sitemapOf(
        capture(
          urlset(`<url><loc> https://courier.example/gate?a=1&amp;b=2 </loc><lastmod>2025-03-12T09:10:00+01:00</lastmod></url>
          <url><loc><![CDATA[https://courier.example/lock]]></loc><lastmod>2025-03-11</lastmod><priority>0.5</priority></url>
          <url><loc>https://courier.example/log</loc></url>`),
        ),
      ),
    ).toEqual({
      lists: 'pages',
      entries: [
        { url: 'https://courier.example/gate?a=1&b=2', modified: '2025-03-12T09:10:00+01:00' },
        { url: 'https://courier.example/lock', modified: '2025-03-11' },
        { url: 'https://courier.example/log', modified: undefined },
      ],
    })
  })

  it('of news tells when a report was published, and of pictures only the page that shows them', () => {
    expect(
      sitemapOf(
        capture(
          urlset(`<url><image:image><image:loc>https://courier.example/gate.jpg</image:loc></image:image><loc>https://courier.example/gate</loc>
          <news:news><news:publication><news:name>Courier</news:name></news:publication>
          <news:publication_date>2025-03-12</news:publication_date><news:title>Gate shut</news:title></news:news></url>`),
        ),
      ),
    ).toEqual({ lists: 'pages', entries: [{ url: 'https://courier.example/gate', modified: '2025-03-12' }] })
  })

  it('under any prefix, and an index, are known', () => {
    expect(
      sitemapOf(
        capture(
          '<s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:sitemap><s:loc>https://courier.example/march.xml.gz</s:loc><s:lastmod>2025-03</s:lastmod></s:sitemap></s:sitemapindex>',
        ),
      ),
    ).toEqual({
      lists: 'sitemaps',
      entries: [{ url: 'https://courier.example/march.xml.gz', modified: '2025-03' }],
    })
  })

  it('packed is unpacked', async () => {
    const packed = capture(
      gzipSync(urlset('<url><loc>https://courier.example/gate</loc></url>')),
      'https://courier.example/s.xml.gz',
    )
    expect(await isSitemap(packed)).toBe(true)
    expect(sitemapOf(packed)).toMatchObject({ entries: [{ url: 'https://courier.example/gate' }] })
  })

  it('that unpacks to far more than it should is refused', () => {
    const bomb = capture(gzipSync(new Uint8Array(60_000_000)), 'https://courier.example/s.xml.gz')
    expect(sitemapOf(bomb)).toMatchObject({ code: 'too-large' })
  })

  it('gives what stands before and around damage', () => {
    const damaged = `${urlset('<url><loc>https://courier.example/a</loc></url><url><loc>nonsense</loc></url><url><loc>file:///etc/passwd</loc></url><url><loc>https://courier.example/b</loc></url>')}<url><loc>https://cour`
    expect(sitemapOf(capture(damaged.replace('</urlset>', '')))).toMatchObject({
      entries: [{ url: 'https://courier.example/a' }, { url: 'https://courier.example/b' }],
    })
  })

  it('never has its own entities expanded', () => {
    const bomb = `<!DOCTYPE urlset [<!ENTITY a "https://courier.example/aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${urlset('<url><loc>&b;</loc></url><url><loc>https://courier.example/&x;</loc></url>')}`
    const { entries } = sitemapOf(capture(bomb)) as { entries: readonly { url: string }[] }
    expect(entries.map(({ url }) => url).join(' ')).not.toMatch(/aaaa|root:/)
  })

  it('is read no further than the protocol allows, and quickly whatever is in it', () => {
    const begun = performance.now()
    const long = sitemapOf(capture(urlset('<url><loc>https://courier.example/a</loc></url>'.repeat(60_000))))
    expect('entries' in long && long.entries.length).toBe(50_000)
    for (const hostile of ['<url>', '<loc>', '<url><loc>a', '</url>', '<a ', '<!--', '&amp;'])
      sitemapOf(capture(urlset(hostile.repeat(1_000_000 / hostile.length))))
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

it.each([
  [urlset(''), true],
  ['<html><body>urlset</body></html>', false],
  ['<rss><channel><title>urlset</title></channel></rss>', false],
  ['The <urlset> was cut.', false],
])('%j is a sitemap: %s', async (text, expected) => {
  expect(await isSitemap(capture(text))).toBe(expected)
})

it('given as a file is refused with the way to its pages', async () => {
  expect(await readCapture(capture(urlset(''), 'sitemap.xml'))).toMatchObject({
    documents: [],
    refusals: [{ input: 'sitemap.xml', code: 'no-text', says: expect.stringContaining('give its own address') }],
  })
})

it('is named by a robots.txt', () => {
  expect(
    sitemapsNamedIn(
      'User-agent: *\nSITEMAP: https://courier.example/a.xml\n sitemap : https://courier.example/b.xml # news\nSitemap: /c.xml\n#Sitemap: https://courier.example/d.xml',
    ),
  ).toEqual(['https://courier.example/a.xml', 'https://courier.example/b.xml'])
})
