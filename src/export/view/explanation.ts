import type { Claim, ReportStatement } from '../../model/report.ts'
import { reachWords } from './claim-view.ts'
import { count, figureWords } from './figure-words.ts'
import { type Lookup, nameOf } from './lookup.ts'
import { oneLine } from './plain.ts'
import { originWords, series } from './summary.ts'
import { trailWords } from './trail-words.ts'

/** How many reports say it and what is found of their independence, in one sentence. */
export function claimCounts(claim: Claim): string {
  const unnamed = claim.notEstablished > 0 ? `, ${count(claim.notEstablished, 'trail')} to nobody named` : ''
  return `In this collection: ${count(claim.documents, 'report')}, ${originWords(claim)}${unnamed}.`
}

/** Why a claim is counted as it is, in sentences for other programs to show. It never says whether the claim holds. */
export function claimExplanation(held: Lookup, claim: Claim): string {
  const names = [...new Set(claim.origins.map((node) => nameOf(held, node)))]
  const findings = (held.findings.get(claim.id) ?? []).map(({ says }) => oneLine(says))
  return [
    claimCounts(claim),
    ...(names.length > 0 ? [`Where its trails end: ${series(names)}.`] : []),
    ...[reachWords(held, claim)].filter((words) => words !== undefined),
    `STANAG 2511 credibility as computed: ${claim.credibility}. ${oneLine(claim.credibilityReason)}`,
    ...findings,
  ].join(' ')
}

/** Who says it, how sure, by which trail, in sentences. */
export function statementExplanation(held: Lookup, statement: ReportStatement): string {
  const voices = statement.attribution.map(
    ({ source, cue }) => `${nameOf(held, source)}${cue ? ` (“${oneLine(cue)}”)` : ''}`,
  )
  const trail = held.trails.get(statement.id)
  const figures = statement.figures.map(figureWords)
  return [
    `Given as ${statement.certainty}${statement.hedges.length > 0 ? `, weakened by ${series(statement.hedges.map(({ quote }) => `“${oneLine(quote)}”`))}` : ''}.`,
    voices.length > 0 ? `Attributed to ${voices.join(' and there to ')}.` : 'The text names nobody for it.',
    ...(figures.length > 0 ? [`Figures: ${figures.join('; ')}.`] : []),
    ...(trail ? [`Trail: ${trailWords(held, trail)}.`] : []),
  ].join(' ')
}
