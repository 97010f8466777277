import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import type { Report } from '../../model/report.ts'
import { escapeMarkdown, linkMarkdown } from './escape.ts'
import { markdownReport } from './markdown.ts'

describe('markdown report', () => {
  it('has a row for every claim and a section of its own', () => {
    const report = markdownReport(glassworks())

    expect(report).toContain(
      '| 1 | Halvar will dismiss about 340 workers in Norrvik | 7 | 2 | changed on the way, disputed |',
    )
    expect(report).toContain('### 6. A buyer from abroad has offered 12 million euros')
  })

  it('emphasises the words that changed', () => {
    expect(markdownReport(glassworks())).toContain('“the main furnace <b>may be</b> switched off <b>in April</b>”')
  })

  it('prints hostile words and nothing else', () => {
    const html = marked.parse(markdownReport(hostile()), { async: false })

    expect(html).not.toMatch(/<script|<img|<h1>[^<]*owned|="javascript:|<a href="http:\/\/evil|href="mailto|<em>x/)
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('escaping for Markdown', () => {
  it.each([
    ['*bold* _it_', '\\*bold\\* \\_it\\_'],
    ['[x](http://evil.example)', '\\[x\\](http:<!-- -->//evil.example)'],
    ['a | b', 'a \\| b'],
    ['line\n# owned', 'line \\# owned'],
  ])('%j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it.each([['javascript:alert(1)'], ['data:text/html,x'], ['file:///etc/passwd'], ['not an address']])(
    'makes no link of %s',
    (url) => {
      expect(linkMarkdown('words', url)).toBe('words')
    },
  )
})

function hostile(): Report {
  const report = glassworks()
  const words =
    '<script>alert(1)</script> *x* ![i](http://evil.example/i.png) | [l](javascript:alert(1)) a@evil.example\n\n# owned'
  return {
    ...report,
    claims: report.claims.map((claim) => ({ ...claim, gist: words, credibilityReason: words })),
    documents: report.documents.map((document) => ({
      ...document,
      title: words,
      publisher: words,
      url: 'javascript:alert(1)',
    })),
    sources: report.sources.map((source) => ({ ...source, name: words })),
    findings: report.findings.map((finding) => ({ ...finding, says: words })),
    statements: report.statements.map((statement) => ({ ...statement, quote: words })),
  }
}
