import { inFindingOrder } from '../findings/findings.ts'
import { mostNoteworthyFirst } from '../findings/report-parts.ts'
import type { Derivation } from '../model/derivation.ts'
import type { Refusal } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Claim, Coverage, Report, ReportDocument, Series } from '../model/report.ts'
import { addTo } from '../text/listed.ts'
import { byCodeUnit } from '../text/order.ts'
import { ended, type Steps } from '../text/steps.ts'
import { withDecisions } from './decided.ts'
import type { InForce } from './in-force.ts'
import { sourcesApart, withSources } from './sources.ts'

/** The reports on several piles as one, with what people put on it. */
export const joined = (
  reports: readonly Report[],
  refusals: readonly Refusal[],
  decisions: readonly InForce[] = [],
): Report => ended(joining(reports, refusals, decisions))

/** As `joined`, step by step: the report on a large collection takes seconds. */
export function* joining(
  reports: readonly Report[],
  refusals: readonly Refusal[],
  decisions: readonly InForce[] = [],
): Steps<Report> {
  return withDecisions(yield* asOne(reports, refusals), decisions)
}

/** No claim, derivation or finding spans two piles; a voice may be heard in several. */
function* asOne(reports: readonly Report[], refusals: readonly Refusal[]): Steps<Report> {
  const [only] = reports
  if (only && reports.length === 1) return { ...only, refusals }
  const apart = sourcesApart(reports)
  yield
  const ids = claimIds(reports)
  const named: Report[] = []
  for (const [i, report] of reports.entries()) {
    named.push(renumbered(withSources(report, apart.idsIn[i] ?? new Map()), ids[i] ?? new Map()))
    yield
  }
  const documents = named.flatMap((report) => report.documents).sort((a, b) => byCodeUnit(a.id, b.id))
  yield
  const statements = inOrderOf(
    documents,
    named.flatMap((report) => report.statements),
    ({ document }) => document,
  )
  yield
  const findings = inFindingOrder(named.flatMap((report) => report.findings))
  yield
  const claims = mostNoteworthyFirst(
    named.flatMap((report) => report.claims),
    statements,
    findings,
  )
  yield
  const derivations = inOrderOf(
    documents,
    named.flatMap((report) => report.derivations),
    ({ to }) => to,
    byUpstream,
  )
  yield
  return {
    schema: 'headwater/report@1',
    documents,
    sources: apart.sources,
    statements,
    claims,
    derivations,
    series: named.flatMap((report) => report.series).sort((a, b) => byNumberOf(a.claim, b.claim)),
    findings,
    refusals,
    coverage: named.map((report) => report.coverage).reduce(plus, nothing),
    passages: named.flatMap((report) => report.passages ?? []),
  }
}

/** What belongs to documents, in the order of these; of one document in its own order, or in a given one. */
function inOrderOf<T>(
  documents: readonly ReportDocument[],
  things: readonly T[],
  documentOf: (thing: T) => string,
  order?: (a: T, b: T) => number,
): readonly T[] {
  const lists = new Map<string, T[]>(documents.map(({ id }) => [id, []]))
  for (const thing of things) addTo(lists, documentOf(thing), thing)
  return [...lists.values()].flatMap((list) => (order ? list.sort(order) : list))
}

const byUpstream = (a: Derivation, b: Derivation): number => byCodeUnit(a.from, b.from)

/** Claim ids of all reports anew: `c1` is the most widely stated of all. */
function claimIds(reports: readonly Report[]): readonly ReadonlyMap<string, string>[] {
  const ranked = reports
    .flatMap((report, pile) => report.claims.map((claim) => ({ claim, pile })))
    .sort((a, b) => byImportance(a.claim, b.claim) || a.pile - b.pile || byNumberOf(a.claim.id, b.claim.id))
  const ids = reports.map(() => new Map<string, string>())
  ranked.forEach(({ claim, pile }, i) => {
    ids[pile]?.set(claim.id, `c${i + 1}`)
  })
  return ids
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
