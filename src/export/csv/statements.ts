import type { Report } from '../../model/report.ts'
import { csvRow } from './csv.ts'

const columns = [
  'statement',
  'claim',
  'gist',
  'report',
  'publisher',
  'published',
  'url',
  'start',
  'end',
  'quote',
  'certainty',
  'sources',
  'figures',
  'of',
  'unit',
  'low',
  'high',
  'independent origins of the claim',
  'reports of the claim',
  'credibility',
  'findings',
] as const

/** The statements of a report, one line each, claims in the order of the report; lines end as RFC 4180 wants. */
export function* statementsCsv(report: Report): Generator<string> {
  const documents = new Map(report.documents.map((document) => [document.id, document]))
  const names = new Map(report.sources.map(({ id, name }) => [id, name]))
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]))
  const places = new Map(report.claims.map(({ id }, i) => [id, i]))
  const findings = new Map<string, Set<string>>()
  for (const { claim, kind } of report.findings)
    if (claim !== null) findings.set(claim, (findings.get(claim) ?? new Set()).add(kind))
  const place = (claim: string | null): number => places.get(claim ?? '') ?? places.size
  yield `${csvRow(columns)}\r\n`
  for (const statement of [...report.statements].sort((a, b) => place(a.claim) - place(b.claim))) {
    const document = documents.get(statement.document)
    const claim = claims.get(statement.claim ?? '')
    const [figure] = statement.figures
    yield `${csvRow([
      statement.id,
      statement.claim,
      claim?.gist ?? null,
      statement.document,
      document?.publisher ?? null,
      document?.published ?? null,
      document?.url ?? null,
      statement.start,
      statement.end,
      statement.quote,
      statement.certainty,
      statement.attribution.map(({ source }) => names.get(source) ?? source).join(' ← '),
      statement.figures.map(({ quote }) => quote).join('; '),
      figure?.of ?? null,
      figure?.unit ?? null,
      figure?.low ?? null,
      figure?.high ?? null,
      claim?.independent ?? null,
      claim?.documents ?? null,
      claim?.credibility ?? null,
      [...(findings.get(statement.claim ?? '') ?? [])].sort().join('; '),
    ])}\r\n`
  }
}
