import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, toDocument } from '../draft.ts'
import { draftFromHtml, html } from './html.ts'

const paragraphs = [
  'The northern gate of the Marlow canal stayed shut on Monday after divers found a crack in its lower hinge, the port office said.',
  'Eleven barges were waiting upstream by the evening. Their skippers were told to expect a delay of at least two days, and perhaps four.',
  'According to the <a href="/reports/hinge">harbour engineer</a>, the hinge was last replaced in 1998 &amp; inspected every spring since.',
]

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en-GB"><head><title>Canal gate shut after crack found | The Marlow Courier</title>${head}</head>
  <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <main><article><h1>Canal gate shut after crack found</h1>${body}</article></main>
  <footer><p>Copyright The Marlow Courier. All rights reserved.</p></footer></body></html>`

const story = page(paragraphs.map((words) => `<p>${words}</p>`).join('\n'))

function read(markup: string, about: Partial<Draft> = {}) {
  const draft = draftFromHtml(markup, { id: 'a', input: 'a.html', ...about })
  if ('code' in draft) throw new Error(`${draft.code}: ${draft.says}`)
  const document = toDocument(draft)
  if ('code' in document) throw new Error(document.code)
  return document
}

describe('the report in a page', () => {
  it('is its headline and paragraphs, without menus and footers', () => {
    expect(read(story).text).toBe(
      [
        'Canal gate shut after crack found',
        'The northern gate of the Marlow canal stayed shut on Monday after divers found a crack in its lower hinge, the port office said.',
        'Eleven barges were waiting upstream by the evening. Their skippers were told to expect a delay of at least two days, and perhaps four.',
        'According to the harbour engineer, the hinge was last replaced in 1998 & inspected every spring since.',
      ].join('\n\n'),
    )
  })

  it('keeps list items, line breaks and table rows on lines of their own', () => {
    const { text } = read(
      page(`<p>${paragraphs[0]}</p><ul><li>Gate one stays open to small boats and to the ferry at all hours</li><li>Gate two stays shut until the hinge has been replaced</li></ul>
        <p>Call the office<br>before noon, it said in a note that it sent to every skipper on the canal on Monday evening after the meeting.</p>
        <table><tr><th>Day</th><th>Barges waiting upstream</th></tr><tr><td>Monday</td><td>11</td></tr></table><p>${paragraphs[1]}</p><p>${paragraphs[2]}</p>`),
    )
    expect(text).toContain('- Gate one stays open to small boats and to the ferry at all hours\n- Gate two stays shut')
    expect(text).toContain('Call the office\nbefore noon')
  })

  it('leaves captions out', () => {
    const { text } = read(
      page(
        `<p>${paragraphs[0]}</p><figure><img src="x.jpg"><figcaption>The crack. Photo: A. Diver</figcaption></figure><p>${paragraphs[1]}</p><p>${paragraphs[2]}</p>`,
      ),
    )
    expect(text).not.toContain('A. Diver')
  })

  it('is found in a page that has no paragraphs, only lines in a box', () => {
    expect(read(`<body><div>${paragraphs.join('<br><br>')}</div></body>`).text).toContain(
      'Eleven barges were waiting upstream',
    )
  })

  it('is found where the head of the page was never closed', () => {
    expect(read(story.replace('</head>', '')).text).toBe(read(story).text)
  })

  it('is taken from the metadata where scripts would have built the page', () => {
    const articleBody = `${paragraphs[0]}\n\n${paragraphs[1]} It said &quot;no more&quot;.`
    const shell = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Gate shut', articleBody })}</script><div id="root">Loading</div>`
    expect(read(shell)).toMatchObject({
      text: `Gate shut\n\n${paragraphs[0]}\n\n${paragraphs[1]} It said "no more".`,
      map: [],
    })
  })

  it('comes with the way back to the markup', () => {
    const markup = page(paragraphs.map((words) => `<p>${words.replace('hinge', 'hin&shy;ge')}</p>`).join('\n'))
    const { text, map } = read(markup)
    for (const { text: span, raw } of map) {
      const [words, source] = [text.slice(span.start, span.end), markup.slice(raw.start, raw.end)]
      expect([words, '&amp;', '&shy;', '\n'].some((spelling) => spelling === source)).toBe(true)
    }
    const covered = map.reduce((sum, { text: span }) => sum + span.end - span.start, 0)
    expect(covered).toBeGreaterThan(0.98 * text.length)
  })

  it('comes with its links and the words that carry them', () => {
    const { links, text } = read(story, { url: 'https://courier.example/canal/gate' })
    expect(links).toEqual([
      { url: 'https://courier.example/reports/hinge', words: expect.objectContaining({ quote: 'harbour engineer' }) },
    ])
    for (const { words } of links) expect(text.slice(words?.start, words?.end)).toBe(words?.quote)
  })
})

