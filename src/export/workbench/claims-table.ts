import type { Report } from '../../model/report.ts'
import { csvRow } from '../csv/csv.ts'
import { lookup, nameOf } from '../view/lookup.ts'

/** The claims of a report as CSV (RFC 4180), in the order of the report. */
export function claimsTable(report: Report): string {
  const held = lookup(report)
  const rows = report.claims.map((claim) =>
    csvRow([
      claim.statements[0] ?? claim.id,
      claim.gist,
      claim.documents,
      claim.independent,
      claim.paths,
      claim.notEstablished,
      claim.origins.map((node) => nameOf(held, node)).join('; '),
      claim.credibility,
      [...new Set((held.findings.get(claim.id) ?? []).map(({ kind }) => kind))].join('; '),
    ]),
  )
  return [csvRow(columns), ...rows].map((row) => `${row}\r\n`).join('')
}

const columns = [
  'claim',
  'gist',
  'reports',
  'independent origins',
  'paths',
  'not established',
  'origins',
  'credibility',
  'findings',
]
