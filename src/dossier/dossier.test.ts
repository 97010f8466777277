import { describe, expect, it } from 'vitest'
import { glassworks } from '../../test/fixtures/glassworks.ts'
import { hostile } from '../../test/fixtures/hostile.ts'
import { large } from '../../test/fixtures/large.ts'
import { lookup } from '../export/view/lookup.ts'
import type { Report } from '../model/report.ts'
import { splitSentences } from '../text/sentences.ts'
import { badges } from './badges.ts'
import { htmlDossier } from './dossier.tsx'
import { html } from './markup.ts'
import { slug } from './slug.ts'

const client = { script: 'void 0', style: 'body{}' }

describe('the dossier', () => {
  it('opens with the story in one sentence of figures', () => {
    expect(words(htmlDossier(glassworks(), client))).toContain(
      '9 reports by 8 outlets, no claim with more than 2 independent origins',
    )
  })

  it('allows itself nothing but its own script and style', () => {
    const page = htmlDossier(glassworks(), client)

    // printf 'void 0' | openssl dgst -sha256 -binary | base64
    expect(page).toContain(
      'default-src &#39;none&#39;; script-src &#39;sha256-yyjq/GGlTvm0YhdkNx72uPxcwaIXqWZBYZftmpA6pYU=&#39;',
    )
    expect(page).not.toMatch(/\b(?:src|action|formaction|data|poster|srcset)="/)
  })

  it('holds every word of every report', () => {
    const page = words(htmlDossier(glassworks(), client)).replace(/\s+/g, ' ')
    const missing = glassworks()
      .documents.flatMap(({ text }) => text.split('\n\n'))
      .flatMap((paragraph) =>
        splitSentences(paragraph, { start: 0, end: paragraph.length }).map(({ start, end }) =>
          paragraph.slice(start, end),
        ),
      )
      .filter((sentence) => !page.includes(sentence))

    expect(missing).toEqual([])
  })

  it('names the origin of a sentence in its margin, with the way it came', () => {
    const skerry = words(part(htmlDossier(glassworks(), client), 'id="d-a3"', '</article>'))

    expect(skerry).toMatch(/NC\s*Marta Lind\s*via Baltic Wire, Norrvik Courier/)
    expect(skerry).toContain('words shared with Baltic Wire')
  })

  it('tints the passages that alignment found, and names where they stood before', () => {
    const report = glassworks()
    const copy = 'industry watchers say'
    const start = report.documents.find(({ id }) => id === 'a4')?.text.indexOf(copy) ?? 0
    const passages = [{ document: 'a4', from: 'a1', start, end: start + copy.length, fromStart: 0, fromEnd: 5 }]
    const pulse = part(htmlDossier({ ...report, passages }, client), 'id="d-a4"', '</article>')

    expect(pulse).toContain(`<span class="copied h1">${copy}</span>`)
    expect(words(pulse)).toContain('words shared with Norrvik Courier')
  })

  it('links every statement upstream, to a place that exists', () => {
    const page = htmlDossier(glassworks(), client)
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const dead = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))

    expect(dead).toEqual([])
  })

  it('has a place for a statement that stands inside another one', () => {
    const report = glassworks()
    const [outer] = report.statements
    if (!outer) throw new Error('the story has no statement')
    const inner = { ...outer, id: 'inner', start: outer.start + 4, quote: outer.quote.slice(4) }

    expect(htmlDossier({ ...report, statements: [...report.statements, inner] }, client)).toContain(' id="s-inner"')
  })

  it('gives no two things one id', () => {
    const ids = [...htmlDossier(glassworks(), client).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('prints hostile words as words', () => {
    const page = htmlDossier(hostile(), client)

    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<style/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img|<b>|<i>|href="javascript|[\u202A-\u202E\u2066-\u2069]/)
  })

  it('asks for no style but its own, which its policy forbids', () => {
    expect(htmlDossier(glassworks(), client)).not.toMatch(/\sstyle=/)
  })

  it('draws the river twice, for a page and for a telephone, with what is stated, inferred and a bottleneck told apart', () => {
    const river = part(htmlDossier(glassworks(), client), '<figure class="river"', '</figure>')

    expect(river.match(/<svg class="river-drawing/g)).toHaveLength(2)
    expect(river).toMatch(/class="flow stated /)
    expect(river).toMatch(/class="flow inferred /)
    expect(river).toMatch(/class="river-box report bottleneck"/)
    expect(river).toContain('href="#d-a3"')
  })

  it('draws reports of two events as two rivers', () => {
    expect(htmlDossier(large(2, 6), client).match(/<figure class="river"/g)).toHaveLength(2)
  })

  it('gives no two voices the same letters', () => {
    const letters = badges(lookup(glassworks())).all.map((badge) => badge.letters)

    expect(new Set(letters).size).toBe(letters.length)
    expect(letters).toContain('NC')
    expect(letters).toContain('N2')
  })

  it('never judges a claim', () => {
    expect(words(htmlDossier(glassworks(), client))).not.toMatch(/\b(true|false|verified|debunked)\b/i)
  })

  it('is the same bytes every time', () => {
    expect(htmlDossier(glassworks(), client)).toBe(htmlDossier(glassworks(), client))
  })

  it('is written for a report about nothing', () => {
    const nothing: Report = {
      ...glassworks(),
      documents: [],
      statements: [],
      claims: [],
      derivations: [],
      series: [],
      findings: [],
    }

    expect(words(htmlDossier(nothing, client))).toContain('Nothing was read.')
  })

  it('is written within seconds for four hundred claims', () => {
    const started = performance.now()
    htmlDossier(large(5, 80), client)

    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('is written within seconds where everybody cites everybody', () => {
    const report = large(10, 6)
    const ids = report.documents.map(({ id }) => id)
    const [pattern] = report.derivations
    if (!pattern) throw new Error('the story has no derivation')
    const derivations = ids.flatMap((from) => ids.map((to) => ({ ...pattern, from, to })))
    const started = performance.now()
    const page = htmlDossier({ ...report, derivations }, client)

    expect(performance.now() - started).toBeLessThan(10_000)
    // One row for each day, so that eight thousand derivations are a few hundred lines, drawn for a page and for a telephone.
    expect(page.match(/class="flow /g)?.length ?? 0).toBeLessThan(1_200)
    expect(page).toContain('river-box day')
  })

  it('is written within seconds for a report with one sentence of a million marks', () => {
    const report = glassworks()
    const text = '"a '.repeat(333_333)
    const documents = report.documents.map((document) =>
      document.id === 'a8' ? { ...document, title: null, text } : document,
    )
    const started = performance.now()
    htmlDossier({ ...report, documents }, client)

    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('markup', () => {
  it.each([
    ['<b>', '&#60;b&#62;'],
    ['"\'`', '&#34;&#39;&#96;'],
    ['a & b', 'a &#38; b'],
  ])('escapes %s', (text, escaped) => {
    expect(html`${text}`.html).toBe(escaped)
  })

  it('makes ids of anything, each its own', () => {
    expect(slug('a/1 "x"')).toBe('a_2f1_20_22x_22')
  })
})

function words(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>|<title>[^<]*<\/title>/g, '')
    .replace(/<\/?(?:p|div|li|h\d|td|th|dt|dd|section|small|summary|br)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, code, name) =>
      name ? (named[name] ?? '') : String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(code)),
    )
}

function part(page: string, from: string, to: string): string {
  const start = page.indexOf(from)
  return page.slice(start, page.indexOf(to, start))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
