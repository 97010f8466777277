import { inFindingOrder } from '../findings/findings.ts'
import { mostNoteworthyFirst } from '../findings/report-parts.ts'
import type { Derivation } from '../model/derivation.ts'
import type { Refusal } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Coverage, Report, ReportDocument, Series } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import { addTo } from '../text/listed.ts'
import { byCodeUnit } from '../text/order.ts'
import { ended } from '../text/steps.ts'
import { withDecisions } from './decided.ts'
import type { InForce } from './in-force.ts'
import { byNumberOf, joiningOutlines, outlineOf } from './outline.ts'
import { withSources } from './sources.ts'

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
  const { sources, sourceIds, claimIds } = ended(joiningOutlines(reports.map(outlineOf)))
  const named = reports.map((report, i) => asJoined(report, sourceIds[i] ?? new Map(), claimIds[i] ?? []))
  return sideBySide(named, sources, refusals)
}

/** A report on one pile with the ids that its voices and claims have beside other piles. */
function asJoined(report: Report, sourceIds: ReadonlyMap<string, string>, claimIds: readonly string[]): Report {
  const ids = new Map(report.claims.map(({ id }, place) => [id, claimIds[place] ?? id]))
  return renumbered(withSources(report, sourceIds), ids)
}

/**
 * One pile as a part of the answer on several: what is in it is called as there, and comes in the same order.
 *
 * @param sources those of all piles
 */
export function partOf(
  report: Report,
  sourceIds: ReadonlyMap<string, string>,
  claimIds: readonly string[],
  sources: ReadonlyMap<string, Source>,
): Report {
  const own = [...new Set(sourceIds.values())].sort(byCodeUnit).flatMap((id) => sources.get(id) ?? [])
  return sideBySide([asJoined(report, sourceIds, claimIds)], own, [])
}

/** Reports whose ids are apart, side by side. */
function sideBySide(named: readonly Report[], sources: readonly Source[], refusals: readonly Refusal[]): Report {
  const documents = named.flatMap((report) => report.documents).sort((a, b) => byCodeUnit(a.id, b.id))
  const statements = inOrderOf(
    documents,
    named.flatMap((report) => report.statements),
    ({ document }) => document,
  )
  const findings = inFindingOrder(named.flatMap((report) => report.findings))
  const claims = mostNoteworthyFirst(
    named.flatMap((report) => report.claims),
    statements,
    findings,
  )
  const derivations = inOrderOf(
    documents,
    named.flatMap((report) => report.derivations),
    ({ to }) => to,
    byUpstream,
  )
  return {
    schema: 'headwater/report@1',
    documents,
    sources,
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
