import { read } from './extract/read.ts'
import type { Document, Refusal } from './model/document.ts'
import type { Report } from './model/report.ts'

/** From documents to the answer: who first said what, how many independent origins it has, how it changed on the way. */
export function trace(documents: readonly Document[], refusals: readonly Refusal[] = []): Report {
  const readings = documents.map(read)
  return {
    schema: 'headwater/report@1',
    documents: [],
    sources: [],
    statements: [],
    claims: [],
    derivations: [],
    series: [],
    findings: [],
    refusals,
    coverage: { documents: readings.length, statements: 0, unread: 0, languages: {} },
  }
}
