import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonReport } from '../../src/export/json/json.ts'
import { markdownReport } from '../../src/export/markdown/markdown.ts'
import { terminalReport } from '../../src/export/terminal/terminal.ts'
import { exampleStories, traceExample } from '../example-reports.ts'

/** The whole program on whole stories. On a difference `name-changed.*` is written beside the golden file, for the eye. */
describe.each(exampleStories)('the story %s', async (story) => {
  const report = await traceExample(story)

  it.each([
    ['md', () => markdownReport(report)],
    ['txt', () => terminalReport(report, { width: 100, colour: false })],
    ['json', () => jsonReport(report)],
  ])('is told as before (%s)', (ending, write) => {
    expectGolden(`test/stories/${story}.${ending}`, write())
  })

  it('is told without the words the program never uses of a claim', () => {
    const own = [
      ...report.findings.map(({ says }) => says),
      ...report.claims.map(({ credibilityReason }) => credibilityReason),
    ]
    const unquoted = own.map((says) => says.replace(/[“"][^”"]*[”"]/g, ''))
    expect(unquoted.filter((says) => /\b(?:true|false|verified|debunked)\b/i.test(says))).toEqual([])
  })

  it('quotes what stands in the documents', () => {
    const texts = new Map(report.documents.map(({ id, text }) => [id, text]))
    const quotes = [
      ...report.statements.map(({ document, start, end, quote }) => ({ document, start, end, quote })),
      ...report.derivations.flatMap(({ evidence }) => evidence),
      ...report.claims.flatMap(({ trails }) => trails.flatMap(({ hops }) => hops)),
    ]
    expect(quotes.length).toBeGreaterThan(50)
    expect(
      quotes.filter(({ document, start, end, quote }) => texts.get(document)?.slice(start, end) !== quote),
    ).toEqual([])
  })
})

function expectGolden(path: string, text: string): void {
  const changed = path.replace(/(\.\w+)$/, '-changed$1')
  if (existsSync(path) && readFileSync(path, 'utf8') === text) {
    rmSync(changed, { force: true })
  } else if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(path, text)
    rmSync(changed, { force: true })
  } else {
    writeFileSync(changed, text)
    expect.fail(
      `${path} differs; compare it with ${changed}, and rewrite it with UPDATE_GOLDEN=1 if the change is right`,
    )
  }
}
