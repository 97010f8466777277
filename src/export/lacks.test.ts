import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noted } from '../../test/fixtures/noted.ts'
import type { Report } from '../model/report.ts'
import { claimReviews } from './claimreview/claimreview.ts'
import { statementsCsv } from './csv/statements.ts'
import { ftmLines } from './ftm/ftm.ts'
import { gexf } from './graph/gexf.ts'
import { graphml } from './graph/graphml.ts'
import { jsonReport } from './json/json.ts'
import { provJson } from './prov/prov-json.ts'
import { stixBundle } from './stix/stix.ts'
import { webAnnotations } from './web-annotation/web-annotation.ts'
import { sheetsOf } from './xlsx/xlsx.ts'

/** One of everything that a report may hold, under a word that is found again, and what its page calls it where the form has no place for it. */
const parts = {
  note: /\b[Nn]otes\b/,
  hedge: /\b[Hh]edges?\b/,
  refusal: /\b[Rr]efus(?:als|ed)\b/,
  text: /\b[Tt]exts?\b/,
  finding: /\b[Ff]indings?\b/,
  evidence: /\b[Dd]erivations?\b/,
  passage: /\b[Pp]assages\b/,
  series: /\b[Ss]eries\b/,
  grade: /\b[Gg]rades\b/,
  time: /\b[Tt]imes\b/,
} as const
type Part = keyof typeof parts
const mark = (part: Part): string => `zz${part}zz`

const writers: Readonly<Record<string, (report: Report) => string>> = {
  csv: (report) => [...statementsCsv(report)].join(''),
  xlsx: (report) => JSON.stringify(sheetsOf(report).map(({ rows }) => [...rows])),
  stix: (report) => [...stixBundle(report)].join(''),
  ftm: (report) => [...ftmLines(report)].join(''),
  'web-annotation': (report) => [...webAnnotations(report)].join(''),
  claimreview: (report) => [...claimReviews(report)].join(''),
  prov: (report) => [...provJson(report)].join(''),
  graphml: (report) => [...graphml(report)].join(''),
  gexf: (report) => [...gexf(report)].join(''),
}

describe.each(Object.entries(writers))('%s', (name, write) => {
  const page = readFileSync(`docs/export/${name}.md`, 'utf8')
  const [, lacking = ''] = page.split('## What it cannot carry')
  const written = write(marked())

  it.each(Object.entries(parts))('carries every %s, or says on its page that it does not', (part, word) => {
    // GEXF is the graph of GraphML, and says so.
    const said = name === 'gexf' ? `${lacking}${graphPage()}` : lacking
    expect(written.includes(mark(part as Part)) || word.test(said)).toBe(true)
  })
})

it('is tried with a report that has all of it', () => {
  for (const part of Object.keys(parts)) expect(jsonReport(marked(), { text: true })).toContain(mark(part as Part))
})

const graphPage = (): string => readFileSync('docs/export/graphml.md', 'utf8').split('## What it cannot carry')[1] ?? ''

function marked(): Report {
  const report = noted()
  const [claim] = report.claims
  return {
    ...report,
    documents: report.documents.map((one) => ({ ...one, text: `${one.text}\n\nThe end, ${mark('text')}.` })),
    sources: report.sources.map((one) => ({ ...one, grade: { letter: 'B', reason: mark('grade') } })),
    statements: report.statements.map((one) => ({
      ...one,
      hedges: [{ start: one.start, end: one.end, quote: mark('hedge'), rule: `hedges/${mark('hedge')}` }],
      times: [{ start: one.start, end: one.end, quote: mark('time'), value: mark('time'), type: 'DATE' }],
    })),
    derivations: report.derivations.map((one) => ({
      ...one,
      evidence: [{ ...one.evidence[0], quote: mark('evidence') }],
    })),
    findings: report.findings.map((one) => ({ ...one, says: mark('finding'), claim: claim?.id ?? null })),
    series: report.series.map((one) => ({ ...one, unit: mark('series') })),
    passages: [
      { document: 'a2', from: 'a1', start: 0, end: 9, fromStart: 0, fromEnd: 9, [mark('passage')]: true } as never,
    ],
    annotations: (report.annotations ?? []).map((one) => ({ ...one, text: mark('note') })),
    refusals: [{ input: mark('refusal'), code: 'no-text', says: mark('refusal') }],
  }
}
