import type { Reading } from '../model/reading.ts'
import type { Figure, ReportStatement, Voice } from '../model/report.ts'
import { excerpt } from '../model/span.ts'
import type { Statement } from '../model/statement.ts'
import type { ClaimGroup } from '../provenance/claims/claims.ts'
import { statementId } from '../provenance/claims/statement-ref.ts'
import { refKey } from '../provenance/graph/claim-graph.ts'
import { issuerOf } from '../provenance/graph/issuer.ts'
import type { Voices } from '../provenance/sources/voices.ts'
import { shownWords } from './shown-words.ts'

/** Every statement of every document as the report shows it, with its claim, its voices by source id, its figures and times. */
export function reportStatements(
  readings: readonly Reading[],
  voices: Voices,
  claims: readonly ClaimGroup[],
): readonly ReportStatement[] {
  const claimOf = new Map(claims.flatMap((claim) => claim.statements.map((ref) => [refKey(ref), claim.id] as const)))
  return readings.flatMap((reading) => {
    const document = reading.document.id
    const issuer = issuerOf(reading, voices)
    const taken = new Set<string>()
    const shown = shownWords(reading)
    return reading.statements.flatMap((statement, i): ReportStatement[] => {
      const id = statementId(document, statement)
      if (taken.has(id)) return []
      taken.add(id)
      return [
        {
          id,
          document,
          ...(shown[i] ?? excerpt(reading.document.text, statement.start, statement.end)),
          claim: claimOf.get(refKey({ document, statement: i })) ?? null,
          attribution: voicesOf(reading, statement, voices, issuer),
          certainty: statement.certainty,
          certaintyScore: statement.certaintyScore,
          hedges: statement.hedges,
          figures: statement.quantities.flatMap((at) => figuresAt(reading, at)),
          times: statement.times.flatMap((at) => timesAt(reading, at)),
        },
      ]
    })
  })
}

function voicesOf(reading: Reading, statement: Statement, voices: Voices, issuer: string | null): readonly Voice[] {
  const named = statement.attribution.flatMap((at): Voice[] => {
    const source = voices.voiceOf(reading.document.id, at)
    const attribution = reading.attributions[at]
    const words = attribution?.source[0] ?? attribution?.cue[0]
    if (source === null || !attribution || !words) return []
    const cue = attribution.cue.map(({ quote }) => quote).join(' … ')
    return [{ source, start: words.start, end: words.end, quote: words.quote, cue }]
  })
  if (named.length > 0 || issuer === null) return named
  return [{ source: issuer, ...excerpt(reading.document.text, statement.start, statement.start), cue: '' }]
}

function figuresAt({ quantities }: Reading, at: number): readonly Figure[] {
  const quantity = quantities[at]
  if (!quantity) return []
  const { start, end, quote, low, high, approximate, vague, of, unit, per } = quantity
  return [{ start, end, quote, low, high, approximate, vague, of, unit, per }]
}

function timesAt({ times }: Reading, at: number): ReportStatement['times'] {
  const time = times[at]
  return time ? [{ start: time.start, end: time.end, quote: time.quote, value: time.value, type: time.type }] : []
}
