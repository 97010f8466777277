import type { RuleId } from '../../model/rule.ts'
import type { Excerpt } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { StatementRef } from '../claims/statement-ref.ts'
import type { Provenance } from './claim-graph.ts'

/** A voice on the way upstream, with the words that name it. */
export interface VoiceHop {
  readonly source: string
  readonly body: string
  readonly words: Excerpt
  readonly rule: RuleId
}

/**
 * The voices that stand behind a statement as its own text has it, outermost first, each body once. A bare sentence of a
 * body's own release is that body's word. Read off this document alone, so that no other document can give or take it.
 */
export function testimonyOf(ref: StatementRef, statement: Statement, provenance: Provenance): readonly VoiceHop[] {
  const { voices } = provenance
  const hops = namedIn(ref, statement, provenance)
  const outlet = voices.outletOf(ref.document)
  const last = hops.at(-1)
  if (last !== undefined && last.source !== outlet) return hops
  const issuer = provenance.issuerOf(ref.document)
  if (issuer === null) return []
  const words = last?.words ?? { start: statement.start, end: statement.end, quote: statement.quote }
  return [{ source: issuer, body: voices.bodyOf(issuer), words, rule: 'graph/own-release' }]
}

/** The voices that the text names for a statement, the publisher itself among them where it says "we". */
export function namedIn(
  ref: StatementRef,
  statement: Statement,
  { readings, voices }: Provenance,
): readonly VoiceHop[] {
  const reading = readings.get(ref.document)
  const hops: VoiceHop[] = []
  for (const index of statement.attribution) {
    const source = voices.voiceOf(ref.document, index)
    const attribution = reading?.attributions[index]
    const words = attribution?.source[0] ?? attribution?.cue[0]
    if (source === null || !attribution || !words) continue
    const body = voices.bodyOf(source)
    if (hops.at(-1)?.body === body) hops.pop()
    hops.push({ source, body, words, rule: attribution.rule })
  }
  return hops
}

/** The cited outlet nearest to where the news came from. */
export function citedOutlet(
  hops: readonly VoiceHop[],
  document: string,
  { voices, rankOf }: Provenance,
): VoiceHop | undefined {
  const own = voices.outletOf(document)
  return hops.findLast(({ source, body }) => rankOf(source) === 'outlet' && source !== own && body !== own)
}
