import { describe, expect, it } from 'vitest'
import { feed } from './feed.ts'

const capture = (text: string, input = 'news.xml') => ({
  input,
  bytes: new TextEncoder().encode(text),
  url: undefined,
  mediaType: undefined,
})
const read = (text: string, input?: string) => feed.read(capture(text, input))

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Marlow Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Gate shut</title><link>https://courier.example/gate</link><guid isPermaLink="false">courier-17</guid>
<pubDate>Tue, 12 Mar 2024 09:10:00 +0100</pubDate><dc:creator>Ada Quill</dc:creator>
<description>&lt;p&gt;The gate stays &lt;b&gt;shut&lt;/b&gt;.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The gate stays shut, the office said.</p><p>Eleven barges wait. See <a href="/log">the log</a>.</p>]]></content:encoded></item>
<item><title>Caf&eacute; opens &amp;amp; closes</title><description>A caf&#233; on the quay.</description></item>
</channel></rss>`

describe('entries of a feed', () => {
  it('are documents in feed order, with everything that RSS says of them', () => {
    const { documents } = read(rss)
    expect(documents.map(({ id, input }) => [id, input])).toEqual([
      ['news-1', 'news.xml#1'],
      ['news-2', 'news.xml#2'],
    ])
    expect(documents[0]).toMatchObject({
      title: 'Gate shut',
      text: 'Gate shut\n\nThe gate stays shut, the office said.\n\nEleven barges wait. See the log.',
      url: 'https://courier.example/gate',
      guid: 'courier-17',
      published: '2024-03-12T09:10:00+01:00',
      byline: 'Ada Quill',
      publisher: 'The Marlow Courier',
      summary: 'The gate stays shut.',
      language: 'en',
      links: [{ url: 'https://courier.example/log', words: { quote: 'the log' } }],
    })
    expect(documents[1]?.text).toBe('Café opens & closes\n\nA café on the quay.')
  })

  it('are read from Atom, whichever way their text is packed', () => {
    const { documents } =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/a/"><title>Wire</title>
      <entry><id>tag:wire.example,2024:1</id><title type="html">Ferry &lt;i&gt;stops&lt;/i&gt;</title><link rel="alternate" href="ferry"/>
      <published>2024-03-12T09:10:00Z</published><updated>2024-03-13T10:00:00Z</updated><author><name>B. Nib</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry stops.</p><p>No date was given.</p></div></content></entry>
      <entry><title>Plain</title><summary type="text">5 &lt; 6, they said</summary></entry></feed>`)
    expect(documents[0]).toMatchObject({
      title: 'Ferry stops',
      text: 'Ferry stops\n\nThe ferry stops.\n\nNo date was given.',
      url: 'https://wire.example/a/ferry',
      guid: 'tag:wire.example,2024:1',
      published: '2024-03-12T09:10:00Z',
      updated: '2024-03-13T10:00:00Z',
      byline: 'B. Nib',
    })
    expect(documents[1]?.text).toBe('Plain\n\n5 < 6, they said')
  })

  it('are read from RDF under any prefix', () => {
    const { documents } =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:zz="http://purl.org/dc/elements/1.1/">
      <channel><title>Log</title></channel><item rdf:about="https://log.example/1"><title>One</title><zz:date>2024-03-12</zz:date></item></rdf:RDF>`)
    expect(documents[0]).toMatchObject({ title: 'One', url: 'https://log.example/1', published: '2024-03-12' })
  })

  it('are read from JSON Feed', () => {
    const { documents } = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Quay notes',
        items: [
          {
            id: 7,
            url: 'https://quay.example/7',
            title: 'Tide',
            content_html: '<p>High at <b>noon</b>.</p>',
            date_published: '2024-03-12T09:10:00Z',
            authors: [{ name: 'C. Ink' }],
          },
        ],
      }),
      'quay.json',
    )
    expect(documents[0]).toMatchObject({
      guid: '7',
      text: 'Tide\n\nHigh at noon.',
      byline: 'C. Ink',
      publisher: 'Quay notes',
      published: '2024-03-12T09:10:00Z',
    })
  })

  it.each([
    ['<author>ada@courier.example (Ada Quill)</author>', 'Ada Quill (ada@courier.example)'],
    ['<author>Ada Quill &lt;ada@courier.example&gt;</author>', 'Ada Quill (ada@courier.example)'],
    ['<author>ada@courier.example</author>', 'ada@courier.example'],
    ['<dc:creator>Ada Quill (Marlow)</dc:creator>', 'Ada Quill (Marlow)'],
    ['<author><name>Ada Quill</name><email>ada@courier.example</email></author>', 'Ada Quill (ada@courier.example)'],
    ['<author><uri>https://courier.example/</uri></author>', undefined],
  ])('name their author with the address that is given: %s', (author, byline) => {
    expect(read(`<rss><channel><item><title>T</title>${author}</item></channel></rss>`).documents[0]?.byline).toBe(
      byline,
    )
  })

  it('give the title of a drawing and the signs of a formula', () => {
    const { documents } = read(
      '<rss><channel><item><title>T</title><description>&lt;svg width="2"&gt;&lt;title&gt;Tides&lt;/title&gt;&lt;circle/&gt;&lt;/svg&gt;&lt;p&gt;&lt;mi&gt;a&lt;/mi&gt;&lt;mo&gt;+&lt;/mo&gt;&lt;mi&gt;b&lt;/mi&gt;&lt;/p&gt;</description></item></channel></rss>',
    )
    expect(documents[0]?.text).toBe('T\n\nTides\n\na + b')
  })

  it('are documents even where they show no words', () => {
    expect(read('<rss><channel><item><link>https://a.example/1</link></item></channel></rss>').documents).toMatchObject(
      [{ text: '', url: 'https://a.example/1' }],
    )
  })
})

describe('damaged and hostile feeds', () => {
  it('give what stands before the damage', () => {
    const cut = rss.slice(0, rss.indexOf('</item>\n</channel>') - 30)
    expect(read(cut).documents[0]?.title).toBe('Gate shut')
  })

  it('are read with unclosed and crossed elements', () => {
    const { documents } = read(
      '<rss><channel><item><title>A<b>B</title><description>x & y</item><item><title>C</title></rss>',
    )
    expect(documents.map(({ title }) => title)).toEqual(['AB', 'C'])
  })

  it('never expand entities of a document type', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>Loud</title><description>&b; &c;</description></item></channel></rss>`
    const { documents } = read(bomb)
    expect(documents[0]?.title).toBe('Loud')
    expect(documents[0]?.text).not.toMatch(/haha|root:/)
  })

  it('let no script through', () => {
    const { documents } = read(
      '<rss><channel><item><title>T&lt;script&gt;alert(1)&lt;/script&gt;</title><description><![CDATA[ok<script>alert(2)</script><img src=x onerror=alert(3)>]]></description></item></channel></rss>',
    )
    expect(documents[0]?.text).toBe('T\n\nok')
  })

  it.each([
    ['no feed at all', '<note>hello</note>', 'malformed'],
    ['a feed without entries', '<rss><channel><title>x</title></channel></rss>', 'no-text'],
    ['JSON that is no feed', '{"a": 1}', 'malformed'],
  ])('%s is refused by name', (_, text, code) => {
    expect(read(text).refusals).toMatchObject([{ input: 'news.xml', code }])
  })
})

it('accepts feeds by their first element, and no other XML or page', () => {
  expect(feed.accepts(capture(rss, 'whatever'))).toBe(true)
  expect(feed.accepts(capture('<!-- made by hand --><feed></feed>', 'x'))).toBe(true)
  expect(feed.accepts(capture('<html><body><rss></body></html>', 'x'))).toBe(false)
  expect(feed.accepts(capture('The <feed> was cut.', 'notes.txt'))).toBe(false)
})

it.each([
  [rss, true],
  ['\ufeff<!-- by hand --><feed xmlns="http://www.w3.org/2005/Atom"></feed>', true],
  ['<html><body><rss></body></html>', false],
  ['<rssfeeds>none</rssfeeds>', false],
  ['{"version": "https://jsonfeed.org/version/1.1"}', false],
])('knows a feed that its server calls a web page: %j is one: %s', (text, expected) => {
  expect(feed.accepts({ ...capture(text, 'x'), mediaType: 'text/html' })).toBe(expected)
})
