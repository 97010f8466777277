import { read } from '../extract/read.ts'
import { withAnswersApart } from '../extract/statements/answers.ts'
import { withoutInner } from '../extract/statements/without-inner.ts'
import { findingsOf } from '../findings/findings.ts'
import { independence } from '../findings/independence/independence.ts'
import { copiedPassages, coverageOf, describe, mostNoteworthyFirst } from '../findings/report-parts.ts'
import { series } from '../findings/series/series.ts'
import { reportStatements } from '../findings/statements.ts'
import type { Document } from '../model/document.ts'
import type { Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'
import { withFigureFrames } from '../provenance/claims/figure-frame.ts'
import { findReuse } from '../provenance/copying/reuse.ts'
import { derive } from '../provenance/derivations.ts'
import { provenanceOf } from '../provenance/graph/provenance.ts'
import { voicesOfOriginals } from '../provenance/graph/voices-of-originals.ts'
import { takings } from '../provenance/rewriting/copied.ts'
import { corrected, type Laid, withoutParted } from './corrected.ts'
import type { InForce } from './in-force.ts'

/** One document as tracing reads it: every answer a statement of its own. What takes a parser is done, so that it can be kept. */
export const readForTracing = (document: Document): Reading =>
  withFigureFrames(withAnswersApart(withoutInner(read(document))))

/** Reads the documents of a pile, which are in canonical order, and traces them. */
export const tracePile = (pile: readonly Document[], decisions: readonly InForce[] = []): Report =>
  traceTopic(pile.map(readForTracing), decisions)

/**
 * From readings to the answer: who first said what, how many independent origins it has, how it changed on the way. Everything
 * here may concern everything else.
 *
 * @param readings of documents with ids of their own, in canonical order
 * @param decisions what people decided, in the order of the log; those that concern nothing here change nothing
 */
export function traceTopic(readings: readonly Reading[], decisions: readonly InForce[] = []): Report {
  const documents = readings.map(({ document }) => document)

  // Who speaks, whose words are whose, which document was made from which, and what they all claim; then what people made of it.
  const found = foundIn(readings)
  const laid = decisions.length === 0 ? found : corrected(found, decisions)
  const { voices, derivations, claims, taken, provenance } = laid

  // Where the trails of every claim end, and what is worth a person's attention.
  const traced = claims.map((claim) => independence(claim, provenance))
  const context = { readings, voices, claims, derivations, traced }
  const findings = withoutParted(findingsOf(context), claims, readings, decisions)
  const statements = reportStatements(readings, voices, claims)

  return {
    schema: 'headwater/report@1',
    documents: documents.map(describe),
    sources: [...provenance.sources.values()],
    statements,
    claims: mostNoteworthyFirst(
      traced.map(({ claim }) => claim),
      statements,
      findings,
    ),
    derivations,
    series: series(context),
    findings,
    refusals: [],
    coverage: coverageOf(readings, statements),
    passages: copiedPassages(taken),
  }
}

/** What the machine finds by itself. */
function foundIn(readings: readonly Reading[]): Laid {
  const reuse = findReuse(readings.map(({ document }) => document))
  const taken = takings(readings, reuse)
  const voices = voicesOfOriginals(readings, reuse, taken)
  const derivations = derive(readings, voices, reuse, taken)
  const { claims, ...provenance } = provenanceOf(readings, voices, derivations, reuse, taken)
  return { readings, reuse, taken, voices, derivations, claims, provenance }
}
