import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Report, ReportStatement } from '../../src/model/report.ts'
import { traceExample } from '../example-reports.ts'
import { type GoldStory, gold } from './gold.ts'

/** What the program reaches on the example stories, per cent. Raised by hand when it gets better, never lowered without saying why. */
const floors = JSON.parse(readFileSync('test/evaluation/floors.json', 'utf8')) as Readonly<Record<string, number>>

describe('the example stories, against what a careful reader finds', async () => {
  const counts = new Map<string, { right: number; of: number }>()
  for (const story of gold) judge(story, await traceExample(story.story), counts)

  it.each(Object.entries(floors))('%s: at least %i per cent', (name, floor) => {
    const { right, of } = counts.get(name) ?? { right: 0, of: 1 }
    expect((100 * right) / of, `${right} of ${of}`).toBeGreaterThanOrEqual(floor)
  })
})

function judge(story: GoldStory, report: Report, counts: Map<string, { right: number; of: number }>): void {
  const add = (name: string, right: boolean, what: string) => {
    const count = counts.get(name) ?? { right: 0, of: 0 }
    counts.set(name, { right: count.right + (right ? 1 : 0), of: count.of + 1 })
    if (!right && process.env.SHOW_MISSES === '1') console.log(`${story.story}: ${name}: ${what}`)
  }
  const claimOf = new Map<string, string | undefined>()
  for (const { claim, statements, independent } of story.claims) {
    const found = statements.map(([document, words]) => ({
      document,
      words,
      statement: statementAt(report, document, words),
    }))
    for (const { document, words, statement } of found)
      add('statements found', statement !== undefined, `${document}: ${words}`)
    const main = majority(found.map(({ statement }) => statement?.claim ?? undefined))
    claimOf.set(claim, main)
    for (const { document, words, statement } of found)
      add(
        'statements in their claim',
        main !== undefined && statement?.claim === main,
        `${claim}: ${document}: ${words}`,
      )
    const counted = report.claims.find(({ id }) => id === main)?.independent
    add('independent origins', counted === independent, `${claim}: ${counted}, should be ${independent}`)
  }
  for (const [a, b] of story.apart)
    add('look-alikes apart', claimOf.get(a) !== claimOf.get(b) || claimOf.get(a) === undefined, `${a} / ${b}`)
  for (const [document, words, aspect] of story.drifts) {
    const to = statementAt(report, document, words)?.id
    add(
      'drifts',
      report.findings.some((finding) => finding.kind === 'drift' && finding.aspect === aspect && finding.to === to),
      `${document}: ${words}: ${aspect}`,
    )
  }
  for (const claim of story.conflicts)
    add(
      'conflicts',
      report.findings.some((finding) => finding.kind === 'conflict' && finding.claim === claimOf.get(claim)),
      claim,
    )
  for (const [from, to] of story.derivations)
    add(
      'derivations',
      report.derivations.some((edge) => edge.from === from && edge.to === to),
      `${from} > ${to}`,
    )
}

/** The smallest statement that holds the words. */
function statementAt(report: Report, document: string, words: string): ReportStatement | undefined {
  const text = report.documents.find(({ id }) => id === document)?.text ?? ''
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`"${words}" does not stand in ${document}`)
  const shared = ({ start, end }: ReportStatement) => Math.min(end, at + words.length) - Math.max(start, at)
  return report.statements
    .filter((statement) => statement.document === document && shared(statement) >= words.length / 2)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}

function majority(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
