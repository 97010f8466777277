import { isRead } from '../language/read-languages.ts'
import type { Document } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Reading } from '../model/reading.ts'
import type { Claim, CopiedPassage, Coverage, ReportDocument, ReportStatement } from '../model/report.ts'
import type { Taking } from '../provenance/rewriting/copied.ts'
import { byCodeUnit } from '../text/order.ts'

/** A document as the report lists it. */
export const describe = (document: Document): ReportDocument => ({
  id: document.id,
  title: document.title ?? null,
  publisher: document.publisher ?? null,
  byline: document.byline ?? null,
  published: document.published ?? null,
  url: document.url ?? null,
  language: document.language,
  sha256: document.sha256,
  words: document.text.split(/\s+/u).filter((word) => word !== '').length,
  text: document.text,
})

/** How much was read, and what was not. */
export function coverageOf(readings: readonly Reading[], statements: readonly ReportStatement[]): Coverage {
  const languages: Record<string, number> = {}
  for (const { document } of [...readings].sort((a, b) => byCodeUnit(a.document.language, b.document.language)))
    languages[document.language] = (languages[document.language] ?? 0) + 1
  return {
    documents: readings.length,
    statements: statements.length,
    unread: readings.filter(({ document }) => !isRead(document.language)).length,
    languages,
  }
}

/** The words of every document that stand in the one it took them from, in order. Shared quotations are nobody's copy. */
export const copiedPassages = (taken: readonly Taking[]): readonly CopiedPassage[] =>
  taken
    .flatMap(({ from, to: document, passages }) =>
      passages.map(
        (passage): CopiedPassage => ({
          document,
          start: passage.to.start,
          end: passage.to.end,
          from,
          fromStart: passage.from.start,
          fromEnd: passage.from.end,
        }),
      ),
    )
    .sort(
      (a, b) => byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end || byCodeUnit(a.from, b.from),
    )

/** What a finding adds to a claim's call for attention. A conflict is the strongest call, a vague word the weakest. */
const calls: Readonly<Record<Finding['kind'], number>> = {
  conflict: 5,
  circular: 5,
  'single-relay': 4,
  drift: 3,
  'single-origin': 2,
  correction: 2,
  'uncredited-copy': 1,
  unattributed: 1,
  'vague-attribution': 1,
}

/** How much a claim calls for a person's attention. */
export interface Call {
  /** Disputed or changed on the way, and widely printed: the more, the louder. */
  readonly loudness: number
  /** It gives no figure and names nobody, so that it cannot be checked: it comes after all others. */
  readonly isBare: boolean
}

/** How much each claim calls for attention, in the order of the claims. */
export function callsOf(
  claims: readonly Claim[],
  statements: readonly ReportStatement[],
  findings: readonly Finding[],
): readonly Call[] {
  const kinds = new Map<string, Set<Finding['kind']>>()
  for (const { claim, kind } of findings) {
    if (claim === null) continue
    const known = kinds.get(claim)
    if (known) known.add(kind)
    else kinds.set(claim, new Set([kind]))
  }
  const checkable = new Set(statements.flatMap((one) => (canBeChecked(one) && one.claim !== null ? [one.claim] : [])))
  return claims.map(({ id, documents, independent }) => ({
    loudness: documents + [...(kinds.get(id) ?? [])].reduce((total, kind) => total + calls[kind], 0),
    isBare: independent === 0 && !checkable.has(id),
  }))
}

/** What calls loudest first. */
export const byLoudness = (a: Call, b: Call): number => Number(a.isBare) - Number(b.isBare) || b.loudness - a.loudness

/**
 * The claims, those first that deserve a person's attention most: disputed or changed on the way, and widely printed. What
 * gives no figure and names nobody cannot be checked, and comes last.
 */
export function mostNoteworthyFirst(
  claims: readonly Claim[],
  statements: readonly ReportStatement[],
  findings: readonly Finding[],
): readonly Claim[] {
  const called = callsOf(claims, statements, findings)
  return claims
    .map((claim, i) => ({ claim, call: called[i] ?? { loudness: 0, isBare: true } }))
    .sort(
      (a, b) =>
        byLoudness(a.call, b.call) || a.claim.id.length - b.claim.id.length || byCodeUnit(a.claim.id, b.claim.id),
    )
    .map(({ claim }) => claim)
}

const canBeChecked = ({ figures, attribution }: ReportStatement): boolean =>
  figures.length > 0 || attribution.length > 0
