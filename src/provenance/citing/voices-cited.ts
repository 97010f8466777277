import type { Attribution } from '../../model/attribution.ts'
import type { Derivation } from '../../model/derivation.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { excerpt } from '../../model/span.ts'
import { byCodeUnit } from '../../text/order.ts'
import { issuerOf } from '../graph/issuer.ts'
import type { Voices } from '../sources/voices.ts'

/** Every voice that a document names as its authority, one derivation per voice and document, the most direct words as evidence. */
export function voicesCited(reading: Reading, voices: Voices): readonly Derivation[] {
  const { document, attributions } = reading
  const found = new Map<string, Derivation>()
  const issuer = issuerOf(reading, voices)
  if (issuer !== null) found.set(issuer, releasedBy(issuer, document))
  attributions.forEach((attribution, i) => {
    const source = voices.voiceOf(document.id, i)
    const words = attribution.source[0] ?? attribution.cue[0]
    if (source === null || words === undefined) return
    const manner = heardDirectly(attribution) ? 'quotes' : 'cites'
    if (found.has(source) && (manner === 'cites' || found.get(source)?.manner === 'quotes')) return
    found.set(source, {
      from: source,
      to: document.id,
      manner,
      basis: 'stated',
      confidence: 0.95,
      evidence: [{ document: document.id, start: words.start, end: words.end, quote: words.quote }],
      rule: attribution.rule,
    })
  })
  return [...found.values()].sort((a, b) => byCodeUnit(a.from, b.from))
}

/** A release is its issuer speaking, whether or not it names itself. */
function releasedBy(issuer: string, { id, text, title }: Document): Derivation {
  const words = excerpt(text, 0, title?.length ?? Math.min(text.length, 80))
  return {
    from: issuer,
    to: id,
    manner: 'quotes',
    basis: 'stated',
    confidence: 0.95,
    evidence: [{ document: id, ...words }],
    rule: 'citing/own-release',
  }
}

/** The outlet has the voice's own words, and not through somebody else. */
const heardDirectly = ({ kind, cue, within, sourceKind }: Attribution): boolean =>
  within === null &&
  sourceKind !== 'document' &&
  sourceKind !== 'data' &&
  sourceKind !== 'imagery' &&
  (kind !== 'indirect' || cue.some(({ quote }) => /\btold\b/i.test(quote)))
