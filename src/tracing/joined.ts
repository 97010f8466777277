import { inFindingOrder } from '../findings/findings.ts'
import { mostNoteworthyFirst } from '../findings/report-parts.ts'
import type { Refusal } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Claim, Coverage, Report, ReportStatement, Series } from '../model/report.ts'
import { byCodeUnit } from '../text/order.ts'
import { withDecisions } from './decided.ts'
import type { InForce } from './in-force.ts'
import { sourcesApart, withSources } from './sources.ts'

/** The reports on several piles as one, with what people put on it. */
export const joined = (
  reports: readonly Report[],
  refusals: readonly Refusal[],
  decisions: readonly InForce[] = [],
): Report => withDecisions(asOne(reports, refusals), decisions)

/** No claim, derivation or finding spans two piles; a voice may be heard in several. */
function asOne(reports: readonly Report[], refusals: readonly Refusal[]): Report {
  const [only] = reports
  if (only && reports.length === 1) return { ...only, refusals }
  const apart = sourcesApart(reports)
  const named = withClaims(reports.map((report, i) => withSources(report, apart.idsIn[i] ?? new Map())))
  const statements = named.flatMap((report) => report.statements).sort(byDocument)
  const findings = inFindingOrder(named.flatMap((report) => report.findings))
  return {
    schema: 'headwater/report@1',
    documents: named.flatMap((report) => report.documents).sort((a, b) => byCodeUnit(a.id, b.id)),
    sources: apart.sources,
    statements,
    claims: mostNoteworthyFirst(
      named.flatMap((report) => report.claims),
      statements,
      findings,
    ),
    derivations: named
      .flatMap((report) => report.derivations)
      .sort((a, b) => byCodeUnit(a.to, b.to) || byCodeUnit(a.from, b.from)),
    series: named.flatMap((report) => report.series).sort((a, b) => byNumberOf(a.claim, b.claim)),
    findings,
    refusals,
    coverage: named.map((report) => report.coverage).reduce(plus, nothing),
    passages: named.flatMap((report) => report.passages ?? []),
  }
}

/** Statements stay in the order of their document; documents go by id. */
const byDocument = (a: ReportStatement, b: ReportStatement): number => byCodeUnit(a.document, b.document)

/** Claim ids of all reports anew: `c1` is the most widely stated of all. */
function withClaims(reports: readonly Report[]): readonly Report[] {
  const ranked = reports
    .flatMap((report, pile) => report.claims.map((claim) => ({ claim, pile })))
    .sort((a, b) => byImportance(a.claim, b.claim) || a.pile - b.pile || byNumberOf(a.claim.id, b.claim.id))
  const ids = reports.map(() => new Map<string, string>())
  ranked.forEach(({ claim, pile }, i) => {
    ids[pile]?.set(claim.id, `c${i + 1}`)
  })
  return reports.map((report, pile) => renumbered(report, ids[pile] ?? new Map()))
}

function renumbered(report: Report, ids: ReadonlyMap<string, string>): Report {
  const id = (claim: string): string => ids.get(claim) ?? claim
  const idOf = <Id extends string | null>(claim: Id): Id | string => (claim === null ? claim : id(claim))
  return {
    ...report,
    statements: report.statements.map((one) => ({ ...one, claim: idOf(one.claim) })),
    claims: report.claims.map((one) => ({ ...one, id: id(one.id) })),
    series: report.series.map((one): Series => ({ ...one, claim: id(one.claim), claims: one.claims.map(id) })),
    findings: report.findings.map((one): Finding => ({ ...one, claim: idOf(one.claim) })),
  }
}

const byImportance = (a: Claim, b: Claim): number =>
  b.documents - a.documents || b.statements.length - a.statements.length || byCodeUnit(firstOf(a), firstOf(b))

const firstOf = ({ statements }: Claim): string => statements[0] ?? ''

const nothing: Coverage = { documents: 0, statements: 0, unread: 0, languages: {} }

const plus = (a: Coverage, b: Coverage): Coverage => ({
  documents: a.documents + b.documents,
  statements: a.statements + b.statements,
  unread: a.unread + b.unread,
  languages: Object.fromEntries(
    [...new Set([...Object.keys(a.languages), ...Object.keys(b.languages)])]
      .sort(byCodeUnit)
      .map((language) => [language, (a.languages[language] ?? 0) + (b.languages[language] ?? 0)]),
  ),
})

/** "c9" before "c10". */
const byNumberOf = (a: string, b: string): number => a.length - b.length || byCodeUnit(a, b)
