import type { Claim, Trail } from '../../model/report.ts'
import { ended, type Steps } from '../../text/steps.ts'
import { spanOfDays } from './day-words.ts'
import { count } from './figure-words.ts'
import { byOutlet, isDocument, isNamed, type Lookup, voiceOf } from './lookup.ts'

/** A whole report in a handful of figures. */
export interface Summary {
  readonly reports: number
  readonly outlets: number
  /** Reports of which no outlet is known. */
  readonly unplaced: number
  /** Claims that are told, and how many there are in all. */
  readonly claims: number
  readonly all: number
  /** Most independent origins behind any one claim: what the collection corroborates at best. */
  readonly most: number
  /** Named voices, each counted once over all claims. They add up to no corroboration: they speak of different things. */
  readonly origins: number
  /** Ids of documents whose every claim came out of another document of the collection. */
  readonly addNothing: readonly string[]
  readonly singleOrigin: number
  readonly noOrigin: number
  readonly changed: number
  readonly disputed: number
  /** "4 – 9 March 2025" */
  readonly published: string | undefined
}

/** The reports, and the claims that are told of them: all, unless only some were asked for. */
export const summarise = (held: Lookup, claims: readonly Claim[] = held.report.claims): Summary =>
  ended(summarising(held, claims))

/** As `summarise`, step by step. */
export function* summarising(held: Lookup, claims: readonly Claim[] = held.report.claims): Steps<Summary> {
  const { documents } = held.report
  const claimsWith = (wanted: string) =>
    claims.filter(({ id }) => (held.findings.get(id) ?? []).some(({ kind }) => kind === wanted)).length
  const voices = new Set<string>()
  for (const [i, { origins }] of claims.entries()) {
    for (const node of origins) if (isNamed(held, node)) voices.add(voiceOf(held, node))
    if (i % atOnce === 0) yield
  }
  const addNothing: string[] = []
  for (const [i, { id }] of documents.entries()) {
    if (addsNothing(held, id)) addNothing.push(id)
    if (i % atOnce === 0) yield
  }
  const { outlets, unplaced } = byOutlet(
    held,
    documents.map(({ id }) => id),
  )
  yield
  return {
    reports: documents.length,
    outlets: outlets.length,
    unplaced: unplaced.length,
    claims: claims.length,
    all: held.report.claims.length,
    most: claims.reduce((most, { independent }) => Math.max(most, independent), 0),
    origins: voices.size,
    addNothing,
    singleOrigin: claims.filter((claim) => claim.independent === 1 && claim.documents > 1).length,
    noOrigin: claims.filter((claim) => claim.independent === 0).length,
    changed: claimsWith('drift'),
    disputed: claimsWith('conflict'),
    published: spanOfDays(documents.map((document) => document.published)),
  }
}

/** So many claims or reports are gone through in one step. */
const atOnce = 500

/** The summary in sentences, the one that matters most first. Nothing is said of a figure that is nought and tells nothing. */
export function summarySentences(summary: Told): readonly string[] {
  const { reports, claims, all, origins, addNothing, singleOrigin, noOrigin, changed, disputed } = summary
  if (reports === 0) return ['Nothing was read.']
  const bare = addNothing.length
  const of = [
    singleOrigin > 0 &&
      `${count(singleOrigin, 'goes', 'go')} back to a single origin although several reports repeat ${singleOrigin === 1 ? 'it' : 'them'}`,
    noOrigin > 0 && `${count(noOrigin, 'has', 'have')} no origin that is named`,
    changed > 0 && `${changed} changed on the way`,
    disputed > 0 && `${disputed} ${disputed === 1 ? 'is' : 'are'} disputed`,
  ].filter((part) => part !== false)
  return [
    `${reportsWords(summary)}, ${mostWords(summary)}.`,
    ...(origins > 0 ? [`${count(origins, 'voice is', 'voices are')} named in all.`] : []),
    ...(bare > 0 ? [`${count(bare, 'report adds nothing of its own', 'reports add nothing of their own')}.`] : []),
    ...(claims < all
      ? [
          claims === 0
            ? `No claim of ${all} shows what was asked for.`
            : `Told here: ${claims} of ${count(all, 'claim')}.`,
        ]
      : []),
    ...(claims > 0
      ? [
          `Of ${claims < all ? 'these' : count(claims, 'claim')}${of.length > 0 ? `, ${series(of)}` : ', none changed on the way'}.`,
        ]
      : []),
  ]
}

/** What of a summary is told in sentences: of the reports that add nothing only how many there are. */
type Told = Omit<Summary, 'addNothing' | 'published'> & { readonly addNothing: { readonly length: number } }

/** "9 reports by 8 outlets"; a report of which no outlet is known is counted as by none. */
export function reportsWords({
  reports,
  outlets,
  unplaced,
}: Pick<Summary, 'reports' | 'outlets' | 'unplaced'>): string {
  const by = `by ${count(outlets, 'outlet')}`
  if (unplaced === 0) return `${count(reports, 'report')} ${by}`
  if (outlets === 0) return `${count(reports, 'report')} of no known outlet`
  return `${count(reports, 'report')}, ${reports - unplaced} of them ${by}`
}

/** What the collection corroborates at best, in words that stand after a comma. */
export function mostWords({ most, claims, all }: Pick<Summary, 'most' | 'claims' | 'all'>): string {
  const none = claims < all ? 'no claim told here' : 'no claim'
  return most === 0
    ? `${none} with an origin that is named`
    : `${none} with more than ${count(most, 'independent origin')}`
}

/** "a", "a and b", "a, b and c". */
export function series(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** What the number of origins of one claim means, in the product's own words. */
export function originWords(claim: Pick<Claim, 'independent'>): string {
  if (claim.independent === 0) return 'independence not established'
  if (claim.independent === 1) return 'single origin'
  return count(claim.independent, 'independent origin')
}

/** A report adds nothing when it has an upstream in the collection and no statement of it reaches an end but through another report. */
function addsNothing(held: Lookup, id: string): boolean {
  const upstream = (held.madeFrom.get(id) ?? []).filter((step) => isDocument(held, step.from))
  if (upstream.length === 0) return false
  const trails = (held.saidIn.get(id) ?? [])
    .map((statement) => held.trails.get(statement.id))
    .filter((trail) => trail !== undefined)
  if (trails.length === 0) return upstream.some((step) => step.manner === 'copies')
  return trails.every((trail) => passesAnother(held, trail, id))
}

function passesAnother(held: Lookup, trail: Trail, id: string): boolean {
  return trail.hops.some((hop) => hop.node !== id && isDocument(held, hop.node))
}