describe('what a page says of itself', () => {
  const jsonLd = (thing: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...thing })}</script>`
  const body = paragraphs.map((words) => `<p>${words}</p>`).join('')

  it.each([
    [
      'JSON-LD',
      jsonLd({ '@type': 'NewsArticle', datePublished: '2024-03-12T09:10:00+01:00' }),
      '',
      '2024-03-12T09:10:00+01:00',
    ],
    [
      'JSON-LD in a graph',
      jsonLd({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'NewsArticle', datePublished: '2024-03-12' }] }),
      '',
      '2024-03-12',
    ],
    [
      'JSON-LD with a line end in a string',
      '<script type="application/ld+json">{"@type":"NewsArticle","description":"two\nlines","datePublished":"2024-03-12",}</script>',
      '',
      '2024-03-12',
    ],
    [
      'a property',
      '<meta property="article:published_time" content="2024-03-12T08:00:00Z">',
      '',
      '2024-03-12T08:00:00Z',
    ],
    ['a name', '<meta name="DC.date.issued" content="2024-03-12">', '', '2024-03-12'],
    ['an itemprop', '', '<meta itemprop="datePublished" content="2024-03-12 08:00">', '2024-03-12T08:00'],
    ['a time element', '', '<time class="published" datetime="2024-03-12T08:00">yesterday</time>', '2024-03-12T08:00'],
    ['words under the headline', '', '<p class="x">Published: 12 March 2024</p>', '2024-03-12'],
    ['words in German', '', '<p class="x">Veröffentlicht am 12. März 2024</p>', '2024-03-12'],
    ['nothing: no date is made up', '', '', undefined],
  ])('publication date from %s', (_, head, above, published) => {
    expect(read(page(above + body, head)).published).toBe(published)
  })

  it('reads the date of its address', () => {
    expect(read(story, { url: 'https://courier.example/2024/03/12/canal-gate' }).published).toBe('2024-03-12')
  })

  it('tells a later change from publication', () => {
    const head = jsonLd({ '@type': 'NewsArticle', datePublished: '2024-03-12', dateModified: '2024-03-14' })
    expect(read(page(body, head))).toMatchObject({ published: '2024-03-12', updated: '2024-03-14' })
  })

  it('names author, outlet and language', () => {
    const head = `<meta property="og:site_name" content="The Marlow Courier"><meta name="author" content="By Ada Quill">`
    expect(read(page(body, head))).toMatchObject({
      byline: 'Ada Quill',
      publisher: 'The Marlow Courier',
      language: 'en',
      title: 'Canal gate shut after crack found',
    })
  })

  it('falls back on the domain for the outlet', () => {
    expect(read(story, { url: 'https://news.marlowcourier.co.uk/gate' }).publisher).toBe('marlowcourier.co.uk')
  })

  it('is overruled by what is known from elsewhere', () => {
    const known = { title: 'Gate', publisher: 'Wire', byline: 'B. Nib', published: '2020-01-01', language: 'fr' }
    expect(read(story, known)).toMatchObject(known)
  })
})

describe('damage and attack', () => {
  const code = (markup: string) => {
    const draft = draftFromHtml(markup, { id: 'a', input: 'a.html' })
    return 'code' in draft ? draft.code : 'read'
  }
  const flat = paragraphs.map((words) => `<p>${words}</p>`).join('')

  it.each([
    ['an empty page', '', 'no-text'],
    [
      'only scripts',
      '<html><script>document.write("<p>hello there</p>")</script><noscript>Please enable scripts</noscript></html>',
      'no-text',
    ],
    ['ten thousand nested boxes', `${'<div>'.repeat(10_000)}${flat}${'</div>'.repeat(10_000)}`, 'read'],
    ['a hundred thousand nested boxes', `${'<div>'.repeat(100_000)}${flat}`, 'too-deep'],
    ['tags that are never closed', `${'<table><tr><td><b><i>'.repeat(300)}${flat}`, 'read'],
    ['a million opening brackets', '<'.repeat(1_000_000), 'no-text'],
    ['JSON-LD of brackets', `${flat}<script type="application/ld+json">${'['.repeat(200_000)}</script>`, 'read'],
    [
      'JSON-LD of blanks',
      `${flat}<script type="application/ld+json">{"a": 1${' '.repeat(400_000)}x${' '.repeat(400_000)}</script>`,
      'read',
    ],
    ['an author without end', `<meta name="author" content="${'a.'.repeat(400_000)}">${flat}`, 'read'],
    ['a long row of figures', `${flat}<p class="date">${'1/1/'.repeat(100_000)}</p>`, 'read'],
    ['a flood of links', `${flat}${'<a href="/x">x</a> '.repeat(50_000)}`, 'read'],
  ])(
    '%s',
    (_, markup, expected) => {
      expect(code(markup)).toBe(expected)
    },
    20_000,
  )

  it('a page of 5 MB', () => {
    expect(code(page(flat.repeat(13_000)))).toBe('read')
  }, 20_000)

  it('lets no script or handler through', () => {
    const { text, links } = read(
      page(
        `<p onclick="alert(1)">${paragraphs[0]}<script>alert('pwned')</script></p><p><a href="javascript:alert(1)">click</a> ${paragraphs[1]}</p><p>${paragraphs[2]}<img src=x onerror=alert(1)></p>`,
      ),
    )
    expect(text).not.toMatch(/alert|pwned|</)
    expect(links.map(({ url }) => url)).not.toContainEqual(expect.stringMatching(/^javascript/))
  })

  it('never throws, whatever the markup', () => {
    const scraps = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="a',
      '">',
      '<table><td>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&amp;',
      '&#x0;',
      '<script>',
      '</script>',
      '<a href=',
      'Some words. ',
      '\u0000',
      '\ud800',
      '<svg><title>',
      '<br>',
      '<li>',
      '</html>',
    )
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
        const draft = draftFromHtml(parts.join(''), { id: 'a', input: 'a' })
        return 'code' in draft || toDocument(draft) !== undefined
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('is told from other files by its name or its first words', () => {
    const capture = (input: string, text: string, mediaType?: string) => ({
      input,
      bytes: new TextEncoder().encode(text),
      url: undefined,
      mediaType,
    })
    expect(html.accepts(capture('a.html', 'x'))).toBe(true)
    expect(html.accepts(capture('page', ' <!DOCTYPE html><p>x'))).toBe(true)
    expect(html.accepts(capture('notes.txt', 'About <html> tags'))).toBe(false)
    expect(html.accepts(capture('a', '{}', 'application/json'))).toBe(false)
  })
})
